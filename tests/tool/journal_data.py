"""A data folder as Kist leaves it, with invented entries and events, for the tests of `kist-tool export --data`."""

import os
import sqlite3

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MIGRATIONS = os.path.join(TOP, "src", "store", "migrations")
TIME = 1795329000000000  # Sunday 22 November 2026, 06:30 UTC
HOSTILE = "<script>alert(1)</script> ]]> \x02 &amp; <b>\n\n# Head\n\n[run](javascript:alert(1))\n"
ENTRIES = [  # id, thing, badge, title, body, deleted
    ("plain", None, None, "A first shift", "# Head\n\nSome *words* and a [link](https://example.org/?a&b).\n", None),
    ("evidence", "nowhere/gone", "no-such-badge", "Boundaries", "What I will do: ask first.\n\n1. one\n2. two\n", None),
    ("hostile", None, None, "yes: \"no\" <b>&\x01 ]]>", HOSTILE, None),
    ("binned", None, None, "In the bin", "Not to be seen.", TIME),
]
EVENTS = [("opened", None, 0, None), ("answered", "q1", 50, "my answer"), ("skipped", "t1", 0, "my reason")]


def make(folder, entries=ENTRIES):
    """Make @folder a person's; returns it."""
    os.makedirs(folder, mode=0o700)
    database = sqlite3.connect(os.path.join(folder, "kist.db"))
    scripts = sorted(os.listdir(MIGRATIONS))
    for name in scripts:
        with open(os.path.join(MIGRATIONS, name), encoding="utf-8") as file:
            database.executescript(file.read())
    database.execute(f"PRAGMA user_version = {len(scripts)}")
    database.execute(f"PRAGMA application_id = {0x4B697374}")
    database.execute("PRAGMA journal_mode = WAL")
    add = "INSERT INTO entry (id, thing, badge, title, body, created, updated, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    for number, (name, thing, badge, title, body, deleted) in enumerate(entries):
        database.execute(add, (name, thing, badge, title, body, TIME + number, TIME + number, deleted))
    for verb, item, value, text in EVENTS:
        database.execute(
            "INSERT INTO event (time, verb, thing, step, item, value, text) VALUES (?, ?, 'nowhere/gone', 'read', ?, ?, ?)",
            (TIME, verb, item, value, text))
    database.commit()
    database.close()
    return folder


def change(folder, number):
    """Another body for an entry, so that a new export differs from the old one."""
    database = sqlite3.connect(os.path.join(folder, "kist.db"))
    database.execute("UPDATE entry SET body = body || ? WHERE id = 'plain'", (f"\n\nMore, {number}.",))
    database.commit()
    database.close()
