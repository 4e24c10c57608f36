#!/usr/bin/env python3
"""The feeds for blogs and portfolios against what their formats state: Atom by a schema of RFC 4287, Leap2A by the same and
its own vocabulary, WordPress's RSS by the rules of RSS 2.0."""

import email.utils
import os
import xml.etree.ElementTree as tree

from journal import ENTRIES, export, run

HERE = os.path.dirname(os.path.abspath(__file__))
ATOM, LEAP, RDF = "{http://www.w3.org/2005/Atom}", "{http://terms.leapspecs.org/}", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
WP, CONTENT = "{http://wordpress.org/export/1.2/}", "{http://purl.org/rss/1.0/modules/content/}"
# http://www.leapspecs.org/2010-07/2A/: the types of items, and the relations that an export like ours may have.
TYPES = {"ability", "achievement", "activity", "affiliation", "entry", "meeting", "organization", "person", "plan", "publication",
         "resource", "selection"}
RELATIONS = {"has_part", "is_part_of"}


def validate(path):
    run("xmllint", "--nonet", "--noout", "--relaxng", os.path.join(HERE, "atom.rng"), path)
    return tree.parse(path).getroot()


def check_atom():
    feed = validate(export("atom", "journal.xml"))
    assert len(feed.findall(f"{ATOM}entry")) == len(ENTRIES)


def resource(name, prefixes):
    """The last part of a name such as leap2:entry, whose prefix must be declared."""
    prefix, _, last = name.partition(":")
    assert prefix in prefixes, name
    return last


def check_leap2a():
    path = export("leap2a", "leap2a.xml")
    feed = validate(path)
    prefixes = dict(pair for _, pair in tree.iterparse(path, ("start-ns",)))
    assert feed.findtext("{http://www.leapspecs.org/2010-07/2A/}version") or any("version" in child.tag for child in feed), "no version"
    entries = feed.findall(f"{ATOM}entry")
    ids = {entry.findtext(f"{ATOM}id") for entry in entries}
    assert len(ids) == len(entries) == len(ENTRIES) + 1, ids
    for entry in entries:
        types = [resource(node.get(f"{RDF}resource"), prefixes) for node in entry.findall(f"{RDF}type")]
        assert types and set(types) <= TYPES, types
        for link in entry.findall(f"{ATOM}link"):
            relation = link.get("rel")
            if ":" in relation:
                assert resource(relation, prefixes) in RELATIONS and link.get("href") in ids, relation


def check_wordpress():
    """RSS 2.0: a channel needs title, link and description, an item a title or a description, and a guid is nobody else's."""
    rss = tree.parse(export("wxr", "journal.xml")).getroot()
    assert rss.tag == "rss" and rss.get("version") == "2.0" and len(rss) == 1
    channel = rss[0]
    assert [child.tag for child in channel][:3] == ["title", "link", "description"], [child.tag for child in channel][:3]
    items = channel.findall("item")
    guids = {item.findtext("guid") for item in items}
    assert len(items) == len(ENTRIES) == len(guids), guids
    for item in items:
        assert item.findtext("title") and item.findtext(f"{CONTENT}encoded") and item.findtext(f"{WP}status") == "draft"
        published = item.findtext("pubDate")
        assert published is None or email.utils.parsedate_to_datetime(published), published
        assert item.find("guid").get("isPermaLink") == "false"  # it leads nowhere
    assert channel.findtext(f"{WP}wxr_version") == "1.2"


check_atom()
check_leap2a()
check_wordpress()
