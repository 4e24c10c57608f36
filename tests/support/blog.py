"""Somebody's blog, as Google Takeout hands it out: always the same, of any size; and a small one with all that can be in
one."""

import os
import zipfile
from xml.sax.saxutils import escape

FEED = """<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>tag:blogger.com,1999:blog-7</id><title>Morag learns</title>
{}
</feed>
"""
ENTRY = """<entry><id>tag:blogger.com,1999:blog-7.post-{id}</id><blogger:type>{kind}</blogger:type>
<blogger:status>{status}</blogger:status><author><name>Morag</name><blogger:type>BLOGGER</blogger:type></author>
<title>{title}</title><content type='html'>{text}</content><blogger:created>{day}T08:00:00Z</blogger:created>
<published>{day}T09:15:00Z</published><updated>{day}T09:15:00Z</updated>{more}</entry>"""
LABEL = "<category scheme='tag:blogger.com,1999:blog-7' term='{}'/>"
WORDS = "the day began at seven and I went to see what was left of the evening before we had talked about it at work".split()
SMALL = "morag-learns.zip"


def entry(number, title, text, kind="POST", status="LIVE", day="2021-05-04", more=""):
    return ENTRY.format(id=number, kind=kind, status=status, title=escape(title), text=escape(text), day=day, more=more)


def write_takeout(path, entries):
    """A zip whose bytes depend on nothing else; its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as takeout:
        name = zipfile.ZipInfo("Takeout/Blogger/Blogs/Morag learns/feed.atom", (2025, 11, 1, 12, 0, 0))
        name.compress_type = zipfile.ZIP_DEFLATED
        takeout.writestr(name, FEED.format("\n".join(entries)))
    return path


def some_text(number, n_words):
    words = [WORDS[(number * 7 + word * (number % 5 + 1)) % len(WORDS)] for word in range(n_words)]
    return f"<p>{' '.join(words)}.</p><p>Note <b>{number}</b>.</p>"


def large_takeout(path, n_posts, n_comments):
    """One post a day; every hundredth is about Thing 5, and every fiftieth but these has a label that says so."""
    entries = []
    for number in range(n_posts):
        day = f"{2015 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        title = f"Thing 5: note {number}" if number % 100 == 0 else f"Note {number}"
        more = LABEL.format("Social media") if number % 100 == 50 else ""
        entries.append(entry(f"p{number}", title, some_text(number, 400), day=day, more=more))
    for number in range(n_comments):
        entries.append(entry(f"c{number}", "", some_text(number, 20), kind="COMMENT"))
    return write_takeout(path, entries)


def open_small_blog(kist):
    """Hand a blog to Kist in which there is something of everything."""
    picture = "<p>We talked about it.</p><img src='https://a.example/b.jpg' alt='A cup'><script>x()</script>"
    entries = [
        entry(1, "SSSC 23 Things Digital – Thing 5: Social Media #1", picture, day="2021-05-04"),
        entry(2, "What I did not say on Friday", "Nobody asked.", day="2021-06-11", more=LABEL.format("Social media")),
        entry(3, "Email, and how I got my evenings back", "Four folders, and one for what can wait.", day="2021-07-01"),
        entry(4, "A walk in the rain", "It rained.", status="DRAFT", day="2021-07-02"),
        entry(5, "About me", "Hello.", kind="PAGE"),
        entry(6, "", "Me too.", kind="COMMENT"),
        entry(7, "", "And me.", kind="COMMENT"),
    ]
    kist.spawn(write_takeout(os.path.join(kist.environment["HOME"], SMALL), entries))


def show_left_out(kist):
    open_small_blog(kist)
    kist.button("Details").click()
