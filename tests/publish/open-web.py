#!/usr/bin/env python3
"""The web page and the website in Chromium, from file://: every word and heading is there, the page's own style is let in,
the console stays silent, every link leads somewhere, and nobody is asked for anything."""

import html
import os
import re
import shutil
import subprocess

from journal import ENTRIES, WORDS, export, run

QUIET = ["--no-first-run", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-extensions", "--disable-dev-shm-usage", "--enable-logging=stderr", "--log-level=0",
         "--no-sandbox"]  # which the root that tests run in does not allow it; there is no network, and the file is our own
ASKED = re.compile(r'"url":"(https?:[^"]*)"')


def browse(path, *wants):
    """(what Chromium prints, what it says on the console, what it asked for)"""
    log = path + ".net.json"
    command = ["chromium-headless-shell", *QUIET, f"--user-data-dir={path}.profile", f"--log-net-log={log}", *wants, f"file://{path}"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    with open(log, encoding="utf-8") as file:
        asked = ASKED.findall(file.read())
    shutil.rmtree(f"{path}.profile")
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line], asked


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def plain(page):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.split("<body>")[1])).split())


def headings(page):
    return [(int(level), html.unescape(re.sub("<[^>]*>", "", words))) for level, words in re.findall(r"<h(\d)>(.*?)</h\1>", page)]


def assert_words(text):
    for word in WORDS:
        assert word in text, (word, text)


def check_page():
    """All entries in one page, as the browser understood it."""
    page, said, asked = browse(export("html", "journal.html", "--theme", "bold"), "--dump-dom")
    assert not said and not asked, (said, asked)
    assert "<title>My journal</title>" in page
    for heading in ((1, "My journal"), (2, "Everything & more"), (3, "Head"), (4, "Deeper"), (2, "Boundaries")):
        assert heading in headings(page), (heading, headings(page))
    assert "<script" not in page and page.count("<table>") == 1 and '<ol start="3">' in page
    assert_words(plain(page).replace(" , ", ", "))


def check_links(site):
    """Every link within the site is to a file that is there, and every entry can be reached from the first page."""
    reached, left = set(), ["index.html"]
    while left:
        name = left.pop()
        if name in reached:
            continue
        reached.add(name)
        links = [html.unescape(link) for link in re.findall(r'<a href="([^"]*)"', read(os.path.join(site, name)))]
        left += [link for link in links if not link.startswith("https://example.org/")]
    made = {name for name in os.listdir(site) if name.endswith(".html")}
    assert reached == made and len(made) == len(ENTRIES) + 1, (reached, made)


def check_site():
    """A page of it, printed by the browser: what is on paper was drawn."""
    site = export("site", "site")
    check_links(site)
    name, = (name for name in os.listdir(site) if "everything" in name)
    path = os.path.join(site, name)
    printed = f"{site}.pdf"
    _, said, asked = browse(path, f"--print-to-pdf={printed}")
    assert not said and not asked, (said, asked)
    text = " ".join(run("pdftotext", "-raw", printed, "-").split())
    assert_words(text + " ask first alert(1)")


def check_the_check():
    """A page whose style is another than its policy names, and one that asks for a picture: both are seen."""
    path = export("html", "spoilt.html")
    page = read(path).replace("line-height: 1.25", "line-height: 1.24")
    page = page.replace("default-src 'none'", "default-src 'none'; img-src http:").replace("</body>", '<img src="http://127.0.0.1:1/a.png"></body>')
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)
    _, said, asked = browse(path, "--dump-dom")
    assert any("Content Security Policy" in line for line in said), said
    assert any("127.0.0.1" in address for address in asked), asked


check_page()
check_site()
check_the_check()
