#!/usr/bin/env python3
"""A map of what was walked is dragged, turned by the wheel and zoomed with a real pointer; what lies under it is opened by
a click, and a drag is none."""

import os
import re
import subprocess
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from story import open_step, play, starting  # noqa: E402

ACCENT = bytes((53, 132, 228))
OWN = re.compile(b"(?:" + re.escape(ACCENT) + b")+")
NODE = 60  # pixels in a row of one colour: a passage and no line
PATCH = (300, 120)  # of the map, to be found again elsewhere


class Picture:
    def __init__(self, kist):
        path = kist.shot(os.path.join(kist.folder, "map.png"))
        self.width, self.height = kist.size
        done = subprocess.run(["convert", path, "-depth", "8", "rgb:-"], capture_output=True, check=True)
        self.bytes = done.stdout
        assert len(self.bytes) == self.width * self.height * 3, len(self.bytes)

    def row(self, x, y, width):
        start = (y * self.width + x) * 3
        return self.bytes[start : start + width * 3]

    def patch(self, x, y):
        return [self.row(x, y + line, PATCH[0]) for line in range(PATCH[1])]

    def first_passage(self, top):
        """Where the topmost passage in the run's own colour begins, below the head."""
        for y in range(top, self.height):
            at = self.row(0, y, self.width).find(ACCENT * NODE)
            if at >= 0 and at % 3 == 0:
                return at // 3, y
        raise AssertionError("no passage of this run can be seen")

    def widest(self):
        """Of all that is in the run's own colour, in pixels."""
        rows = (self.row(0, y, self.width) for y in range(self.height))
        return max(len(run) // 3 for row in rows for run in OWN.findall(row))


class Pointer:
    def __init__(self, kist):
        self.kist = kist

    def run(self, *words):
        self.kist.desktop.run("xdotool", *map(str, words))

    def to(self, x, y):
        self.run("mousemove", self.kist.geometry[0] + x, self.kist.geometry[1] + y)

    def drag(self, x, y, far):
        """Upwards, in small steps as a hand does it."""
        self.to(x, y)
        self.run("mousedown", 1)
        for step in range(0, far + 1, 10):
            self.to(x, y - step)
        self.run("mouseup", 1)

    def wheel(self, button, times, key=None):
        if key:
            self.run("keydown", key)
        self.run("click", "--repeat", times, "--delay", 30, button)
        if key:
            self.run("keyup", key)


with Kist() as kist:
    open_step(kist, "Social media 1", "Decide: ")
    kist.wait_text("A friend request")
    play(kist, "friend-request")
    kist.button("Map").click()
    kist.wait_text("ways walked")
    pointer, before = Pointer(kist), Picture(kist)
    left, top = before.first_passage(150)
    x, y = left - 60, top + 180

    # Never the whole picture: GTK takes the ring round what has the focus away some seconds after the last key.
    here = before.patch(x, y)
    assert len(set(here)) > 10, f"there is hardly anything at {x}, {y}"
    pointer.drag(x + 40, y + 80, 100)
    wait_for(lambda: Picture(kist).patch(x, y - 100) == here, "the map to follow the hand")
    assert "checked" in kist.find("page tab", "Map").states, kist.tree()

    pointer.wheel(4, 2)
    wait_for(lambda: Picture(kist).patch(x, y) == here, "two clicks of the wheel to turn the map back to its top")

    pointer.to(left + 50, top + 10)
    pointer.wheel(4, 4, "ctrl")
    wait_for(lambda: Picture(kist).widest() > before.widest(), "the map to grow")
    pointer.run("click", 1)
    wait_for(
        lambda: (focus := kist.focused()) and starting("Accept. You have known her").search(focus.name or ""),
        lambda: f"the first way on from what was clicked, in the list, to have the focus, in\n{kist.tree()}",
    )
    assert not kist.complaints(), kist.complaints()
