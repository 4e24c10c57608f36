#!/usr/bin/env python3
"""bench.py BUILD [PAIRS]: how fast and how large Kist is, next to an empty program of the same libraries.

Kist and the empty program take turns (A B A B …), so that whatever else the machine does falls on both; what counts is
the ratio of the medians. A missed budget is reported, not failed: the exit status is 1 only when nothing can be measured.
"""

import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from session import Session  # noqa: E402
from waiting import wait_for  # noqa: E402

THINGS, ENTRIES = 23, 1000
PACK = os.path.join(TOP, "data", "packs", "digital-things")
INSIDE = (  # what programs of this folder measure in themselves: name, unit and what it is called here, budget
    ("library", "ms", f"loading {THINGS} Things (other: reading their files)", {}),
    ("scenario", "ms", "parsing 5,000 passages (other: into lines)", {"most": 100}),
    ("run-choose", "µs", "a choice among them (other: a copy of all visits)", {"most": 1000}),
    ("run-choose-late", "µs", "  after 3,000 others", {"most": 1000}),
    ("map-bundled", "ms", "the map of “A friend request” (other: parsing it)", {"most": 50}),
    ("map-80", "ms", "the map of 80 passages", {"most": 50}),
    ("map-200", "ms", "the map of 200 passages", {}),
    ("map-5000", "ms", "the map of 5,000 passages", {}),
    ("search", "ms", "10,000 entries searched (other: the sqlite3 shell)", {"budget": 1.2}),
    ("search-letter", "ms", "  for all words with the same first letter", {"budget": 1.2}),
    ("open-thing", "ms", "a Thing opens (other: a frame)", {"budget": 2}),
    ("open-thing-work", "ms", "  of which the main thread worked", {}),
    ("open-thing-first", "ms", "  the first time", {}),
    ("open-step", "ms", "the longest Read step opens (other: a frame)", {"budget": 2}),
    ("open-step-work", "ms", "  of which the main thread worked", {}),
    ("open-step-first", "ms", "  the first time", {}),
    ("choice", "ms", "a choice is shown (other: a frame)", {"budget": 2}),
    ("choice-work", "ms", "  of which the main thread worked", {}),
    ("key", "ms", "key to screen, 20,000 words (other: a source view)", {"budget": 1.5}),
    ("key-in-paragraph", "ms", "  in a single paragraph (other: a text view)", {"budget": 2}),
    ("iteration", "ms", "longest main-loop iteration, typing and saving", {"most": 8}),
    ("iteration-work", "ms", "  of which the main thread worked", {}),
)
SCALES = {"ms": 1, "µs": 1000}
QUIET_TICKS = 15  # readings in a row without any work: then a program has come to rest


def make_pack(folder):
    """The real pack, its Things repeated under other ids until there are 23."""
    pack = os.path.join(folder, "digital-things")
    shutil.copytree(PACK, pack)
    names = sorted(os.listdir(f"{pack}/things"))
    things = [read(f"{pack}/things/{name}") for name in names]
    ids = [re.search(r"^id: *(\S+)", text, re.MULTILINE)[1] for text in things]
    for number in range(len(things), THINGS):
        source = number % len(things)
        ids.append(f"{ids[source]}-copy-{number}")
        text = re.sub(r"^id:.*", f"id: {ids[-1]}", things[source], count=1, flags=re.MULTILINE)
        text = re.sub(r"^number:.*", f"number: {100 + number}", text, count=1, flags=re.MULTILINE)
        with open(f"{pack}/things/copy-{number}.md", "w") as file:
            file.write(text)
    manifest = re.sub(r"things: \[.*?\]", f"things: [{', '.join(ids)}]", read(f"{pack}/pack.md"), count=1, flags=re.DOTALL)
    with open(f"{pack}/pack.md", "w") as file:
        file.write(manifest)
    return folder


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def fill_store(build, data):
    """1,000 reflections through the program's own store; microseconds of each save."""
    done = subprocess.run([f"{build}/tests/bench/fill-store", data, str(ENTRIES)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: the store could not be filled: {done.stderr.strip()}")
    return [int(line) for line in done.stdout.split()]


def bare_inserts(folder):
    """The same number of texts of the same length as single transactions of a bare SQLite; microseconds of each."""
    database = sqlite3.connect(f"{folder}/bare.db", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT")
    times = []
    for number in range(ENTRIES):
        started = time.monotonic()
        database.execute("INSERT INTO entry VALUES (?, ?)", (f"entry-{number}", "breakfast " * 160))
        times.append((time.monotonic() - started) * 1e6)
    return times


def start_time(session):
    """Seconds from the start to the end right after the first complete frame, and of its processors' time."""
    started = time.monotonic()
    process = session.spawn()
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: {session.command[0]} ended with {process.returncode}: {session.stderr()[-1000:]}")
    return elapsed, usage.ru_utime + usage.ru_stime


def memory(session):
    """PSS in MB of all its processes, once its window is there and it has come to rest."""
    session.process = session.spawn()
    search = ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(session.process.pid), "--name", "."]
    wait_for(lambda: session.alive() and subprocess.run(search, env=session.environment, capture_output=True).stdout, "a window")
    works, quiet = None, 0

    def at_rest():
        nonlocal works, quiet
        now = [read(f"/proc/{process}/stat").rsplit(")", 1)[1].split()[11:13] for process in session.processes()]
        quiet, works = (quiet + 1 if now == works else 0), now
        return quiet >= QUIET_TICKS

    wait_for(at_rest, f"{session.command[0]} to come to rest", 60, 0.1)
    rollups = [read(f"/proc/{process}/smaps_rollup") for process in session.processes()]
    session.kill()
    return sum(int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1]) for rollup in rollups) / 1024


def runs(measure, kist, empty, pairs):
    """(Kist's results, the empty program's), in turns; a first pair, which warms the caches, does not count."""
    return tuple(zip(*[(measure(kist), measure(empty)) for _ in range(pairs + 1)][1:]))


def measured_inside(program, pairs, environment):
    """What a program of this folder measured in itself: name → (Kist's milliseconds, the other's)."""
    done = subprocess.run([program, str(pairs)], env=environment, capture_output=True, text=True, timeout=900)
    if done.returncode:
        sys.exit(f"bench: {program} ended with {done.returncode}: {done.stderr[-1000:]}")
    lines = (line.split() for line in done.stdout.splitlines())
    return {name: (float(kist), float(other)) for name, kist, other in lines}


def row(what, kist, other, unit, budget=None, most=None):
    """budget is for the ratio, most for Kist's number alone."""
    ratio = kist / other
    verdict = ""
    limit = f"≤ {budget:.2f}" if budget else f"≤ {most:g} {unit}" if most else ""
    if limit:
        verdict = "kept" if (ratio <= budget if budget else kist <= most) else "MISSED"
    print(f"{what:<52} {kist:>8.1f} {other:>8.1f} {unit:<3} {ratio:>6.2f} {limit:>7}  {verdict}", flush=True)


def main(build, pairs=15):
    folder = tempfile.mkdtemp(prefix="bench-", dir=build)  # on a real disk: a save is nothing in memory
    try:
        packs = make_pack(f"{folder}/packs")
        data = f"{folder}/data"
        saves = fill_store(build, data)
        common = {"data": data, "packs": packs, "environment": {"G_DEBUG": ""}}
        empty = f"{build}/tests/bench/empty"
        print(f"{'':<52} {'Kist':>8} {'other':>8} {'':<3} {'ratio':>6} {'budget':>7}")
        quick = {**common, "arguments": ["--exit-after-startup"]}
        kist, other = Session(**quick), Session(program=empty, **quick)
        start, work = zip(*(map(statistics.median, zip(*column)) for column in runs(start_time, kist, other, pairs)))
        row(f"start to complete frame, {THINGS} Things, {ENTRIES} entries", start[0] * 1000, start[1] * 1000, "ms", 1.25)
        row("  of which the processors worked, on all threads", work[0] * 1000, work[1] * 1000, "ms")
        sizes = runs(memory, Session(**common), Session(program=empty, **common), max(pairs // 5, 1))
        row("memory at Home (PSS)", *map(statistics.median, sizes), "MB", 1.35)
        bare = bare_inserts(folder)
        row("saving an entry, median (other: bare SQLite)", statistics.median(saves) / 1000, statistics.median(bare) / 1000, "ms")
        last = 99 * ENTRIES // 100
        row("saving an entry, 99th percentile", sorted(saves)[last] / 1000, sorted(bare)[last] / 1000, "ms")
        environment = kist.environment
        inside = {
            **measured_inside(f"{build}/tests/bench/load-bench", pairs, environment),
            **measured_inside(f"{build}/tests/bench/search-bench", pairs, environment),
            **measured_inside(f"{build}/tests/bench/ui-bench", pairs, environment),
        }
        for name, unit, what, limits in INSIDE:
            row(what, *(value * SCALES[unit] for value in inside[name]), unit, **limits)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
