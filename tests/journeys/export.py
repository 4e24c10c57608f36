#!/usr/bin/env python3
"""The ways out: one entry as a file, and two of three as a folder, each after what the check found was shown once; and
a place that cannot be written to, which is said while the dialog stays.

Where it goes is chosen in the file dialog."""

import json
import os
import re
import stat
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import holds  # noqa: E402

CALL, KERR, TEA = "I rang 07700 900123 and asked.", "Mrs Kerr was in and so was I.", "The tea was cold."


def write_entry(kist, title, text):
    kist.press("ctrl+n")
    kist.find("text", "Title").type(title)
    kist.editor().type(text)
    wait_for(lambda: holds(kist.data, text), f"{text!r} on disk")


def choose_format(kist, name):
    """And press what leads to the file dialog."""
    dialog = kist.find("dialog", "Export")
    dialog.find("radio button", name).click()
    wait_for(lambda: "checked" in dialog.find("radio button", name).states, f"{name} to be chosen")
    dialog.find("button", "Export…").click()


def save_as(kist, path):
    kist.find("text", re.compile("[Nn]ame"))
    kist.press("ctrl+a")
    kist.type(path)
    kist.press("Return")


def save_here(kist):
    """In the person's own folder, which the dialog begins with."""
    dialog = kist.find("dialog", "Where Should the Folder Be Made?")
    dialog.find("toggle button", os.path.basename(kist.environment["HOME"]))
    dialog.find("button", "Export").click()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def export_entry(kist, top):
    """From the editor, which has shown the phone number already and shows it again, with the way out."""
    path = os.path.join(top, "shift.md")
    kist.find("text", "Add a tag").focus()
    kist.type("nights\n")
    kist.find("button", "Remove the tag nights")
    kist.press("ctrl+e")
    leaving = kist.find("dialog", "Before This Leaves Kist")
    leaving.find("list item", "“07700 900123”")
    leaving.find("button", "Go On").click()
    choose_format(kist, "Markdown")  # at once: the tag was checked with the text
    save_as(kist, "/sys/shift.md")
    kist.wait_text(re.compile(r"^/sys/shift\.md cannot be written to"))
    choose_format(kist, "Markdown")
    save_as(kist, path)
    kist.wait_text("“shift.md” was made")
    text = read(path)
    assert text.startswith("---\n") and 'title: "A first shift"' in text and text.endswith(CALL + "\n"), text
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def export_again(kist, top):
    """The same text: what was found in it was seen, so that the format comes first; or the printers."""
    path = os.path.join(top, "shift.pdf")
    kist.press("ctrl+e")
    choose_format(kist, "PDF")
    save_as(kist, path)
    kist.wait_text("“shift.pdf” was made")
    with open(path, "rb") as file:
        assert file.read().startswith(b"%PDF-"), path
    kist.press("ctrl+p")
    kist.find("dialog", "Print").find("table row", re.compile("Print to File"))
    kist.press("Escape")
    kist.wait_gone("dialog", "Print")


def select(kist, *titles):
    kist.go("Journal")
    kist.button("Journal Menu").click()
    kist.find("menu item", "Select Entries").click()
    for title in titles:
        kist.find("check box", title).click()
    kist.wait_text(f"{len(titles)} Selected")


def export_selection(kist):
    select(kist, "A first shift", "A second shift")
    kist.button("Export…").click()
    kist.wait_text("2 of 2 entries have something to look at")
    kist.wait_text("1 thing to look at: “Mrs Kerr”")
    kist.find("dialog", "Export").find("button", "Go On").click()
    choose_format(kist, "Markdown")
    save_here(kist)
    kist.wait_text("“my-journal” was made")
    folder = os.path.join(kist.environment["HOME"], "my-journal")
    texts = [read(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".md")]
    assert len(texts) == 2 and CALL in texts[0] and KERR in texts[1], texts
    kist.press("Escape")
    kist.wait_gone("check box")


def go_to_entry(kist):
    """Everything, but for what there is to look at: the way leads to the entry instead."""
    kist.press("ctrl+e")
    kist.wait_text("2 of 3 entries have something to look at")
    kist.find("dialog", "Export").find("list item", re.compile("^A second shift")).click()
    wait_for(lambda: kist.editor().text == KERR, "the entry in the editor")


def take_everything(kist, top):
    """One file with a line for each thing that Kist keeps; the last line says that nothing is missing."""
    path = os.path.join(top, "mine.jsonl")
    kist.go("Journal")
    kist.press("ctrl+e")
    kist.find("dialog", "Export").find("button", "Go On").click()
    choose_format(kist, "Everything")
    save_as(kist, path)
    kist.wait_text("“mine.jsonl” was made")
    rows = [json.loads(line) for line in read(path).splitlines()]
    assert {row["entry"]["body"] for row in rows if "entry" in row} == {TEA, KERR, CALL}, rows
    assert rows[-1] == {"end": {"rows": len(rows) - 2}}, rows[-1]


with tempfile.TemporaryDirectory() as folder, Kist() as program:
    write_entry(program, "A third shift", TEA)
    write_entry(program, "A second shift", KERR)
    write_entry(program, "A first shift", CALL)
    export_entry(program, folder)
    export_again(program, folder)
    export_selection(program)
    go_to_entry(program)
    take_everything(program, folder)
    assert not program.complaints(), program.complaints()
    assert program.quit() == 0
