#!/usr/bin/env python3
"""What was deleted is in the bin until it is put back, or deleted for good: then no file has a byte of it."""

import os
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import entries, holds  # noqa: E402

MARKER, OTHER, DRAFT = "qzmarkerjxwvky", "This one is put back.", "qzsecondjxwvky"


def files_with(folder, marker):
    """The files in this folder and below that have the marker, in whatever case, anywhere in their bytes."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    if marker.encode() in file.read().lower():
                        found.append(path)
    return found


def write_entry(kist, title, text):
    kist.press("ctrl+n")
    kist.find("text", "Title").type(title)
    kist.editor().type(text)
    wait_for(lambda: holds(kist.data, text), f"{text!r} on disk")


def choose(kist, menu, item):
    kist.button(menu).click()
    kist.find("menu item", item).click()


def delete(kist):
    choose(kist, "Entry Menu", "Delete Entry")
    kist.wait_text("Entry deleted")


def open_bin(kist):
    kist.go("Journal")
    choose(kist, "Journal Menu", "Deleted Entries")


def put_back(kist):
    kist.find("list item", OTHER).click()
    kist.button("Put Back").click()
    wait_for(lambda: holds(kist.data, OTHER), "the entry in the journal again")


def erase_from_bin(kist):
    kist.find("list item", MARKER).click()
    kist.wait_text(MARKER + " is what it says")
    kist.button("Delete for Good").click()
    kist.wait_text("Nobody can bring that back")
    kist.button("Cancel").click()
    kist.wait_gone("alert", "Delete for Good?")
    kist.button("Delete for Good").click()
    kist.wait_text("Nobody can bring that back")
    kist.find("alert", "Delete for Good?").find("button", "Delete for Good").click()
    kist.wait_text("1 entry deleted for good")
    kist.wait_text("No Deleted Entries")


def erase_from_editor(kist):
    write_entry(kist, DRAFT, DRAFT + " has more")
    choose(kist, "Entry Menu", "Delete for Good…")
    kist.find("alert", "Delete for Good?").find("button", "Delete for Good").click()
    kist.wait_text("1 entry deleted for good")
    kist.wait_gone("text", "Reflection")


with Kist() as program:
    write_entry(program, MARKER, MARKER + " is what it says")
    delete(program)
    write_entry(program, OTHER, OTHER)
    delete(program)
    program.restart()  # which makes a back-up, and is too late for an undo
    wait_for(lambda: len(files_with(program.data, MARKER)) > 1, "a back-up with the entry")
    open_bin(program)
    put_back(program)
    erase_from_bin(program)
    assert not files_with(program.data, MARKER), "while it runs"
    erase_from_editor(program)
    program.quit()
    for marker in (MARKER, DRAFT):
        left = files_with(program.data, marker)
        assert not left, f"{marker} is in {left}"
    assert list(entries(program.data).values()) == [OTHER], entries(program.data)
    program.start()
    program.go("Journal")
    program.wait_text(OTHER)
    assert not program.complaints(), program.complaints()
