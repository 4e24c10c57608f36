#!/usr/bin/env python3
"""A second start raises the window that is there and ends by itself, well."""

import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402

with Kist() as kist:
    kist.wait_text("Home")
    kist.desktop.start(["xev"])  # some other program's window comes to lie on top
    wait_for(lambda: not kist.active(), "another window in front")

    second = kist.spawn()
    wait_for(lambda: second.poll() is not None, "the end of the second start")
    assert second.returncode == 0, f"the second start ended with {second.returncode}"
    wait_for(kist.active, "the first window to be raised")

    kist.alive()
    assert len(kist.windows()) == 1, kist.tree()
    assert not kist.complaints(), kist.complaints()
