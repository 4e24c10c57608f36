#!/usr/bin/env python3
"""A trainer's evening: a Twine file comes in, two findings are mended in an editor, the scenario is tried, packed into one
file and installed on another computer, where somebody plays it.

File managers are nobody's to drive here, so files come in as one hands them to Kist: on the command line, which is what
opening them in a file manager does. Where the pack goes is chosen in the file dialog, by keyboard."""

import os
import re
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402

STORY = """<html><body><tw-storydata name="The gloves" startnode="1" creator="Twine" creator-version="2.9.2" format="Harlowe"
format-version="3.3.8" ifid="1D0B4A52-4C7D-4C0B-9D0E-2F8E0C1B7A55" hidden><script role="script"
type="text/twine-javascript">window.a = 1;</script><tw-passagedata pid="1" name="Bathroom" tags="">The gloves are on the shelf.

[[Put them on-&gt;Gloves]]
[[Go without-&gt;Wihtout]]</tw-passagedata><tw-passagedata pid="2" name="Gloves" tags="">They fit.</tw-passagedata><tw-passagedata
pid="3" name="Without" tags="">You wash your hands twice.</tw-passagedata></tw-storydata></body></html>"""


def edit(path, old, new):
    """Saves as editors do: a new file takes the old one's name."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert old in text, f"{old!r} is not in {text}"
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))
    os.replace(path + ".new", path)


def bring_in(kist, folder):
    """Until the author's page of the new pack stands there; the pack's folder."""
    story = os.path.join(folder, "gloves.html")
    with open(story, "w", encoding="utf-8") as file:
        file.write(STORY)
    kist.command = [*kist.command, story]
    kist.spawn()
    kist.wait_text(re.compile("^2 kept, 2 changed, "))
    kist.wait_text("No passage has the name it leads to")
    kist.find("list item", re.compile("^A new pack")).click()
    kist.wait_text("2 warnings")
    return os.path.join(kist.environment["HOME"], "the-gloves")


def mend(kist, pack):
    scenario = os.path.join(pack, "scenarios", "the-gloves.twee")
    edit(scenario, '"format" : "Kist"', '"format" : "Kist", "licence" : "CC-BY-4.0"')
    kist.wait_text("1 warning")
    edit(scenario, "Go without\n", "[[Go without->Without]]\n")
    kist.wait_text("Nothing to mend")


def try_it(kist):
    kist.find("list item", re.compile("^The gloves")).click()
    kist.button("Play").click()
    kist.wait_text("The gloves are on the shelf.")
    kist.press("1")
    kist.wait_text("You wash your hands twice.")
    kist.press("BackSpace")
    kist.wait_text("The gloves are on the shelf.")
    kist.press("alt+Left")
    kist.press("alt+Left")
    kist.wait_text("Nothing to mend")


def pack_it(kist, made):
    kist.button("Pack…").click()
    kist.find("text", re.compile("[Nn]ame"))
    kist.press("ctrl+a")
    kist.type(made)
    kist.press("Return")
    kist.wait_text("was made")
    wait_for(lambda: os.path.exists(made), "the packed file")


def play_there(made):
    with Kist() as other:
        other.command = [*other.command, made]
        other.spawn()
        other.wait_text("“The gloves” was added")
        other.button("Open").click()
        other.wait_text("The gloves")
        other.go("Practise")
        other.find("list item", re.compile("The gloves")).click()
        other.wait_text("The gloves are on the shelf.")
        other.find("button", re.compile("Put them on")).click()
        other.wait_text("They fit.")
        assert not other.complaints(), other.complaints()


with tempfile.TemporaryDirectory() as top:
    file = os.path.join(top, "the-gloves.things")
    with Kist() as trainer:
        folder = bring_in(trainer, top)
        mend(trainer, folder)
        try_it(trainer)
        pack_it(trainer, file)
        assert not trainer.complaints(), trainer.complaints()
    play_there(file)
