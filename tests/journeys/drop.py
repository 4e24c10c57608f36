#!/usr/bin/env python3
"""Files are dragged out of another program's window and dropped on Kist's, with a real pointer: a scenario, also over a
text that is being written; two at once; a pack; a folder; a file that has gone; one that is on no disk of this computer.
What is no file is refused."""

import itertools
import os
import subprocess
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from authoring import write  # noqa: E402

SOURCE = os.path.join(sys.path[0], "..", "support", "drag_source.py")
BESIDE = (1150, 100)  # of Kist's window, on the screen of 1400 × 1000
MANIFEST = "---\nid: gloves\nversion: 1.0.0\ntitle: Gloves\nlanguage: en-GB\nlicence: CC-BY-4.0\n---\nAbout gloves.\n"
THING = """---
id: gloves
title: Gloves
minutes: 5
licence: CC-BY-4.0
---
Why.

## Read: One (5 min) {#one}

Text.
"""
STORY = """:: StoryTitle
{title}

:: StoryData
{{ "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "format": "Kist", "format-version": "1.0.0", "start": "One" }}

:: One [decision]
A.

[[Go->Two]]

:: Two [end]
B.
"""


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


def make_pack(folder):
    write(f"{folder}/pack.md", MANIFEST)
    write(f"{folder}/things/gloves.md", THING)
    subprocess.run([os.environ["KIST_TOOL"], "pack", folder, "-o", f"{folder}.things"], check=True)
    return f"{folder}.things"


def scenarios(kist, top):
    first, second = (write(f"{top}/{name}.twee", STORY.format(title=name)) for name in ("Gloves on", "Gloves off"))
    drop(kist, first.replace(" ", "%20"))
    kist.wait_text("Gloves on")
    kist.wait_text("What Becomes of It")

    kist.press("ctrl+n")
    drop(kist, first.replace(" ", "%20"), on=kist.editor())
    kist.wait_text("What Becomes of It")
    kist.button("Back").click()
    assert kist.editor().text == "", kist.editor().text

    kist.go("Learn")
    drop(kist, first.replace(" ", "%20"), second.replace(" ", "%20"))
    kist.wait_text("Gloves on")
    kist.wait_text("What Becomes of It")
    kist.button("Back").click()
    kist.wait_text("Gloves off")


def packs(kist, top):
    pack = make_pack(f"{top}/gloves")
    drop(kist, pack)
    kist.wait_text("“Gloves” was added")
    drop(kist, f"{top}/gloves")
    kist.wait_text("Nothing to mend")
    os.mkdir(f"{top}/empty")
    drop(kist, f"{top}/empty")
    kist.wait_text("This Is No Pack Yet")


def what_cannot_be_had(kist, top):
    drop(kist, f"{top}/gone.twee")
    kist.wait_text("The file “gone.twee” is no longer there.")
    drop(kist, content="https://example.org/gloves.twee")
    kist.wait_text("Only files on this computer can be opened: copy the others into a folder first.")
    drop(kist, kind="text", content="Gloves", is_wanted=False)
    drop(kist, f"{top}/gone.things")
    kist.wait_text("“gone.things” Was Not Added")
    kist.close_dialog()
    drop(kist, f"{top}/Gloves%20off.twee")
    kist.wait_text("Gloves off")


with tempfile.TemporaryDirectory() as folder, Kist() as program:
    scenarios(program, folder)
    program.go("Learn")
    packs(program, folder)
    program.go("Learn")
    what_cannot_be_had(program, folder)
    assert not program.complaints(), program.complaints()
