"""What another program has on the clipboard while a journey pastes it."""

import contextlib
import os

from waiting import wait_for

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "copy_source.py")


@contextlib.contextmanager
def copied(kist, offers):
    """offers: content by MIME type, as bytes; most programs copy the same in several."""
    arguments = []
    for number, (kind, content) in enumerate(offers.items()):
        path = os.path.join(kist.folder, f"copied-{number}")
        with open(path, "wb") as file:
            file.write(content)
        arguments += [kind, path]
    said = os.path.join(kist.folder, "copied")
    with open(said, "w") as file:
        process = kist.desktop.start(["python3", SOURCE, *arguments], stdout=file)
    try:
        wait_for(lambda: "ready" in read(said), "the other program to copy")
        yield
    finally:
        process.terminate()
        process.wait()


def read(path):
    with open(path) as file:
        return file.read()
