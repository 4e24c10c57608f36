"""The dialog about back-ups, and files to open in it that need no record to be made."""

import hashlib
import json
import os
import struct

HEAD = b"KISTBAK\x1a\x01"  # and the version


def write_open(path):
    """A back-up that is whole as far as it can be told without restoring it."""
    database = b"no database, which is found when it is restored"
    manifest = {
        "format": "kist-backup",
        "version": 1,
        "made": "2026-11-21T19:40:00Z",
        "schema": 1,
        "entries": 12,
        "events": 340,
        "bytes": len(database),
        "sha256": hashlib.sha256(database).hexdigest(),
    }
    text = json.dumps(manifest).encode()
    body = HEAD + bytes(7) + struct.pack("<I", len(text)) + text + database
    with open(path, "wb") as file:
        file.write(body + hashlib.sha256(body).digest())


def write_sealed(path):
    """A file whose header is that of a sealed back-up; no passphrase opens it."""
    header = HEAD + b"\x01" + bytes(6) + struct.pack("<QQ", 3, 256 << 20) + bytes(16 + 24 + 32)
    with open(path, "wb") as file:
        file.write(header + hashlib.sha256(header).digest() + bytes(1000))


def open_dialog(kist):
    """As one makes a back-up that is sealed."""
    if not kist.has("button", "Main Menu"):
        kist.button("Back").click()  # to the sidebar, for which there is no room
    kist.button("Main Menu").click()
    kist.find("menu item", "Back Up and Restore…").click()
    kist.find("check box", "Protect With a Passphrase").click()


def open_file(kist, write):
    path = os.path.join(kist.folder, f"{write.__name__}.kist-backup")
    write(path)
    kist.spawn(path)
