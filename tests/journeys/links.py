#!/usr/bin/env python3
"""An entry gets a tag and a link, and a passage of it another: the journal shows it under the tag, and the code's page
opens it at the words, after a restart, too; so does its core element in the record."""

import re
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import holds  # noqa: E402

CODE = "kist:code/workers-2024/2.8"


def write(kist):
    kist.press("ctrl+n")
    kist.find("text", "Title").type("A visit")
    kist.editor().focus()
    kist.type("I waited for her answer.")
    kist.find("text", "Add a tag").focus()
    kist.type("supervision, Boundaries\n")
    kist.find("button", "Remove the tag supervision")


def choose(kist, words):
    kist.find("text", "Find a Thing, a run or a code")
    kist.type(words + "\n")
    kist.wait_gone("text", "Find a Thing, a run or a code")


def link(kist):
    """The entry to a Thing and a core element, and its last word to a code; all by keys."""
    kist.find("button", "Add Link…").click()
    choose(kist, "social media 1")
    kist.find("button", re.compile("^Remove the link to Social media 1"))
    kist.find("button", "Add Link…").click()
    choose(kist, "wellbeing and support")
    kist.find("button", re.compile("^Remove the link to Wellbeing and support"))
    kist.editor().focus()
    kist.press("ctrl+End", "shift+ctrl+Left", "shift+ctrl+Left")
    kist.press("ctrl+k")
    choose(kist, "2.8")
    wait_for(lambda: holds(kist.data, f"]({CODE})"), "the link on disk")


with Kist() as kist:
    kist.wait_text("Welcome to Kist")
    write(kist)
    link(kist)
    kist.restart()
    kist.go("Journal")
    kist.find("button", "Tag supervision: show its entries").click()
    kist.button("Show All").click()
    kist.wait_gone("button", "Show All")
    kist.go("Codes")
    kist.open(re.compile("^2.8 "))
    kist.open(re.compile("^A visit, "))
    wait_for(kist.editor().has_focus, "the focus at the words")
    kist.go("My record")
    kist.find("list item", re.compile("^Wellbeing and support")).click()
    kist.open(re.compile("^In Your Journal, "))
    kist.open(re.compile("^A visit, "))
    wait_for(kist.editor().has_focus, "the entry from its element")
    assert not kist.complaints(), kist.complaints()
    assert kist.quit() == 0
