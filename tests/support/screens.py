"""Every screen of Kist, once: what the tour takes pictures of and the screen tests look at. A new screen is one line."""

import os
import re
import shutil
from collections import namedtuple

import backups
from app import NARROW, WIDE, wait_for
from authoring import open_pack, open_story
from blog import open_small_blog, show_left_out
from story import play, starting
from waiting import TooLate

# A screen is reached from a section of the sidebar by opening things one after another, by their names, and at last by
# what does() does; then it shows something by which it is known.
Screen = namedtuple("Screen", "name section path shows does", defaults=[lambda kist: None])
Variant = namedtuple("Variant", "name options")

SOCIAL, EMAIL, LEARNING = starting("Social media 1"), starting("Email"), starting("Learning digitally")

BREAKFAST = starting("Before breakfast")


def from_menu(kist, item):
    """Of the first scenario's own menu."""
    kist.button(starting("More for")).click()
    kist.find("menu item", item).click()


def open_picture(kist):
    """A file that tells much besides the picture, for the entry that is opening."""
    kist.editor()
    told = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fuzz", "corpus", "image", "telling.png")
    kist.spawn(shutil.copy(told, os.path.join(kist.environment["HOME"], "Joan Kerr room 4.png")))


def open_bin(kist):
    kist.button("Journal Menu").click()
    kist.find("menu item", "Deleted Entries").click()


def export(kist, *leaving):
    """Of all entries; the check is gone past when there is something behind it to press."""
    kist.press("ctrl+e")
    kist.wait_text("Ask Yourself")
    for name in leaving:
        kist.find("dialog", "Export").find("button", name).click()


def select(kist):
    kist.button("Journal Menu").click()
    kist.find("menu item", "Select Entries").click()
    kist.find("check box", starting("Social media 1")).click()


def compare(kist):
    """With a run that parts from the last one at once."""
    kist.button("Play Again").click()
    kist.wait_text("Your thumb is over the screen.")
    kist.press("2")
    kist.wait_text("What Follows")
    play(kist, "friend-request")
    kist.button("Compare With Another Run").click()


def preview(kist):
    """Of the entry that is opening, once it is drawn: then it has the focus, which the way back had before."""
    kist.editor()  # before it is there, the keys are nobody's
    kist.press("ctrl+shift+p")
    kist.wait_text("Nothing is published from here.")
    wait_for(lambda: not kist.has("button", "Back") or kist.focused() != kist.find("button", "Back"), "the page to be drawn")


def replace(kist, words):
    """In the entry that is opening."""
    kist.editor()
    kist.press("ctrl+h")
    kist.find("text", "Find in this entry")
    kist.type(words)
    kist.wait_text(re.compile("of [1-9]"))


def add_link(kist):
    """To the entry that is open; on a narrow window its panel is below."""
    if not kist.has("button", "Add Link…"):
        kist.button(re.compile(r"\bwords\b")).click()
    kist.find("button", "Add Link…").click()
    kist.find("text", "Find a Thing, a run or a code")


def find_words(kist, words):
    """In the journal."""
    kist.press("ctrl+f")
    kist.find("text", "Find in your entries")
    kist.type(words)
    kist.find("list", "Entries Found")


SCREENS = [
    Screen("home", "Home", [], "Home"),
    Screen("learn", "Learn", [], "Digital Things"),
    Screen("thing", "Learn", [SOCIAL], "Steps"),
    Screen("read", "Learn", [SOCIAL, starting("Read: What you know")], "What you know, and who could work it out"),
    Screen("watch", "Learn", [SOCIAL, starting("Watch: ")], "Being yourself, and being seen"),
    Screen("do", "Learn", [SOCIAL, starting("Do: ")], "Look yourself up"),
    Screen("decide", "Learn", [SOCIAL, starting("Decide: ")], "A friend request"),
    Screen("consequence", "Learn", [SOCIAL, starting("Decide: ")], "What Follows", lambda kist: kist.press("1")),
    Screen("ending", "Learn", [SOCIAL, starting("Decide: ")], "The End", lambda kist: play(kist, "friend-request")),
    Screen("map", "Learn", [SOCIAL, starting("Decide: ")], "ways walked", lambda kist: kist.button("Map").click()),
    Screen("comparison", "Learn", [SOCIAL, starting("Decide: ")], "Here the Runs Part", compare),
    Screen("check", "Learn", [EMAIL, starting("Check: ")], "Eight messages"),
    Screen("rate", "Learn", [LEARNING, starting("Rate: ")], "Where I am now"),
    Screen("reflect", "Learn", [EMAIL, starting("Reflect: ")], "Your own sent folder"),
    Screen("write", "Learn", [EMAIL, starting("Write: ")], "Your post"),
    Screen("practise", "Practise", [], "Practise"),
    Screen("runs", "Practise", [], "Run 1", lambda kist: from_menu(kist, "Runs So Far")),
    Screen("group", "Practise", [], "Who would do what?", lambda kist: from_menu(kist, "Play With a Group")),
    Screen("journal", "Journal", [], "Journal"),
    Screen("found", "Journal", [], "Entries Found", lambda kist: find_words(kist, "her ra")),
    Screen("bin", "Journal", [], "No Deleted Entries", open_bin),
    Screen("select", "Journal", [], "1 Selected", lambda kist: select(kist)),
    Screen("leaving", "Journal", [], "Ask Yourself", export),
    Screen("export", "Journal", [], "To Keep", lambda kist: export(kist, "Go On")),
    Screen("blog", "Journal", [], re.compile("^Bring In 4 Posts$"), open_small_blog),
    Screen("blog-left-out", "Journal", [], "What Posts Lose", show_left_out),
    Screen("entry", "Journal", [starting("Social media 1")], re.compile(r"\bwords\b")),
    Screen("add-link", "Journal", [starting("Social media 1")], "Things", add_link),
    Screen("web-page", "Journal", [starting("Social media 1")], "Nothing is published from here.", preview),
    Screen("picture", "Journal", [starting("Social media 1")], "Left Out", open_picture),
    Screen("replace", "Journal", [starting("Social media 1")], "Replace All", lambda kist: replace(kist, "the")),
    Screen("badges", "Badges", [], "Badges"),
    Screen("badge", "Badges", [re.compile("Social media 1")], re.compile(r"\bwords\b")),
    Screen("record", "My record", [], "My record"),
    Screen("codes", "Codes", [], "Codes"),
    Screen("author", "Home", [], "Scenarios", open_pack),
    Screen("author-folders", "Home", [], "Packs That You Write", lambda kist: open_pack(kist) or kist.go("Author")),
    Screen("try", "Home", [], "Landing", lambda kist: open_pack(kist, BREAKFAST)),
    Screen("try-map", "Home", [], "Show all of the map", lambda kist: open_pack(kist, BREAKFAST, "Show as a Map")),
    Screen("preview", "Home", [], "Behind It", lambda kist: open_pack(kist, BREAKFAST, "Play")),
    Screen("import", "Home", [], "What Becomes of It", open_story),
    Screen("back-up", "Home", [], "A lost passphrase", backups.open_dialog),
    Screen("restore", "Home", [], "Made", lambda kist: backups.open_file(kist, backups.write_open)),
    Screen("restore-sealed", "Home", [], "is sealed", lambda kist: backups.open_file(kist, backups.write_sealed)),
    Screen("shortcuts", "Home", [], "Keyboard Shortcuts", lambda kist: kist.press("ctrl+question")),
]

VARIANTS = [
    Variant("wide", {"size": WIDE}),
    Variant("narrow", {"size": NARROW}),
    Variant("dark", {"size": WIDE, "dark": True}),
    Variant("large", {"size": WIDE, "text": 200}),
]


def go_to(kist, screen):
    kist.close_dialog()
    kist.go(screen.section)
    for name in screen.path:
        kist.open(name)
    screen.does(kist)
    kist.wait_text(screen.shows)


def show(kist, screen):
    """Open a screen, wherever one was before, and wait for what it is known by.

    A machine that stands still while a page slides in loses a click on a row: then once again, and what is at fault is
    so twice. That the way works is what the journeys are for.
    """
    try:
        go_to(kist, screen)
    except TooLate as error:
        kist.alive()
        print(f"# {screen.name} once again: {str(error).splitlines()[0]}", flush=True)
        go_to(kist, screen)
