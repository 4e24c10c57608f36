#!/usr/bin/env python3
"""walk.py FOLDER: do the main job as a person would, and leave a numbered picture of every stage in the folder."""

import os
import sys

import story
from app import Kist


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for old in os.listdir(folder):
        if old.endswith(".png"):
            os.remove(os.path.join(folder, old))
    with Kist() as kist:
        for number, (name, what) in enumerate(story.main_job(kist), 1):
            path = kist.shot(os.path.join(folder, f"{number:02}-{name}.png"))
            print(f"{path}: {what}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
