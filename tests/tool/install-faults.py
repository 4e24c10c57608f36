#!/usr/bin/env python3
"""A real disk that is full, and one that cannot be written to, leave the pack that was there before, whole."""

import os
import subprocess
import tempfile

TOOL = os.environ["KIST_TOOL"]
MANIFEST = "---\nid: core\nversion: {}\ntitle: Core\nlicence: CC-BY-4.0\n---\nAbout it.\n"
INSTALL = '"$1" install "$2" --data "$3" >/dev/null && "$1" install "$4" --data "$3"; echo "status $?"; cat "$3"/packs/core/pack.md; ls -A "$3"/packs'


def pack(folder, version, n_bytes):
    """A packed pack of @n_bytes that do not get smaller by packing."""
    source = os.path.join(folder, version)
    os.makedirs(os.path.join(source, "media"))
    with open(os.path.join(source, "pack.md"), "w", encoding="utf-8") as file:
        file.write(MANIFEST.format(version))
    with open(os.path.join(source, "media", "film.bin"), "wb") as file:
        file.write(os.urandom(n_bytes))
    packed = os.path.join(folder, version + ".things")
    subprocess.run([TOOL, "pack", source, "-o", packed], check=True)
    return packed


def ends_with_the_old_one(done, says):
    assert "status 3" in done.stdout, done
    assert says in done.stderr, done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert "version: 1.0.0" in done.stdout and done.stdout.endswith("\ncore\n"), done.stdout


def full(folder, old, new):
    data = os.path.join(folder, "person")
    os.makedirs(data)
    wrapper = ["bwrap", "--dev-bind", "/", "/", "--size", str(1 << 20), "--tmpfs", data, "--die-with-parent"]
    done = subprocess.run([*wrapper, "sh", "-c", INSTALL, "sh", TOOL, old, data, new], capture_output=True, text=True, check=True)
    ends_with_the_old_one(done, "no space left")


def read_only(folder, old, new):
    data = os.path.join(folder, "reader")
    packs = os.path.join(data, "packs")
    os.makedirs(packs)
    subprocess.run([TOOL, "install", old, "--data", data], check=True, stdout=subprocess.DEVNULL)
    wrapper = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", packs, packs, "--die-with-parent"]
    again = INSTALL.replace('"$1" install "$2" --data "$3" >/dev/null && ', "")
    done = subprocess.run([*wrapper, "sh", "-c", again, "sh", TOOL, old, data, new], capture_output=True, text=True, check=True)
    ends_with_the_old_one(done, "cannot be written to")


with tempfile.TemporaryDirectory() as top:
    packs_made = pack(top, "1.0.0", 100 << 10), pack(top, "2.0.0", 2 << 20)
    full(top, *packs_made)
    read_only(top, *packs_made)
