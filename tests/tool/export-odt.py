#!/usr/bin/env python3
"""What `kist-tool export --format odt` writes is opened by a program that knows nothing of Kist, where one is installed."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import journal_data

TOOL = os.environ["KIST_TOOL"]
SKIPPED = 77  # what meson takes for it
# Each prints the text of the file that comes behind it.
READERS = (["odt2txt"], ["pandoc", "-f", "odt", "-t", "plain"])


def check_parts(path):
    """The type comes first and stored, and every part is XML."""
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b""), first
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        archive.extractall(folder)
        parts = [os.path.join(folder, name) for name in archive.namelist() if name != "mimetype"]
        assert len(parts) == 4, parts
        subprocess.run(["xmllint", "--nonet", "--noout", *parts], check=True)


def check_reader(path, command):
    text = subprocess.run([*command, path], capture_output=True, text=True, check=True).stdout
    for words in ("My journal", "A first shift", "Head", "Some words and a link", "Boundaries", "two", "<script>alert(1)</script>"):
        assert words in text, (command, words, text)
    assert "Not to be seen" not in text, text


with tempfile.TemporaryDirectory() as top:
    data = journal_data.make(os.path.join(top, "person"))
    out = os.path.join(top, "journal.odt")
    subprocess.run([TOOL, "export", "--data", data, "--format", "odt", "-o", out], check=True)
    check_parts(out)
    found = [reader for reader in READERS if shutil.which(reader[0])]
    for reader in found:
        check_reader(out, reader)
    if not found:
        print("none of", ", ".join(reader[0] for reader in READERS), "is installed, so that nothing else opened the document")
        sys.exit(SKIPPED)
