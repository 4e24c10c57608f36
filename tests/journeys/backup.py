#!/usr/bin/env python3
"""From one computer to another: what was written is backed up to one file, sealed, and restored where Kist is new, in three
clicks. What was there before comes back, too, and goes again. A file that is opened in a file manager shows what is in it."""

import os
import re
import shutil
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import entries  # noqa: E402

HERE, THERE = "The kettle was still warm.", "Nobody had told her."
PASSPHRASE = "harbour pencil seven moss"


def write(kist, words):
    kist.press("ctrl+n")
    kist.wait_text("Untitled")
    kist.editor().focus()
    kist.type(words)
    wait_for(lambda: words in entries(kist.data).values(), "the words on disk")


def choose(kist, item):
    """Two clicks."""
    kist.button("Main Menu").click()
    kist.find("menu item", item).click()


def choose_file(kist):
    """The one in the home folder, by keyboard in the file dialog, as soon as it has that."""
    kist.find("button", "Open")
    kist.press("alt+Home")
    kist.wait_text("mine.kist-backup")
    kist.tab_to("table row", re.compile("^mine.kist-backup"))
    kist.press("space", "Return")


def back_up(kist, path):
    choose(kist, "Back Up and Restore…")
    kist.find("check box", "Protect With a Passphrase").click()
    for row, words in (("Passphrase", PASSPHRASE), ("Passphrase Again", PASSPHRASE[:-1])):
        kist.find("text", row).focus()
        kist.type(words)
    kist.button("Back Up to One File…").click()
    kist.wait_text("The two passphrases are not the same")
    kist.type(PASSPHRASE)  # the slip is selected
    kist.button("Back Up to One File…").click()
    kist.find("text", re.compile("[Nn]ame"))
    kist.press("ctrl+a")
    kist.type(path)
    kist.press("Return")
    kist.wait_text("Backed up and sealed: 1 entry")
    kist.wait_text(path)
    assert os.path.exists(path)
    kist.close_dialog()


def open_sealed(kist):
    """After a slip of the hand."""
    kist.find("text", "Passphrase").focus()
    kist.type(PASSPHRASE[:-1])
    kist.press("Return")
    kist.wait_text("This is not the passphrase of this back-up")
    kist.type(PASSPHRASE)  # the slip is selected
    kist.press("Return")
    kist.wait_text("1 entry")


def wait_shown(kist, words):
    """What the journal shows, without a restart, is what is on the disk."""
    wait_for(lambda: list(entries(kist.data).values()) == [words], lambda: f"{words!r} in {entries(kist.data)}")
    kist.go("Journal")
    kist.open(re.compile("^Untitled"))
    wait_for(lambda: kist.editor().text == words, lambda: f"{words!r} in the editor")


def restore(kist, path):
    """The file has come on a stick, or by post."""
    shutil.copy(path, kist.environment["HOME"])
    choose(kist, "Restore From a File…")
    choose_file(kist)
    open_sealed(kist)
    kist.button("Restore").click()  # the third click
    kist.wait_text(re.compile(r"^Restored: .*1 entry$"))


def hand_over(kist, path):
    """As a file manager does."""
    kist.spawn(path)
    kist.wait_text("This back-up is sealed.")
    open_sealed(kist)
    kist.close_dialog()


with tempfile.TemporaryDirectory() as top:
    file = os.path.join(top, "mine.kist-backup")
    with Kist() as here:
        here.wait_text("Welcome to Kist")
        write(here, HERE)
        back_up(here, file)
        assert not here.complaints(), here.complaints()
        assert here.quit() == 0
    with Kist() as there:
        there.wait_text("Welcome to Kist")
        write(there, THERE)
        restore(there, file)
        wait_shown(there, HERE)
        there.button("Undo").click()
        there.wait_text("What you had before is back")
        wait_shown(there, THERE)
        choose(there, "Back Up and Restore…")
        there.find("list item", re.compile(r"\d{4}, \d\d:\d\d")).click()  # the third click
        there.wait_text(re.compile(r"^Restored: .*1 entry$"))
        wait_shown(there, HERE)
        hand_over(there, file)
        assert not there.complaints(), there.complaints()
        assert there.quit() == 0
    assert PASSPHRASE not in here.stderr() + there.stderr()
