#!/usr/bin/env python3
"""Kist's count of words beside that of what pandoc reads, in every text of the packs that Kist comes with: within 1 %.

The count is that for a badge, which leaves headings out; so they are left out of what pandoc read."""

import glob
import json
import os
import re
import tempfile

from journal import journal_data, run

MOST_PERCENT, LEAST_WORDS = 1, 400
IDS = re.compile(r"\{#[a-z0-9-]+\}")  # authors', and no prose
PACK = f"{journal_data.TOP}/data/packs/digital-things"
GAPS = {"Space", "SoftBreak", "LineBreak"}
TEXTS = {"Str", "Code", "CodeBlock"}


def prose(path):
    """What follows the front matter."""
    with open(path, encoding="utf-8") as file:
        return IDS.sub("", file.read().split("\n---\n", 1)[1])


def flatten(node, out):
    """The words that pandoc found, as they stand, without any mark of a list or a link, and without headings."""
    if isinstance(node, list):
        for child in node:
            flatten(child, out)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind in GAPS:
            out.append(" ")
        elif kind in TEXTS:
            out.append(content if kind == "Str" else content[1])
        elif kind in ("Link", "Image", "Span"):
            flatten(content[1], out)
        elif kind not in ("Header", "RawBlock", "RawInline"):
            flatten(content, out)
        if kind in ("Para", "Plain", "CodeBlock"):
            out.append("\n")


def pandoc_words(path):
    out = []
    flatten(json.loads(run("pandoc", "-f", "gfm", "-t", "json", path))["blocks"], out)
    return len("".join(out).split())


def kist_words(path, badge):
    done = run("sh", "-c", '"$0" evidence "$1" "$2" --json || test $? = 1', os.environ["KIST_TOOL"], badge, path)
    return json.loads(done)["total"]["words"]


texts = sorted(glob.glob(f"{PACK}/things/*.md"))
some_badge = sorted(glob.glob(f"{PACK}/badges/*.yaml"))[0]
assert texts, PACK
with tempfile.TemporaryDirectory(prefix="kist-words-") as folder:
    draft = os.path.join(folder, "draft.md")
    for name in texts:
        with open(draft, "w", encoding="utf-8") as out_file:
            out_file.write(prose(name))
        mine, theirs = kist_words(draft, some_badge), pandoc_words(draft)
        print(f"{os.path.basename(name)}: {mine}, pandoc {theirs}")
        assert theirs > LEAST_WORDS and 100 * abs(mine - theirs) <= MOST_PERCENT * theirs, name
