#!/usr/bin/env python3
"""From a draft to the text in the form: write until it is ready, look at what the check found, copy, and paste it."""

import re
import sys

sys.path.append(sys.path[0] + "/../support")

import story  # noqa: E402
from app import Kist, wait_for  # noqa: E402
from database import entries  # noqa: E402

TELLTALE = " I told Mrs Kerr so."
HEADINGS = ("What my employer's policy asks of me", "How I manage my boundaries online")


def write(kist):
    """Below each of the badge's headings, until it is ready."""
    story.open_step(kist, "Social media 1", "Write: ")
    kist.button("Start Writing").click()
    kist.editor().focus()
    story.answer_first_criterion(kist)
    kist.type(story.POST)
    kist.wait_text(re.compile("^Ready: "))
    kist.wait_text("Nothing was found")
    kist.type(TELLTALE)
    kist.find("list item", "“Mrs Kerr”")


def decide_what_stays(kist):
    """What the check found is gone to, and is meant so until one looks again."""
    kist.find("list item", "“Mrs Kerr”").mouse()
    wait_for(kist.editor().has_focus, "the focus where the name stands")
    kist.button("Meant So: “Mrs Kerr”").click()
    kist.wait_text("Nothing else was found")
    kist.find("list item", "Meant so")


def copy(kist):
    kist.press("ctrl+shift+c")
    kist.wait_text("Before This Leaves Kist")
    kist.wait_text(re.compile("^Would the person know themselves"))
    kist.button("Copy").click()
    kist.wait_text("Copied: paste it into the form")


def paste(kist):
    """Into an entry of its own, as into any form; what is in it then."""
    before = set(entries(kist.data))
    kist.press("ctrl+n")
    kist.wait_text("Untitled")
    kist.editor().focus()
    kist.press("ctrl+v")
    kist.wait_text("Saved on this computer")
    (new,) = set(entries(kist.data)) - before
    wait_for(lambda: entries(kist.data)[new], "the pasted text on disk")
    return entries(kist.data)[new]


with Kist() as kist:
    kist.wait_text("Welcome to Kist")
    write(kist)
    decide_what_stays(kist)
    copy(kist)
    expected = f"{HEADINGS[0]}\n\n{story.POLICY}\n\n{HEADINGS[1]}\n\n{story.POST}{TELLTALE}\n"
    pasted = paste(kist)
    assert pasted == expected, f"{pasted!r}\nand not\n{expected!r}"
    kist.restart()
    kist.go("Journal")
    kist.open(re.compile("^Social media 1"))
    kist.wait_text("Nothing else was found")
    assert not kist.complaints(), kist.complaints()
    assert kist.quit() == 0
