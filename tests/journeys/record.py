#!/usr/bin/env python3
"""What is decided and written shows, true and in words, in Badges, My record and Codes; before that they say what to do."""

import re
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist  # noqa: E402

TEXT = "We agreed on Monday that Moira would speak to the family with me."


def show_nothing_yet(kist):
    kist.go("My record")
    kist.wait_text("Nothing on Record Yet")
    kist.button("Open Learn").click()
    kist.find("list item", re.compile("^Social media 1.*, Not started"))
    kist.go("Badges")
    kist.find("list item", re.compile("^Thing 5: .*, Nothing written yet, goes with Social media 1"))
    kist.go("Codes")
    kist.find("list item", re.compile("^2.8 .*, Nothing yet"))


def decide(kist):
    kist.go("Learn")
    kist.open(re.compile("^Social media 1"))
    kist.open(re.compile("^Decide: A friend request"))
    kist.button(re.compile("^Leave it for now, and talk to Moira on Monday")).click()
    kist.wait_text("The request stays where it is")


def write(kist):
    kist.go("Badges")
    kist.open(re.compile("^Thing 5: "))
    kist.wait_text("Unofficial: Kist is not the issuer.")
    kist.wait_text("At least 100 words in all")
    kist.wait_text("Last Read There")
    kist.button("Start Writing").click()
    kist.editor().type(TEXT)
    kist.wait_text(TEXT)


def show_all(kist):
    kist.go("Badges")
    kist.find("list item", re.compile(f"^Thing 5: .*, {len(TEXT.split())} of at least 100 words"))
    kist.go("My record")
    kist.find("list item", re.compile("^A friend request, Worked on · Decide"))
    kist.find("list item", re.compile(f"^Social media 1: .*, {len(TEXT.split())} words"))
    kist.wait_text("Begun, no step done yet")
    kist.wait_text("Nothing yet")
    kist.go("Codes")
    kist.open(re.compile("^2.8 .*, 1 decision · 1 reflection"))
    kist.open(re.compile("^Friday evening: Leave it for now.*, Decision · Today"))
    kist.find("heading", "A friend request")


with Kist() as kist:
    kist.wait_text("Home")
    show_nothing_yet(kist)
    decide(kist)
    write(kist)
    show_all(kist)
    assert not kist.complaints(), kist.complaints()
    assert kist.quit() == 0
    kist.start()
    show_all(kist)
    assert not kist.complaints(), kist.complaints()
print("what was done shows in Badges, My record and Codes, also after a restart")
