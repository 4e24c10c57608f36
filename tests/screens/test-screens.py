#!/usr/bin/env python3
"""test-screens.py VARIANT[-VARIANT…]: every screen fits its window, is drawn, is dark where asked and can be read out."""

import shutil
import sys

sys.path.append(sys.path[0] + "/../support")

import story  # noqa: E402
from app import Kist  # noqa: E402
from screens import SCREENS, VARIANTS, show  # noqa: E402

BLANK = 0.01  # the standard deviation of a picture's brightness, of 1, below which nothing is on it
DARK = 0.35  # the mean brightness that a dark picture stays under, and a light one over


def faults(kist, is_dark):
    picture = kist.picture()
    mean, deviation = picture.brightness()
    if deviation < BLANK:
        yield "the picture is blank"
    if is_dark != (mean < DARK):
        yield f"the picture's brightness is {mean:.2f}"
    yield from kist.outside()
    yield from kist.complaints()


def main(name):
    options = {}
    for part in name.split("-"):
        options |= next(variant.options for variant in VARIANTS if variant.name == part)
    is_dark = bool(options.get("dark"))
    failed = 0
    print(f"1..{len(SCREENS)}", flush=True)
    with story.lived_in() as data, Kist(data=shutil.copytree(data, f"{data}-{name}"), **options) as kist:
        for number, screen in enumerate(SCREENS, 1):
            try:
                show(kist, screen)
                found = list(faults(kist, is_dark))
            except AssertionError as error:
                found = str(error).splitlines()
                if kist.process.poll() is not None:
                    kist.start()
            failed += bool(found)
            print(f"{'not ok' if found else 'ok'} {number} - {screen.name} {name}", flush=True)
            print("".join(f"# {line}\n" for line in found), end="", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
