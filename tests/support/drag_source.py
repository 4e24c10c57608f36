#!/usr/bin/env python3
"""drag_source.py KIND CONTENT: a window, as a file manager's, from anywhere in which one thing can be dragged.

KIND is "files", and CONTENT their addresses, one a line; or "text", and CONTENT what it says. What happens to it is told
on standard output, a word a line: ready; begun; welcome, as soon as it is over somebody who wants it; refused or taken.
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

TYPES = {"files": "text/uri-list", "text": "text/plain;charset=utf-8"}
SIZE = (200, 200)


def say(word):
    print(word, flush=True)


def begun(source, drag):
    say("begun")
    drag.connect("notify::selected-action", lambda *_: drag.get_selected_action() and say("welcome"))


def refused(source, drag, reason):
    say("refused")
    return False


def main(kind, content):
    said = content if kind == "text" else "".join(f"{line}\r\n" for line in content.split("\n"))
    source = Gtk.DragSource(
        actions=Gdk.DragAction.COPY,
        content=Gdk.ContentProvider.new_for_bytes(TYPES[kind], GLib.Bytes.new(said.encode())),
    )
    source.connect("drag-begin", begun)
    source.connect("drag-cancel", refused)
    source.connect("drag-end", lambda *_: say("taken"))

    def activate(application):
        window = Gtk.ApplicationWindow(application=application, title="Files", decorated=False)
        window.set_child(Gtk.Label(label="Drag from here"))
        window.set_default_size(*SIZE)
        window.add_controller(source)
        window.present()
        window.get_frame_clock().connect("after-paint", lambda *_: say("ready"))

    application = Gtk.Application()
    application.connect("activate", activate)
    return application.run([])


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in TYPES:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
