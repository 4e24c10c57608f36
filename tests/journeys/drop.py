#!/usr/bin/env python3
"""Files are dragged out of another program's window and dropped on Kist's, with a real pointer: a scenario, also over a
text that is being written; two at once; a pack; a folder; a file that has gone; one that is on no disk of this computer.
What is no file is refused."""

import os
import subprocess
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from authoring import write  # noqa: E402
from dragging import drop  # noqa: E402

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
