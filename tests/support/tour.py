#!/usr/bin/env python3
"""tour.py FOLDER [SCREEN…]: a picture of every screen in every variant, and one sheet of each variant for a quick look."""

import os
import shutil
import subprocess
import sys

import story
from app import Kist
from screens import SCREENS, VARIANTS, show


def sheet(folder, variant, pictures):
    """All pictures of a variant on one."""
    path = f"{folder}/sheet-{variant.name}.png"
    look = ["-tile", "4x", "-geometry", "560x560>+12+12", "-background", "#808080", "-label", "%t"]
    subprocess.run(["montage", *look, *pictures, path], check=True)
    print(path, flush=True)


def main(folder, *names):
    os.makedirs(folder, exist_ok=True)
    screens = [screen for screen in SCREENS if not names or screen.name in names]
    with story.lived_in() as data:
        for variant in VARIANTS:
            pictures = []
            copy = shutil.copytree(data, f"{data}-{variant.name}")
            with Kist(data=copy, **variant.options) as kist:
                for screen in screens:
                    show(kist, screen)
                    pictures.append(kist.shot(f"{folder}/{screen.name}-{variant.name}.png"))
                    print(pictures[-1], flush=True)
            sheet(folder, variant, pictures)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
