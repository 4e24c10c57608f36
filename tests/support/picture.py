"""What a screen shows, read from the X server's own memory: no program has to be started to look."""

import collections
import struct

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

# The places of four fields in the header of an X window dump, which are 32 bits each, the most significant byte first.
HEADER_SIZE, BYTES_PER_LINE, COLOURS, COLOUR_BYTES = 0, 12 * 4, 19 * 4, 12
BYTES_PER_PIXEL = 4  # blue, green, red and nothing


class Picture:
    """Equal to another that shows the same."""

    def __init__(self, width, height, pixels):
        self.width, self.height, self._pixels = width, height, pixels

    def __eq__(self, other):
        return isinstance(other, Picture) and self._pixels == other._pixels

    def brightness(self):
        """(mean, standard deviation), each 0 to 1, of its green: that is most of what the eye takes for brightness."""
        counts = collections.Counter(self._pixels[1::BYTES_PER_PIXEL])
        number = sum(counts.values())
        mean = sum(value * count for value, count in counts.items()) / number
        variance = sum((value - mean) ** 2 * count for value, count in counts.items()) / number
        return mean / 255, variance**0.5 / 255

    def pixel(self, x, y):
        """(red, green, blue)"""
        place = (y * self.width + x) * BYTES_PER_PIXEL
        return tuple(reversed(self._pixels[place : place + 3]))

    def save(self, path):
        """As PNG."""
        colours = bytearray(self.width * self.height * 3)
        for place in range(3):
            colours[place::3] = self._pixels[2 - place :: BYTES_PER_PIXEL]
        shape = (GdkPixbuf.Colorspace.RGB, False, 8, self.width, self.height, self.width * 3)
        GdkPixbuf.Pixbuf.new_from_bytes(GLib.Bytes.new(bytes(colours)), *shape).savev(path, "png", [], [])


def read_dump(path, x, y, width, height):
    """A part of the screen that an X server keeps in this file as a window dump."""
    with open(path, "rb") as file:
        header = file.read(100)
        size, line, colours = (struct.unpack_from(">I", header, at)[0] for at in (HEADER_SIZE, BYTES_PER_LINE, COLOURS))
        file.seek(size + colours * COLOUR_BYTES + y * line)
        lines = file.read(height * line)
    left, right = x * BYTES_PER_PIXEL, (x + width) * BYTES_PER_PIXEL
    return Picture(width, height, b"".join(lines[at + left : at + right] for at in range(0, len(lines), line)))
