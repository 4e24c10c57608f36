"""The accessibility bus, as a screen reader asks it: what one object is, and the whole tree of a program at one look.

Spoken to directly, for libatspi waits for the answer to each question before it asks the next, and a page of 300 objects
is thousands of questions. Here many are under way at once, and a look at the tree is one or two answers.
"""

import collections
import json

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Json", "1.0")
from gi.repository import Atspi, Gio, GLib, Json  # noqa: E402  Atspi for the names of roles and states alone

REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CACHE = "/org/a11y/atspi/cache"
ACCESSIBLE, ACTION, COMPONENT, TEXT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Component", "Text"))
WINDOW = 1  # AtspiCoordType: counted from the window's corner
LOOKS = 4  # until what a program builds while it is looked at is taken as it stands

# What a program says of one object, in the order of org.a11y.atspi.Cache.
Facts = collections.namedtuple("Facts", "path program parent index n_children interfaces name role description states")


def role_name(number):
    return Atspi.Role(number).value_nick.replace("-", " ")


def state_names(words):
    """The names of the states whose bits are set in two words of 32 bits."""
    bits = words[0] | words[1] << 32
    return {Atspi.StateType(bit).value_nick for bit in range(bits.bit_length()) if bits >> bit & 1}


def is_focused(words):
    return bool(words[0] >> Atspi.StateType.FOCUSED & 1)


def _values(variant):
    """The same as variant.unpack(), which takes ten times as long for a whole tree; sequences are lists."""
    return json.loads(Json.gvariant_serialize_data(variant)[0])


def _connect(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


class Bus:
    """An object is referred to as D-Bus does: by the name of its program on the bus, and a path there."""

    def __init__(self, session_address):
        session = _connect(session_address)
        answer = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1, None
        )
        self._connection = _connect(answer.unpack()[0])

    def ask(self, reference, interface, method, arguments=None, otherwise=None):
        """The one answer to one question, otherwise where the object is gone or knows no such question."""
        return self.ask_all([(reference, interface, method, arguments)], otherwise)[0]

    def ask_all(self, questions, otherwise=None):
        """The answers in the order of the questions, all of which are under way at once."""
        answers = [otherwise] * len(questions)
        open_questions = len(questions)

        def take(connection, result, number):
            nonlocal open_questions
            open_questions -= 1
            try:
                values = _values(connection.call_finish(result))
                answers[number] = values[0] if len(values) == 1 else values
            except GLib.Error:
                pass  # it is gone

        for number, ((program, path), interface, method, arguments) in enumerate(questions):
            no_flags = Gio.DBusCallFlags.NONE
            self._connection.call(program, path, interface, method, arguments, None, no_flags, -1, None, take, number)
        while open_questions:
            GLib.MainContext.default().iteration(True)
        return answers

    def property(self, reference, interface, name, otherwise=None):
        asked = GLib.Variant("(ss)", (interface, name))
        return self.ask(reference, "org.freedesktop.DBus.Properties", "Get", asked, otherwise)

    def children(self, *references):
        """The references of the children of each object; no children where it is gone."""
        return self.ask_all([(reference, ACCESSIBLE, "GetChildren", None) for reference in references], [])

    def texts(self, references):
        """What each holds as a text, "" where it holds none."""
        whole = GLib.Variant("(ii)", (0, -1))
        return self.ask_all([(reference, TEXT, "GetText", whole) for reference in references], "")

    def boxes(self, references):
        """(x, y, width, height) of each as GTK says it, from inside its window's border; None where it has no place."""
        from_window = GLib.Variant("(u)", (WINDOW,))
        return self.ask_all([(reference, COMPONENT, "GetExtents", from_window) for reference in references])

    def items(self, program):
        """The facts of every object of a program that anybody has asked about."""
        items = self.ask((program, CACHE), "org.a11y.atspi.Cache", "GetItems", otherwise=[])
        return [Facts._make(item) for item in items]

    def programs(self):
        """(process id, reference) of every program that can be looked at."""
        found = self.children(REGISTRY)[0]
        bus, asks = ("org.freedesktop.DBus", "/org/freedesktop/DBus"), "GetConnectionUnixProcessID"
        names = [(bus, "org.freedesktop.DBus", asks, GLib.Variant("(s)", (program,))) for program, _ in found]
        return list(zip(self.ask_all(names), found))


class Look:
    """All objects of a program as they are at one moment: what is asked of it later is not asked of the program.

    GTK's cache says of all objects at once what they are, and whose child each would be; that they show, of the hidden
    ones, too. Which children there are it says only when asked of each object; then it makes those that nobody saw yet.
    """

    def __init__(self, bus, root, before=None):
        """root is the reference of a program; a look taken before tells what will be worth asking about at once."""
        self._bus, self._program = bus, root[0]
        self._facts, self._children = {}, {}
        for _ in range(LOOKS):
            self._take()
            if not self._open(root[1], before):
                break
            before = self

    def facts(self, path):
        return self._facts.get(path)

    def children(self, path):
        """The paths of the children, in their order."""
        return self._children.get(path, [])

    def _take(self):
        self._facts = {item.path[1]: item for item in self._bus.items(self._program)}

    def _open(self, root, before):
        """Learn the children of all that is below the root; whether there were any that are not known yet."""
        found_new, asked = False, set()
        due = {root} | (before._children.keys() & self._facts.keys() if before else set())
        while due:
            answers = self._bus.children(*((self._program, path) for path in due))
            self._children.update((path, [child for _, child in children]) for path, children in zip(due, answers))
            asked |= due
            due = {path for path in self._walk(root) if path not in asked and self._may_hold(path)}
            found_new = found_new or any(path not in self._facts for path in due)
        self._children = {path: self._children[path] for path in [root, *self._walk(root)] if path in self._children}
        return found_new

    def _may_hold(self, path):
        return path not in self._facts or self._facts[path].n_children > 0

    def _walk(self, root):
        """The paths of all that is below."""
        paths = list(self.children(root))
        for path in paths:
            yield path
            paths += self.children(path)  # what is appended is walked, too
