"""Files that are dragged out of another program's window and dropped on Kist's, with a real pointer."""

import itertools
import os
import subprocess

from waiting import wait_for

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "drag_source.py")
BESIDE = (1150, 100)  # of Kist's window, on the screen of 1400 × 1000


class Files:
    """Another program's window, from which one thing is dragged."""

    def __init__(self, kist, kind, content):
        self.desktop = kist.desktop
        self.said = os.path.join(kist.folder, "source")
        with open(self.said, "w") as file:
            self.process = self.desktop.start(["python3", SOURCE, kind, content], stdout=file)
        self.window = wait_for(self._search, "the other program's window")
        self.desktop.run("xdotool", "windowmove", self.window, *map(str, BESIDE))
        wait_for(lambda: self._place()[:2] == BESIDE, lambda: f"it to stand there; it is at {self._place()}")
        wait_for(lambda: self.says("ready"), "it to be painted")

    def _search(self):
        search = ["xdotool", "search", "--onlyvisible", "--name", "^Files$"]
        return subprocess.run(search, env=self.desktop.environment, capture_output=True, text=True).stdout.strip()

    def _place(self):
        shell = self.desktop.run("xdotool", "getwindowgeometry", "--shell", self.window)
        values = dict(line.split("=") for line in shell.split())
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def _move(self, x, y):
        self.desktop.run("xdotool", "mousemove", "--sync", str(x), str(y))

    def says(self, word):
        with open(self.said) as file:
            return word in file.read().split()

    def drag_to(self, x, y, is_wanted):
        """Whether it was taken there. The other side answers in its own time: what is wanted is let go once it has."""
        left, top, width, height = self._place()
        self._move(left + width // 2, top + height // 2)
        self.desktop.run("xdotool", "mousedown", "1")
        steps = itertools.cycle((8, 16, 24, 32, 24, 16))  # inside the window, until it counts as dragging
        wait_for(lambda: self._move(left + width // 2 - next(steps), top + height // 2) or self.says("begun"), "the dragging to begin")
        for step in (12, 8, 4, 0):
            self._move(x + step, y)
        if is_wanted:
            wait_for(lambda: self.says("welcome"), "Kist to want it")
        self.desktop.run("xdotool", "mouseup", "1")
        wait_for(lambda: self.says("refused") or self.says("taken"), "the dragging to end")
        self.process.terminate()
        self.process.wait()
        return not self.says("refused")


def drop(kist, *paths, kind="files", content=None, on=None, is_wanted=True):
    x, y = kist.on_screen(on)[:2] if on else kist.geometry[:2]
    width, height = kist.on_screen(on)[2:] if on else kist.geometry[2:]
    files = Files(kist, kind, content or "\n".join(f"file://{path}" for path in paths))
    taken = files.drag_to(x + width // 2, y + height // 2, is_wanted)
    assert taken == is_wanted, f"{content or paths} was {'taken' if taken else 'refused'}, in\n{kist.tree()}"
