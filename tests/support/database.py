"""What is in a person's data folder, read beside the program and not through it."""

import os
import shutil
import sqlite3
import tempfile

from waiting import wait_for

FAULTS = (AssertionError, sqlite3.DatabaseError, OSError)
SETTLING = 20  # seconds in which what the program has begun to write is on the disk


def _read(folder):
    """{id: body} of a copy of the database, after what SQLite does with one that was left open; it must be sound."""
    with tempfile.TemporaryDirectory(prefix="kist-copy-") as copy:
        for name in filter(lambda name: name.startswith("kist.db"), os.listdir(folder)):
            shutil.copy(os.path.join(folder, name), copy)
        database = sqlite3.connect(os.path.join(copy, "kist.db"))
        try:
            verdict = database.execute("PRAGMA integrity_check").fetchall()
            assert verdict == [("ok",)], f"the database is damaged: {verdict}"
            broken = database.execute("PRAGMA foreign_key_check").fetchall()
            assert not broken, f"rows without what they belong to: {broken}"
            return dict(database.execute("SELECT id, body FROM entry WHERE deleted_at IS NULL"))
        finally:
            database.close()


def entries(folder):
    """{id: body}. The program may write while its files are copied one after another: then another copy is taken."""
    problem = None

    def read():
        nonlocal problem
        try:
            return [_read(folder)]
        except FAULTS as error:
            problem = error
            return None

    return wait_for(read, lambda: f"a sound copy of the database; of the last one: {problem}", SETTLING)[0]


def holds(folder, words):
    """Whether some entry has these words by now; the program may be writing just then."""
    try:
        return any(words in body for body in _read(folder).values())
    except FAULTS:
        return False
