#!/usr/bin/env python3
"""What there is to mend is opened in the person's own editor. Where none is chosen they are told where the file is."""

import os
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from authoring import write  # noqa: E402

MANIFEST = "---\nid: gloves\nversion: 1.0.0\ntitle: Gloves\nlanguage: en-GB\n---\nAbout gloves.\n"
TYPES = ("text/plain", "text/markdown", "inode/directory")
EDITOR = """[Desktop Entry]
Type=Application
Name=Editor
Exec={program} %f
MimeType={types};
"""


def choose_nothing(kist):
    """Whatever is installed on this machine opens none of it."""
    installed = "".join(f"{name};" for name in os.listdir("/usr/share/applications") if name.endswith(".desktop"))
    removed = "".join(f"{name}={installed}\n" for name in TYPES)
    write(f"{kist.environment['XDG_CONFIG_HOME']}/mimeapps.list", f"[Removed Associations]\n{removed}")


def choose_editor(kist, opened):
    """As the person's settings do; it writes down what it was asked to open."""
    program = os.path.join(kist.folder, "editor")
    write(program, f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{opened}"\n', 0o755)
    applications = os.path.join(kist.environment["XDG_DATA_HOME"], "applications")
    write(f"{applications}/editor.desktop", EDITOR.format(program=program, types=";".join(TYPES)))
    chosen = "".join(f"{name}=editor.desktop\n" for name in TYPES)
    write(f"{kist.environment['XDG_CONFIG_HOME']}/mimeapps.list", f"[Default Applications]\n{chosen}")


def open_pack(kist, pack):
    kist.go("Author")
    kist.open(os.path.basename(pack))
    kist.wait_text("1 error")


def read(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def nobody_edits(kist, pack):
    kist.button("Edit pack.md").click()
    kist.wait_text("“pack.md” Was Not Opened")
    kist.wait_text(f"{pack}/pack.md")
    kist.close_dialog()
    kist.button("Show the Folder").click()
    kist.wait_text("The Folder Was Not Opened")
    kist.close_dialog()


def somebody_edits(kist, pack, opened):
    kist.button("Edit pack.md").click()
    wait_for(lambda: f"{pack}/pack.md" in read(opened), "the editor to get the file")
    kist.button("Show the Folder").click()
    wait_for(lambda: pack in read(opened), "the folder to be shown")


with tempfile.TemporaryDirectory() as folder, Kist(start=False) as program:
    folder = os.path.realpath(folder)
    write(f"{folder}/gloves/pack.md", MANIFEST)
    choose_nothing(program)
    program.start()
    program.command.append(f"{folder}/gloves")
    program.spawn()
    program.wait_text("1 error")
    nobody_edits(program, f"{folder}/gloves")
    program.command.pop()
    choose_editor(program, f"{folder}/opened")
    program.restart()
    open_pack(program, f"{folder}/gloves")
    somebody_edits(program, f"{folder}/gloves", f"{folder}/opened")
    assert not program.complaints(), program.complaints()
