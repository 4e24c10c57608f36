#!/usr/bin/env python3
"""OpenDocument: every part holds to the schema of the standard, and pandoc reads the headings, lists, tables and links."""

import glob
import json
import os
import re
import zipfile

from journal import WORDS, export, run

# From the package emacs-common: OASIS's own schemas, in the compact form, which xmllint does not read.
SCHEMAS = "/usr/share/emacs/*/etc/schema"
DOCUMENT, MANIFEST = "OpenDocument-schema-v1.3.rnc", "od-manifest-schema-v1.2-os.rnc"
# A note for people behind a definition, which rnc2rng does not know.
NOTE = re.compile(r""">>\s*[\w:]+\s*\[\s*("[^"]*"|'[^']*')\s*\]""")


# Kist writes 1.2, which older programs want, too; the schema of 1.3 adds to that of 1.2, and differs in this.
VERSION = ('attribute office:version { "1.3" }', 'attribute office:version { "1.2" }')


def make_schema(name, folder):
    """The schema in the form that xmllint reads."""
    found = sorted(glob.glob(os.path.join(SCHEMAS, name)))
    assert found, f"{name} is not installed (emacs-common): run this with ./dev"
    compact, long = os.path.join(folder, name), os.path.join(folder, name.replace(".rnc", ".rng"))
    with open(found[-1], encoding="utf-8") as file, open(compact, "w", encoding="utf-8") as out:
        out.write(NOTE.sub("", file.read()).replace(*VERSION))
    run("rnc2rng", compact, long)
    return long


def validate(path, folder):
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        archive.extractall(folder)
    assert {"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"} <= set(parts), parts
    manifest = make_schema(MANIFEST, folder)
    run("xmllint", "--nonet", "--noout", "--relaxng", manifest, os.path.join(folder, "META-INF/manifest.xml"))
    document = make_schema(DOCUMENT, folder)
    run("xmllint", "--nonet", "--noout", "--relaxng", document, *(os.path.join(folder, part) for part in parts if "/" not in part))


def collect(node, kind, found):
    """All elements of a kind in what pandoc made of the document."""
    if isinstance(node, dict):
        if node.get("t") == kind:
            found.append(node.get("c"))
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            collect(child, kind, found)
    return found


def words_of(node):
    return " ".join(collect(node, "Str", []))


def read(path):
    tree = json.loads(run("pandoc", "-f", "odt", "-t", "json", path))["blocks"]
    headings = [(level, words_of(text)) for level, _, text in collect(tree, "Header", [])]
    for level, words in ((1, "Everything & more"), (2, "Head"), (3, "Deeper"), (1, "Boundaries")):
        assert (level, words) in headings, (words, headings)
    numbered = collect(tree, "OrderedList", [])
    assert any("third" in words_of(items) and "fourth" in words_of(items) and len(items) == 2 for _, items in numbered), numbered
    assert any("within" in words_of(items) for items in collect(tree, "BulletList", [])), "the list within is none"
    tables = collect(tree, "Table", [])
    assert len(tables) == 1 and words_of(tables[0]) == "Cell Other", tables  # it has no row of headings: check_heads()
    links = [target[0] for _, _, target in collect(tree, "Link", [])]
    assert links == ["https://example.org/?a=1&b=2"], links
    text = " ".join(run("pandoc", "-f", "odt", "-t", "plain", "--wrap=none", path).split())
    for word in set(WORDS) - {"Left", "Right"}:
        assert word in text, (word, text)


def check_heads(folder):
    """pandoc leaves a table's row of headings out, whoever wrote it (its issue 9327); a screen reader needs it to be one."""
    cells = "//*[name()='table:table-header-rows']//*[name()='table:table-cell']"
    words = run("xmllint", "--nonet", "--xpath", f"concat({cells}[1], ' ', {cells}[2])", os.path.join(folder, "content.xml"))
    assert words.split() == ["Left", "Right"], words


odt = export("odt", "journal.odt")
validate(odt, os.path.dirname(odt))
read(odt)
check_heads(os.path.dirname(odt))
