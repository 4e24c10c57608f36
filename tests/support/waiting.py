"""Waiting for what is really meant, never for a time."""

import time


SELDOM = 0.2  # seconds
PATIENCE = 60.0  # seconds: what comes comes long before, and a busy machine is no failure


class TooLate(AssertionError):
    """What was waited for did not come about before the deadline."""


def wait_for(predicate, what, timeout=PATIENCE, interval=0.02):
    """Ask predicate again and again, ever more seldom, until it gives something true, and return that.

    what says in words what is waited for; a callable makes the words only when they are needed.
    """
    deadline = time.monotonic() + timeout
    while True:
        result = predicate()
        if result:
            return result
        if time.monotonic() > deadline:
            raise TooLate(f"waited {timeout:g} s for {what() if callable(what) else what}")
        time.sleep(interval)
        # Looking is work for both, and what does not come at once would come later for it.
        interval = min(interval * 1.5, SELDOM)
