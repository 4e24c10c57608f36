#!/usr/bin/env python3
"""The disk fills at every write of an export, one after the other: what was there is whole and the message is clear.

Only when the last step, making the new name last, finds no room is the new export there already, and then it is whole."""

import os
import re
import subprocess
import tempfile

import journal_data

TOOL = os.environ["KIST_TOOL"]
# Whatever puts something on a disk; messages are not to be lost, so that standard error is no file of these.
CALLS = "write,pwrite64,fsync,fdatasync,syncfs,ftruncate,fallocate,mkdir,rename,renameat2"


def tree(path):
    """What is at @path: {name: bytes}."""
    if os.path.isfile(path):
        with open(path, "rb") as file:
            return {"": file.read()}
    return {name: inside for name in sorted(os.listdir(path)) for inside in tree(os.path.join(path, name)).values()}


def run(data, out, name, wrapper=()):
    command = [*wrapper, TOOL, "export", "--data", data, "--format", name, "-o", out]
    return subprocess.run(command, capture_output=True, text=True)


def writes(data, out, name, log):
    """How many calls of each kind one export makes."""
    done = run(data, out, name, ["strace", "-f", "--quiet=all", f"--trace={CALLS}", "-o", log])
    assert done.returncode == 0, done
    with open(log, encoding="utf-8") as file:
        names = re.findall(r"^\d+ +(\w+)\(", file.read(), re.MULTILINE)
    return {call: names.count(call) for call in set(names)}


def fresh(data, top, name, out):
    """What an export without a fault gives."""
    elsewhere = os.path.join(top, "fresh-" + os.path.basename(out))
    assert run(data, elsewhere, name).returncode == 0
    return tree(elsewhere)


def every_write(data, top, name, out):
    """Returns how many faults were tried and how many of them stopped the export."""
    run(data, out, name)
    counts = writes(data, out, name, f"{top}/strace.log")
    before, n_tried, n_stopped = tree(out), 0, 0
    assert counts.get("write", 0) > 0, counts
    around = sorted(os.listdir(os.path.dirname(out)))
    journal_data.change(data, n_tried)
    for call, count in counts.items():
        for when in range(1, count + 1):
            fault = ["strace", "-f", "--quiet=all", "-o", "/dev/null", f"--trace={call}", f"--inject={call}:error=ENOSPC:when={when}"]
            done = run(data, out, name, fault)
            n_tried += 1
            if done.returncode == 0:  # a call that is no part of the export, such as a wake-up of a thread
                assert tree(out) != before, (call, when)
                before = tree(out)
                journal_data.change(data, n_tried)
                continue
            n_stopped += 1
            assert done.returncode == 3, (call, when, done)
            left = tree(out)
            assert left == before or call == "fsync" and left == fresh(data, top, name, out), (call, when, "the old export is damaged")
            if left != before:
                before = left
                journal_data.change(data, n_tried)
            assert done.stderr.count("\n") == 1 and "no space left on the disk" in done.stderr, (call, when, done.stderr)
            assert sorted(os.listdir(os.path.dirname(out))) == around, (call, when, "something was left behind")
    assert n_stopped > 2, (name, counts)
    return n_tried, n_stopped


# Looking for leaks needs ptrace, which strace has already; the other tests look for them.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
with tempfile.TemporaryDirectory() as folder:
    person = journal_data.make(os.path.join(folder, "person"))
    os.mkdir(f"{folder}/out")
    for form, target in (("html", "journal.html"), ("pdf", "journal.pdf"), ("site", "site"), ("md", "md.zip")):
        tried, stopped = every_write(person, folder, form, f"{folder}/out/{target}")
        print(f"{form}: {tried} faults, {stopped} stopped the export")
