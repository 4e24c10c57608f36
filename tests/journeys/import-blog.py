#!/usr/bin/env python3
"""A blog of 2,000 posts and 4,000 comments comes into the journal, as Google Takeout hands it out: it is read with
progress, looked over, and brought in; it is there after a restart; and a second time brings in only what was left out."""

import os
import re
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from blog import large_takeout  # noqa: E402
from database import entries, holds  # noqa: E402

POSTS, COMMENTS = 2000, 4000
NAME = "takeout-20251101T120000Z-001.zip"
DOUBTFUL = "Needs a Look (20)"  # every hundredth has a label and no more


def bring_in(kist, label, said):
    kist.button(label).click()
    kist.wait_text(said)


def see_progress(kist):
    """While the file is read: how far it is, how many posts there are so far, and a way to stop it."""
    kist.find("progress bar", "Progress")
    kist.find("button", "Cancel")
    kist.wait_text(re.compile("posts? so far"))


def look_over(kist):
    """What is no post, what needs a look: one Thing is taken away, and one post is left out."""
    kist.button(f"Bring In {POSTS} Posts", timeout=180)
    kist.wait_text(f"Not brought in: {COMMENTS} comments")
    kist.button("Details").click()
    kist.wait_text("What others wrote below a post is theirs.")
    kist.close_dialog()
    assert "checked" in kist.find("radio button", DOUBTFUL).states
    kist.find("check box", "Bring in “Note 1950”").click()
    kist.button(f"Bring In {POSTS - 1} Posts")
    kist.find("toggle button", re.compile("^Thing: Social media 1.*, of “Note 1850”$")).click()
    kist.find("list item", "No Thing").click()
    kist.find("toggle button", "Thing: No Thing, of “Note 1850”")
    kist.find("radio button", f"All ({POSTS})").click()
    kist.find("check box", "Bring in “Note 1851”")


def read_one(kist):
    kist.find("list item", "Note 1999").click()
    wait_for(lambda: "Note **1999**." in kist.editor().text, "its text in the editor")
    kist.go("Journal")
    kist.find("list item", "Note 1999")


with Kist() as program:
    takeout = large_takeout(os.path.join(program.environment["HOME"], NAME), POSTS, COMMENTS)
    program.go("Journal")
    program.button("Journal Menu").click()
    program.find("menu item", "Bring In a Blog…")
    program.press("Escape")
    program.spawn(takeout)
    see_progress(program)
    look_over(program)
    assert not entries(program.data), "nothing is in the journal before the person said so"
    bring_in(program, f"Bring In {POSTS - 1} Posts", f"{POSTS - 1} posts brought in")
    program.find("list item", "Note 1999")
    assert len(entries(program.data)) == POSTS - 1
    program.restart()
    program.go("Journal")
    read_one(program)
    assert len(entries(program.data)) == POSTS - 1
    program.spawn(takeout)
    program.button("Bring In 1 Post", timeout=180)
    program.wait_text(f"{POSTS - 1} posts in the journal already")
    bring_in(program, "Bring In 1 Post", "1 post brought in")
    wait_for(lambda: holds(program.data, "Note **1950**."), "the post that was left out")
    program.button("Undo").click()
    program.wait_text("1 post is in Deleted Entries")
    wait_for(lambda: not holds(program.data, "Note **1950**."), "it to be in the bin")
    assert len(entries(program.data)) == POSTS - 1
    assert not program.complaints(), program.complaints()
