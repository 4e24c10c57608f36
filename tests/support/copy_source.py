#!/usr/bin/env python3
"""copy_source.py TYPE FILE [TYPE FILE ...]: another program in which something was copied; it offers each file as its type.

It says "ready" on standard output as soon as the clipboard is its own, and gives what is asked of it until it is ended.
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def offer(kind, path):
    with open(path, "rb") as file:
        return Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(file.read()))


def main(arguments):
    Gtk.init()
    providers = [offer(kind, path) for kind, path in zip(arguments[::2], arguments[1::2])]
    clipboard = Gdk.Display.get_default().get_clipboard()
    clipboard.set_content(Gdk.ContentProvider.new_union(providers))
    print("ready", flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    main(sys.argv[1:])
