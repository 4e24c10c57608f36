#!/usr/bin/env python3
"""Whatever is wrong with the disk is said in words with a way on, and never ends the program or loses a word."""

import os
import re
import sqlite3
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import entries, holds  # noqa: E402

ROOMY, TINY = 8 * 1024 * 1024, 4096


def on_small_disk(data, size):
    return ["bwrap", "--dev-bind", "/", "/", "--size", str(size), "--tmpfs", data, "--die-with-parent"]


def on_read_only_disk(data):
    return ["bwrap", "--dev-bind", "/", "/", "--ro-bind", data, data, "--die-with-parent"]


def seen_by(kist):
    """The data folder as the program, which lives on a disk of its own, sees it."""
    return f"/proc/{kist.gtk_process()}/root{kist.data}"


def fill(folder):
    with open(f"{folder}/filler", "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass  # full


def write_entry(kist, text):
    kist.press("ctrl+n")
    kist.editor().type(text)
    kist.wait_text(text)


def full_while_writing(data):
    with Kist(data=data, wrapper=on_small_disk(data, ROOMY)) as kist:
        write_entry(kist, "The first line is on disk.")
        wait_for(lambda: holds(seen_by(kist), "first line"), "the first line on disk")
        fill(seen_by(kist))
        kist.type(" The second one cannot be.")
        kist.wait_text(re.compile("^Not saved yet"))
        assert kist.editor().text.endswith("The second one cannot be."), kist.tree()

        os.remove(f"{seen_by(kist)}/filler")
        kist.button("Try Again").click()
        wait_for(lambda: holds(seen_by(kist), "second one"), "the second line on disk")
        kist.wait_gone(None, re.compile("^Not saved yet"))
        assert not kist.complaints(), kist.complaints()


def full_from_the_start(data):
    with Kist(data=data, wrapper=on_small_disk(data, TINY)) as kist:
        kist.wait_text("The Disk Is Full")
        kist.button("Try Again").click()
        kist.wait_text("The Disk Is Full")


def read_only(data):
    with Kist(data=data, wrapper=on_read_only_disk(data)) as kist:
        kist.wait_text("Kist Cannot Write Here")
        kist.wait_text(data)
        kist.button("Try Again")


def damaged(data):
    with Kist(data=data) as kist:
        write_entry(kist, "This was written before.")
        assert kist.quit() == 0
        kist.start()  # a start makes a back-up of what is sound
        kist.wait_text("Home")
        assert kist.quit() == 0
        with open(f"{data}/kist.db", "r+b") as file:
            file.write(b"This is no database." * 500)

        kist.start()
        kist.wait_text("Your Record Is Damaged")
        assert not kist.complaints(), kist.complaints()
        kist.find("list item", re.compile(r", \d\d:\d\d")).click()
        kist.go("Journal")
        kist.wait_text("This was written before.")
        assert any(name.startswith("kist-damaged") for name in os.listdir(data)), os.listdir(data)


def damaged_without_back_up(data):
    with open(f"{data}/kist.db", "wb") as file:
        file.write(b"This is no database." * 500)
    with Kist(data=data) as kist:
        kist.wait_text("Your Record Is Damaged")
        kist.find(None, "Start with an Empty Record").click()
        kist.go("Home")
        assert any(name.startswith("kist-damaged") for name in os.listdir(data)), os.listdir(data)


def newer(data):
    with Kist(data=data) as kist:
        write_entry(kist, "This was written before.")
        assert kist.quit() == 0
        database = sqlite3.connect(f"{data}/kist.db", isolation_level=None)
        database.execute("PRAGMA user_version = 9999")
        database.close()
        kist.start()
        kist.wait_text("Your Record Is From a Newer Kist")
        assert not kist.complaints(), kist.complaints()
        kist.button("Try Again")
    assert holds(data, "This was written before."), entries(data)


for case in (full_while_writing, full_from_the_start, read_only, damaged, damaged_without_back_up, newer):
    with tempfile.TemporaryDirectory(prefix="kist-disk-") as folder:
        case(folder)
    print(f"{case.__name__.replace('_', ' ')}: said, with a way on", flush=True)
