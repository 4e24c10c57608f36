#!/usr/bin/env python3
"""A picture is dropped on a draft, out of another program: what the file told besides it is shown and left out, words for who
does not see it are asked for, and nothing of the rest is in any file that Kist keeps."""

import os
import re
import shutil
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from database import holds  # noqa: E402
from dragging import drop  # noqa: E402

TELLING = os.path.join(sys.path[0], "..", "fuzz", "corpus", "image", "telling.png")
NAME = "Joan Kerr room 4.png"
MARKER = b"qzMarkerJxwvky"  # in all that the file tells besides the picture
REFERENCE = re.compile(r"!\[A door\.\]\(kist:image/[a-z0-9]+\)")


def drop_one(kist, folder):
    path = os.path.join(folder, NAME)
    shutil.copy(TELLING, path)
    drop(kist, path.replace(" ", "%20"), on=kist.editor())
    dialog = kist.find("dialog", "Insert a Picture")
    dialog.find("list item", "Where it was taken")
    dialog.find("list item", re.compile("^Its name"))
    wait_for(lambda: "sensitive" in dialog.find("button", "Insert").states, "the picture to be read")
    dialog.find("button", "Insert").click()
    kist.wait_text("Say what it shows")
    dialog.find("text", "What It Shows").type("A door.\n")
    kist.wait_gone("dialog", "Insert a Picture")
    wait_for(lambda: REFERENCE.search(kist.editor().text), lambda: f"the picture in {kist.editor().text!r}")
    wait_for(lambda: holds(kist.data, "![A door.]("), "the picture on disk")


def nothing_is_told(kist):
    for folder, _, names in os.walk(kist.data):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            assert MARKER not in content and NAME.encode() not in content, os.path.join(folder, name)


with tempfile.TemporaryDirectory() as top, Kist() as program:
    program.press("ctrl+n")
    program.find("text", "Title").type("A corridor")
    drop_one(program, top)
    nothing_is_told(program)
    assert not program.complaints(), program.complaints()
    assert program.quit() == 0
