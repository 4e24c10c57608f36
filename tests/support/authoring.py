"""A pack that somebody is writing, with an error and a warning in it, and a story of another program's to bring in."""

import os

MANIFEST = """---
id: gloves-and-glasses
version: 1.0.0
title: Gloves, glasses and a locked bathroom
language: en-GB
licence: CC-BY-4.0
authors: [Somebody]
programmes:
  - id: all
    title: All
    summary: All of it.
    things: [gloves]
---
About gloves.
"""
THING = """---
id: gloves
title: Gloves
minutes: 5
licence: CC-BY-4.0
---
Why it matters.

## Decide: Gloves (5 min) {#decide}

See [the map of the house](../media/map-of-the-house.txt), and [begin](../scenarios/before-breakfast.twee).
"""
SCENARIO = """:: StoryTitle
Before breakfast

:: StoryData
{ "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "format": "Kist", "format-version": "1.0.0",
  "start": "Bathroom", "outcomes": ["person", "trust"] }

:: Bathroom [decision]
The door is locked, and the gloves are on the shelf inside.

[[Knock, say who you are, and wait until she has answered->Landing]]
  outcome: person +1
  feedback: Slippers come nearer.
[[Open the door with the key that hangs beside it->Kitchen]]
  outcome: trust -1
  feedback: She says nothing all morning.

:: Landing [end]
She lets you in.

:: Kitchen [end]
You have breakfast alone.
"""
STORY = """<html><body><tw-storydata name="The gloves" startnode="1" format="Harlowe" format-version="3.3.8"
ifid="1D0B4A52-4C7D-4C0B-9D0E-2F8E0C1B7A55" hidden><script role="script" type="text/twine-javascript">window.a = 1;</script>
<tw-passagedata pid="1" name="Bathroom" tags="">The gloves are on the shelf.

[[Put them on-&gt;Gloves]]
[[Go without-&gt;Wihtout]]</tw-passagedata><tw-passagedata pid="2" name="Gloves" tags="">They fit.</tw-passagedata></tw-storydata>
</body></html>"""
FOUND = "1 error and 1 warning"


def write(path, text, mode=0o644):
    """A file, and the folders above it; its path."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)
    return path


def make_pack(folder):
    write(f"{folder}/pack.md", MANIFEST)
    write(f"{folder}/things/gloves.md", THING)
    write(f"{folder}/scenarios/before-breakfast.twee", SCENARIO)
    return folder


def open_pack(kist, *names):
    """Hand the pack to Kist, as a file manager does, and open in it what has these names, one after another."""
    kist.spawn(make_pack(os.path.join(kist.environment["HOME"], "gloves-and-glasses")))
    kist.wait_text(FOUND)
    for name in names:
        kist.open(name)


def open_story(kist):
    kist.spawn(write(os.path.join(kist.environment["HOME"], "The gloves, second draft.html"), STORY))
