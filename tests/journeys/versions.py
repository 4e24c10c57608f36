#!/usr/bin/env python3
"""Earlier versions: what changed is seen, and said to who cannot see it; one is brought back, and that is undone."""

import os
import re
import sqlite3
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import holds  # noqa: E402

FIRST, SECOND = "I was very cross with him.", "I was short with him. I said sorry."


def a_day_goes_by(kist):
    """For what was written: nobody waits for a pause of ten minutes here."""
    kist.quit()
    database = sqlite3.connect(os.path.join(kist.data, "kist.db"))
    with database:
        database.execute("UPDATE entry SET created = created - 86400000000, updated = updated - 86400000000")
    database.close()
    kist.start()


def open_history(kist):
    kist.button("Entry Menu").click()
    kist.find("menu item", "Earlier Versions").click()
    kist.wait_text("+4 words, −2 · 8 words")
    kist.wait_text("First version · 6 words")


def write(kist):
    kist.press("ctrl+n")
    kist.find("text", "Title").type("A visit")
    kist.editor().type(FIRST)
    wait_for(lambda: holds(kist.data, FIRST), "the first version on disk")
    a_day_goes_by(kist)
    kist.go("Journal")
    kist.open(re.compile("^A visit"))
    kist.editor().type(" ")  # after which the focus is there
    kist.press("ctrl+a")
    kist.type(SECOND)
    wait_for(lambda: holds(kist.data, SECOND), "the second version on disk")


def change_ones_mind(kist):
    """Escape closes what was opened last, and not the entry."""
    kist.press("ctrl+h")
    kist.find("text", "Replace with").focus()
    kist.type("x")
    kist.press("Escape")
    kist.wait_gone("text", "Replace with")
    assert kist.editor().text == SECOND, kist.editor().text


def look(kist):
    open_history(kist)
    kist.find("list item", "Now").click()
    text = kist.find("label", re.compile("^I was very cross ?short with him. I said sorry.$"))
    assert text.description == "Removed: very cross\nAdded: short\nAdded: I said sorry.", text.description
    if len(sys.argv) > 1:
        kist.shot(sys.argv[1])
    assert not kist.complaints(), kist.complaints()


def name_it(kist):
    """The state that is seen now, and then the one of yesterday."""
    kist.find("text", "Name of This Version").type("after the talk")
    kist.press("Return")
    kist.press("Escape")  # back to the list
    kist.find("list item", "Now: after the talk")
    kist.find("list item", re.compile("^Yesterday, ")).click()
    kist.find("text", "Name of This Version").type("as I felt then")
    kist.press("Return")
    kist.press("Escape")
    kist.find("list item", re.compile("^Yesterday, .*: as I felt then$"))


def bring_back(kist):
    kist.find("list item", re.compile("^Yesterday, ")).click()
    kist.wait_text("The first version that was kept.")
    kist.button("Bring This Version Back").click()
    wait_for(lambda: holds(kist.data, FIRST), "the first version again")
    kist.button("Entry Menu").click()
    kist.find("menu item", "Undo").click()
    wait_for(lambda: holds(kist.data, SECOND), "the second version again")


with Kist() as program:
    write(program)
    change_ones_mind(program)
    look(program)
    name_it(program)
    bring_back(program)
    assert not program.complaints(), program.complaints()
