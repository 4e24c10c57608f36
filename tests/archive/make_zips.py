#!/usr/bin/env python3
"""make_zips.py FOLDER: zip files that a stranger might hand one, made with nothing of ours."""

import os
import struct
import sys
import zipfile

BOMB_MIB = 64


def link(name, target):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info, target


def write(folder, name, entries, compression=zipfile.ZIP_DEFLATED):
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path, "w", compression) as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return path


def lie_about_size(path, size):
    """Says in every header of the zip at @path that each entry has @size bytes unpacked."""
    with open(path, "rb") as file:
        content = bytearray(file.read())
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(signature)
        while at >= 0:
            struct.pack_into("<I", content, at + place, size)
            at = content.find(signature, at + 4)
    with open(path, "wb") as file:
        file.write(content)


def encrypt(path):
    """Sets the bit that says so."""
    with open(path, "rb") as file:
        content = bytearray(file.read())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(signature) + place] |= 1
    with open(path, "wb") as file:
        file.write(content)


def rename(path, old, new):
    """Changes a name that zipfile would not write, length for length."""
    with open(path, "rb") as file:
        content = file.read()
    assert old in content and len(old) == len(new)
    with open(path, "wb") as file:
        file.write(content.replace(old, new))


def main(folder):
    text = ("a.txt", "Some text.\n" * 20)
    whole = write(folder, "good.zip", [text, ("things/", ""), ("things/one.md", "One"), ("caf\u00e9.txt", "Two")])
    write(folder, "bomb.zip", [("bomb.txt", b"\0" * (BOMB_MIB << 20))])
    lie_about_size(write(folder, "bomb-that-lies.zip", [("bomb.txt", b"\0" * (BOMB_MIB << 20))]), 100)
    lie_about_size(write(folder, "claims-200-mb.zip", [text]), 200 * 1024 * 1024 + 1)
    write(folder, "many.zip", [(f"{i}", "") for i in range(5001)])
    write(folder, "most.zip", [(f"{i}", "x") for i in range(5000)])
    write(folder, "up.zip", [text, ("things/../../up.txt", "x")])
    write(folder, "absolute.zip", [("/etc/passwd", "x")])
    rename(write(folder, "drive.zip", [("C_/passwd", "x")]), b"C_/passwd", b"C:/passwd")
    rename(write(folder, "backslash.zip", [("things_up.txt", "x")]), b"things_up.txt", b"things\\up.txt")
    rename(write(folder, "backslash-below.zip", [("a/things_up.txt", "x")]), b"things_up.txt", b"things\\up.txt")
    rename(write(folder, "control.zip", [("things_up.txt", "x")]), b"things_up.txt", b"things\nup.txt")
    rename(write(folder, "latin.zip", [("caf_.txt", "x")]), b"caf_.txt", b"caf\xe9.txt")
    write(folder, "link.zip", [link("things", "/etc")])
    write(folder, "link-then-file.zip", [link("things", "/etc"), ("things/passwd", "x")])
    write(folder, "case.zip", [("media/Map.png", "x"), ("media/map.png", "y")])
    write(folder, "case-of-folder.zip", [("media/a.png", "x"), ("Media/b.png", "y")])
    write(folder, "accent.zip", [("caf\u00e9", "x"), ("cafe\u0301", "y")])
    rename(write(folder, "twice.zip", [("one.txt", "x"), ("two.txt", "y")]), b"two.txt", b"one.txt")
    write(folder, "file-and-folder.zip", [("things", "x"), ("things/one.md", "y")])
    write(folder, "bzip2.zip", [text], zipfile.ZIP_BZIP2)
    encrypt(write(folder, "locked.zip", [text]))
    with open(whole, "rb") as file:
        content = file.read()
    with open(os.path.join(folder, "cut.zip"), "wb") as file:
        file.write(content[:-30])
    with open(os.path.join(folder, "cut-in-front.zip"), "wb") as file:
        file.write(content[60:])
    with open(os.path.join(folder, "none.zip"), "wb") as file:
        file.write(b"<!DOCTYPE html><p>Not found" * 40)
    at = content.find(b"a.txt") + 10
    with open(os.path.join(folder, "damaged.zip"), "wb") as file:
        file.write(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1:])
    with open(os.path.join(folder, "empty.zip"), "wb"):
        pass


if __name__ == "__main__":
    main(sys.argv[1])
