#!/usr/bin/env python3
"""An entry looked at as the web page that it would be: the themes, the way back to the same caret, no process of WebKit's
before or after; and where there is no WebKit, the way to an export instead."""

import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402

TEXT = "I rang the office and asked."


def webkit(kist):
    """The names of its processes that are WebKit's, or what keeps those apart."""
    names = []
    for process in kist.processes()[1:]:
        try:
            with open(f"/proc/{process}/comm") as file:
                names.append(file.read().strip())
        except OSError:
            pass  # it has ended meanwhile
    return names


def colour(kist):
    """Of the page, in its lower corner, where no word stands."""
    picture = kist.picture()
    return picture.pixel(picture.width - 40, picture.height - 20)


def write(kist):
    kist.press("ctrl+n")
    kist.find("text", "Title").type("A first shift")
    kist.editor().type(TEXT)
    kist.press("ctrl+Left")
    return wait_for(lambda: 0 < kist.editor().caret < len(TEXT) and kist.editor().caret, "the caret to be in the text")


def look(kist):
    caret = write(kist)
    assert not webkit(kist), webkit(kist)
    kist.press("ctrl+shift+p")
    kist.wait_text("Nothing is published from here.")
    wait_for(lambda: colour(kist) == (0xFF, 0xFF, 0xFF), "the plain page")
    assert webkit(kist), "nothing draws the page"
    kist.find("radio button", "Paper").click()
    wait_for(lambda: colour(kist) == (0xFB, 0xF6, 0xEC), "the page on paper")
    assert not kist.complaints(), kist.complaints()
    kist.press("Escape")
    wait_for(lambda: kist.editor().caret == caret and kist.editor().has_focus(), "the editor, where it was left")
    wait_for(lambda: not webkit(kist), "the end of WebKit")
    # It was chosen, and is the look of an export, too.
    kist.press("ctrl+e")
    kist.find("dialog", "Before This Leaves Kist").find("button", "Go On").click()
    kist.find("dialog", "Export").find("label", "Paper")
    kist.press("Escape")


def do_without(kist):
    write(kist)
    kist.press("ctrl+shift+p")
    kist.wait_text("The Preview Cannot Be Shown")
    assert not webkit(kist), webkit(kist)
    kist.button("Export…").click()
    kist.find("dialog", "Export").find("button", "Go On").click()
    wait_for(lambda: "checked" in kist.find("radio button", "Web page").states, "the web page to be chosen")
    kist.press("Escape")


with Kist() as program:
    look(program)
    assert program.quit() == 0
with Kist(environment={"KIST_WEB_MODULE_FILE": "/nowhere/kist-web.so"}) as program:
    do_without(program)
    assert not program.complaints(), program.complaints()
    assert program.quit() == 0
