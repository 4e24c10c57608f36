#!/usr/bin/env python3
"""kill.py [--times N] [--seed S]: kill Kist at random moments while its user types, and look at what is left.

Each time the database must be sound, what was typed more than two seconds before must be in it, nothing that was never
typed, and every entry of the times before. A machine that stands still for a while is no failure of Kist's: two seconds
is twice what the bare work takes in the same moments, which is to wait for one second and write a page.
"""

import argparse
import os
import random
import sys
import threading
import time

sys.path.append(sys.path[0] + "/../support")

from app import Kist  # noqa: E402
from database import entries  # noqa: E402

GRACE = 2.0  # seconds of typing that may be lost: product.md's promise
PAUSE = 1.0  # seconds that the bare work waits
PAGE = bytes(4096)
LONGEST = 5.0
WORDS = "today Morag asked whether she could have breakfast later and I said that of course it was her morning".split()


class BareWork:
    """Waits and writes as Kist does to save, over and over and several at once, and knows the longest it took."""

    def __init__(self, folder, at_once=4):
        self.longest, self._ends, self._began = PAUSE, threading.Event(), [time.monotonic()] * at_once
        self._threads = [threading.Thread(target=self._run, args=(folder, number)) for number in range(at_once)]
        for thread in self._threads:
            thread.start()

    def _run(self, folder, number):
        self._ends.wait(PAUSE * number / len(self._threads))
        with open(os.path.join(folder, f"bare-work-{number}"), "wb") as file:
            while not self._ends.is_set():
                self._began[number] = time.monotonic()
                self._ends.wait(PAUSE)
                file.write(PAGE)
                file.flush()
                os.fsync(file.fileno())
                self._measure(number)

    def _measure(self, number):
        self.longest = max(self.longest, time.monotonic() - self._began[number])

    def end(self):
        """The longest, in seconds: PAUSE on a machine that never stood still."""
        for number in range(len(self._threads)):
            self._measure(number)  # also what is not done yet
        longest = self.longest
        self._ends.set()
        for thread in self._threads:
            thread.join()
        return longest


def type_until(kist, chance, limit):
    """Type real words for limit seconds; [(when the keys had all been sent, everything typed until then)]."""
    typed, text, started = [], "", time.monotonic()
    while time.monotonic() - started < limit:
        word = chance.choice(WORDS) + chance.choice([" ", " ", " ", ", ", ".\n"])
        kist.type(word)
        text += word
        typed.append((time.monotonic(), text))
    return typed


def one_time(kist, chance, before):
    """One life and its end; (the entries now, the characters lost)."""
    kist.press("ctrl+n")
    kist.editor().focus()
    bare = BareWork(kist.folder)
    try:
        typed = type_until(kist, chance, chance.uniform(0, LONGEST))
        kist.kill()
        killed = time.monotonic()
    finally:
        grace = GRACE * bare.end() / PAUSE

    after = entries(kist.data)
    for name, body in before.items():
        assert after.get(name) == body, f"the earlier entry {name} was {body!r} and is {after.get(name)!r}"
    new = [body for name, body in after.items() if name not in before]
    assert len(new) <= 1, f"one entry was written, and there are {len(new)} new ones"
    kept = new[0] if new else ""
    everything = typed[-1][1] if typed else ""
    due = max((text for moment, text in typed if killed - moment > grace), key=len, default="")
    assert everything.startswith(kept), f"in the entry is what nobody typed: {kept!r}, typed was {everything!r}"
    assert kept.startswith(due), f"typed more than {grace:.1f} s before and lost: {due[len(kept):]!r}"
    return after, len(everything) - len(kept)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--times", type=int, default=20)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = options.parse_args()
    print(f"{arguments.times} times with --seed {arguments.seed}", flush=True)
    chance, found, lost = random.Random(arguments.seed), {}, []
    with Kist() as kist:
        for number in range(1, arguments.times + 1):
            if number > 1:
                kist.start()
            kist.wait_text("Home")
            try:
                found, characters = one_time(kist, chance, found)
            except AssertionError as error:
                sys.exit(f"time {number} of --seed {arguments.seed}: {error}")
            lost.append(characters)
            if number % 50 == 0:
                print(f"{number} times: all sound", flush=True)
    print(f"killed {len(lost)} times; at most {max(lost)} characters lost; {len(found)} entries sound")


if __name__ == "__main__":
    main()
