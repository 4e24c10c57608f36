#!/usr/bin/env python3
"""The main job on a fresh machine, by accessible names: learn, decide, reflect, be killed, come back to the same word."""

import sys

sys.path.append(sys.path[0] + "/../support")

import story  # noqa: E402
from app import Kist  # noqa: E402
from database import holds  # noqa: E402

with Kist() as kist:
    for name, what in story.main_job(kist):
        print(f"{name}: {what}", flush=True)
        complaints = kist.complaints()
        assert not complaints, "\n".join(complaints)
    assert kist.quit() == 0, kist.stderr()
    assert holds(kist.data, story.POST), "the post is not in the database as it was typed"
