#!/usr/bin/env python3
"""kill.py [--times N] [--seed S]: kill Kist at random moments while its user types, and look at what is left.

Each time the database must be sound, what was typed more than two seconds before must be in it, nothing that was never
typed, and every entry of the times before.
"""

import argparse
import random
import sys
import time

sys.path.append(sys.path[0] + "/../support")

from app import Kist  # noqa: E402
from database import entries  # noqa: E402

GRACE = 2.0  # seconds of typing that may be lost: product.md's promise
LONGEST = 5.0
WORDS = "today Morag asked whether she could have breakfast later and I said that of course it was her morning".split()


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
    typed = type_until(kist, chance, chance.uniform(0, LONGEST))
    kist.kill()
    killed = time.monotonic()

    after = entries(kist.data)
    for name, body in before.items():
        assert after.get(name) == body, f"the earlier entry {name} was {body!r} and is {after.get(name)!r}"
    new = [body for name, body in after.items() if name not in before]
    assert len(new) <= 1, f"one entry was written, and there are {len(new)} new ones"
    kept = new[0] if new else ""
    everything = typed[-1][1] if typed else ""
    due = max((text for moment, text in typed if killed - moment > GRACE), key=len, default="")
    assert everything.startswith(kept), f"in the entry is what nobody typed: {kept!r}, typed was {everything!r}"
    assert kept.startswith(due), f"typed more than {GRACE:g} s before and lost: {due[len(kept):]!r}"
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
