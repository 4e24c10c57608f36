#!/usr/bin/env python3
"""`kist-tool export --data` as a script sees it, and what it writes as programs that know nothing of Kist read it."""

import html.parser
import json
import os
import sqlite3
import subprocess
import tempfile
import zipfile

import journal_data

TOOL = os.environ["KIST_TOOL"]
VOID = {"meta", "br", "hr"}


def export(data, name, out, *more):
    return subprocess.run([TOOL, "export", "--data", data, "--format", name, "-o", out, *more], capture_output=True, text=True)


def exported(data, name, out, *more):
    done = export(data, name, out, *more)
    assert done.returncode == 0 and not done.stdout and not done.stderr, done
    return out


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Page(html.parser.HTMLParser):
    """Every element is closed where it belongs; headings, links and what a page would fetch are collected."""

    def __init__(self, text):
        super().__init__()
        self.open, self.headings, self.links, self.tags, self.ids = [], [], [], set(), set()
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        attributes = dict(attrs)
        assert not {"src", "style", "srcset"} & set(attributes) and not any(name.startswith("on") for name in attributes), attrs
        self.ids.add(attributes.get("id"))
        if tag == "a":
            self.links.append(attributes["href"])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag


def check_page(path, folder):
    page = Page(read(path))
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form", "b"}, page.tags
    assert page.headings[0] == 1 and page.headings.count(1) == 1, page.headings
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:])), page.headings
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids, link
        elif not link.startswith("https://example.org/"):
            assert os.path.isfile(os.path.join(folder, link)), link
    return page


def pages(data, top):
    page = check_page(exported(data, "html", f"{top}/journal.html"), top)
    assert page.headings == [1, 2, 3, 2, 2, 3], page.headings
    check_page(exported(data, "html", f"{top}/one.html", "--entry", "plain"), top)
    site = exported(data, "site", f"{top}/site")
    names = sorted(name for name in os.listdir(site) if name.endswith(".html"))
    assert len(names) == 4 and "index.html" in names, names
    for name in names:
        check_page(os.path.join(site, name), site)
    exported(data, "site", site)  # an export takes the place of an export
    for name in ("plain", "paper", "bold"):
        assert f"/* {name.capitalize()}: " in read(exported(data, "html", f"{top}/{name}.html", "--theme", name)), name
        assert f"/* {name.capitalize()}: " in read(exported(data, "site", site, "--theme", name) + "/index.html"), name
    with zipfile.ZipFile(exported(data, "site", f"{top}/site.zip")) as archive:
        assert archive.testzip() is None and sorted(archive.namelist()) == names, archive.namelist()


def feeds(data, top):
    for name, asks in {
        "wxr": {"count(//item)": "3", "count(//item[*[name()='wp:status']='draft'])": "3", "string(//item[2]/title)": "Boundaries"},
        "atom": {"count(//*[name()='entry'])": "3", "count(//*[name()='app:draft' and .='yes'])": "3"},
        "leap2a": {"count(//*[name()='entry'])": "4", "count(//*[name()='link' and @rel='leap2:has_part'])": "3"},
    }.items():
        path = exported(data, name, f"{top}/{name}.xml")
        for question, answer in asks.items():
            done = subprocess.run(["xmllint", "--nonet", "--xpath", question, path], capture_output=True, text=True)
            assert done.returncode == 0 and done.stdout.strip() == answer, (question, done)
        assert "Not to be seen" not in read(path)


def records(data, top):
    journal = json.loads(read(exported(data, "json", f"{top}/journal.json")))
    assert [entry["id"] for entry in journal["entries"]] == ["plain", "evidence", "hostile"], journal
    assert journal["entries"][2]["markdown"] == journal_data.HOSTILE
    silent = read(exported(data, "xapi", f"{top}/silent.json"))
    told = read(exported(data, "xapi", f"{top}/told.json", "--with-text"))
    assert len(json.loads(silent)) == len(json.loads(told)) == 3
    assert "ask first" not in silent and "my answer" not in silent
    assert "ask first" in told and "my answer" in told and "my reason" not in told


def files(data, top):
    folder = exported(data, "md", f"{top}/md")
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    assert names == ["2026-11-22-a-first-shift.md", "2026-11-22-boundaries.md", "2026-11-22-yes-no-b.md"], names
    assert read(exported(data, "md", f"{top}/one.md", "--entry", "evidence")) == read(f"{folder}/{names[1]}")
    text = read(exported(data, "txt", f"{top}/one.txt", "--entry", "plain"))
    assert text.endswith("\n\nHead\n\nSome words and a link (https://example.org/?a&b).\n"), text
    assert os.stat(f"{top}/one.txt").st_mode & 0o777 == 0o600
    assert os.stat(folder).st_mode & 0o777 == 0o700


def titles(data, top):
    """A Thing and a badge that a pack has are called what the pack calls them."""
    database = sqlite3.connect(os.path.join(data, "kist.db"))
    packs = subprocess.run(["grep", "-m1", "^id:", f"{journal_data.TOP}/data/packs/digital-things/pack.md"], capture_output=True, text=True)
    things = sorted(os.listdir(f"{journal_data.TOP}/data/packs/digital-things/things"))
    head = dict(line.split(": ", 1) for line in read(f"{journal_data.TOP}/data/packs/digital-things/things/{things[0]}").splitlines() if ": " in line)
    key = packs.stdout.split()[1] + "/" + head["id"]
    database.execute("UPDATE entry SET thing = ? WHERE id = 'evidence'", (key,))
    database.commit()
    database.close()
    entry = json.loads(read(exported(data, "json", f"{top}/titles.json", "--entry", "evidence")))["entries"][0]
    assert entry["thing"] == key and entry["thing-title"] == head["title"].strip("\"'"), entry


def refusals(data, top):
    def says(done, status, words):
        assert done.returncode == status and words in done.stderr and not done.stdout, done

    mine = f"{top}/mine"
    os.mkdir(mine)
    with open(f"{mine}/letter.txt", "w", encoding="utf-8") as file:
        file.write("Dear")
    says(export(data, "site", mine), 3, "is there already and no earlier export")
    assert os.listdir(mine) == ["letter.txt"]
    says(export(data, "doc", f"{top}/x"), 2, "With --data the format is one of md, txt, html")
    says(export(data, "html", f"{top}/x", "--theme", "neon"), 2, "is one of plain, paper, bold.")
    says(export(data, "md", f"{top}/x", "--theme", "bold"), 2, "--theme goes with html and site")
    says(export(data, "md", f"{top}/x", "--entry", "binned"), 3, "There is no entry “binned”.")
    says(export(f"{top}/nobody", "md", f"{top}/x"), 3, "nobody/kist.db does not exist.")
    says(export(data, "html", f"{top}/no/x.html"), 3, "no/x.html")
    says(subprocess.run([TOOL, "export", "x.twee", "--data", data, "-f", "md", "-o", "x"], capture_output=True, text=True), 2, "needs one FILE or --data DIR")
    says(subprocess.run([TOOL, "export", "x.twee", "--with-text", "-f", "html", "-o", "x"], capture_output=True, text=True), 2, "go with --data")


os.environ["TZ"] = "UTC"
with tempfile.TemporaryDirectory() as folder:
    person = journal_data.make(os.path.join(folder, "person"))
    for part in (pages, feeds, records, files, refusals, titles):
        part(person, folder)
