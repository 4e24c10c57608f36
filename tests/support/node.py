"""One object of the accessible tree: what a screen reader knows of a widget, and what it can do with it."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from waiting import PATIENCE, TooLate, wait_for  # noqa: E402

# Each program that ends in the middle of libatspi's own questions makes it warn on this script's stderr.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None)

# GTK's role names differ between versions and from what people call things.
ROLES = {"push button": "button", "entry": "text", "window": "frame", "row": "list item", "switch": "check box"}
QUIET_STATES = {"enabled", "sensitive", "visible", "showing", "horizontal", "vertical", "opaque", "focusable"}
PRESSING = ("click", "press", "activate", "toggle", "default.activate")
EDGE = 24  # pixels by which something must be inside what scrolls, to be pressed there
WHEEL = 120  # pixels that one click of the wheel scrolls at most
BARE_ROLES = {"panel", "grouping", "filler", "generic"}
# Containers take the focus only to hand it on, or are read through what they hold.
NAMED_BY_CONTENT = {"list item", "table row", "table cell", "tree item", "label", "static", "paragraph", "heading", "section"}
NEVER_ANNOUNCED = {"application", "frame", "scroll pane", "viewport", "list", "tree table", "table"} | BARE_ROLES


def matches(wanted, name):
    """wanted is None (anything), a string (exact) or a compiled regular expression (found anywhere)."""
    if wanted is None:
        return True
    return bool(wanted.search(name)) if hasattr(wanted, "search") else wanted == name


class Node:
    """Objects vanish while they are looked at; a vanished object has no name, no state and no children."""

    def __init__(self, kist, accessible):
        self.kist = kist
        self._accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self._accessible == other._accessible

    def __hash__(self):
        return hash(self._accessible)

    def __repr__(self):
        return f"<{self.line()}>"

    def _ask(self, question, otherwise=None):
        try:
            answer = question()
        except GLib.Error:
            return otherwise
        return otherwise if answer is None else answer

    # ---- what it is

    @property
    def role(self):
        role = self._ask(self._accessible.get_role_name, "gone")
        return ROLES.get(role, role)

    @property
    def name(self):
        name = self._ask(self._accessible.get_name, "")
        # GTK 4.18 names a menu item only through its labelled-by relation, which Orca follows too.
        return name or (self._label() if self.role.endswith("menu item") else "")

    def _label(self):
        for relation in self._ask(self._accessible.get_relation_set, []):
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                labels = [Node(self.kist, relation.get_target(i)) for i in range(relation.get_n_targets())]
                return " ".join(label.name or label.text for label in labels)
        return ""

    @property
    def description(self):
        return self._ask(self._accessible.get_description, "")

    @property
    def text(self):
        """What an editor or label holds; "" when it is neither."""
        interface = self._ask(self._accessible.get_text_iface)
        return self._ask(lambda: Atspi.Text.get_text(interface, 0, -1), "") if interface else ""

    @property
    def caret(self):
        """How many characters into its text the caret stands; None without a text."""
        interface = self._ask(self._accessible.get_text_iface)
        return self._ask(lambda: Atspi.Text.get_caret_offset(interface)) if interface else None

    @property
    def said(self):
        """What a reader comes across here: the text it holds, else its name."""
        return self.text or self.name

    @property
    def states(self):
        found = self._ask(self._accessible.get_state_set)
        return {state.value_nick for state in found.get_states()} if found else set()

    @property
    def showing(self):
        return {"showing", "visible"} <= self.states

    @property
    def actions(self):
        interface = self._ask(self._accessible.get_action_iface)
        if not interface:
            return []
        number = self._ask(interface.get_n_actions, 0)
        return [self._ask(lambda i=i: Atspi.Action.get_action_name(interface, i), "") for i in range(number)]

    @property
    def box(self):
        """(x, y, width, height) as GTK says it, from inside its window's border: see Kist.inside()."""
        component = self._ask(self._accessible.get_component_iface)
        extents = component and self._ask(lambda: component.get_extents(Atspi.CoordType.WINDOW))
        return (extents.x, extents.y, extents.width, extents.height) if extents else None

    # ---- where it stands

    @property
    def children(self):
        number = self._ask(self._accessible.get_child_count, 0)
        found = (self._ask(lambda i=i: self._accessible.get_child_at_index(i)) for i in range(number))
        return [Node(self.kist, child) for child in found if child is not None]

    @property
    def parent(self):
        parent = self._ask(self._accessible.get_parent)
        return Node(self.kist, parent) if parent else None

    def walk(self, most=80, depth=0):
        """Itself and all below that shows, with the depth, in the order of reading."""
        yield self, depth
        if depth < most:
            for child in self.children:
                if child.showing:
                    yield from child.walk(most, depth + 1)

    def each(self, role=None, name=None):
        """Those below that have this role and name, in the order of reading. A generator: stop when there is enough."""
        role = ROLES.get(role, role)
        for node, depth in self.walk():
            # Every question is a round trip: only what is wanted is asked, and the name last, which may take several.
            if depth and (role is None or matches(role, node.role)) and (name is None or matches(name, node.name)):
                yield node

    def find_all(self, role=None, name=None):
        return list(self.each(role, name))

    def find(self, role=None, name=None, timeout=PATIENCE):
        """The first object of that role and name, as soon as there is one."""
        words = [getattr(wanted, "pattern", wanted) or "anything" for wanted in (role, name)]
        return wait_for(
            lambda: self.kist.alive() and next(self.each(role, name), None),
            lambda: f"{words[0]} named {words[1]!r}, in\n{self.tree()}",
            timeout,
        )

    # ---- what one does with it

    def do(self, *actions):
        """The first of these actions that it has; False when it has none."""
        interface = self._ask(self._accessible.get_action_iface)
        have = self.actions
        for action in actions:
            if action in have:
                return bool(self._ask(lambda: interface.do_action(have.index(action)), False))
        return False

    def click(self):
        """Press it as assistive technology does, by its own action; rows have none in GTK 4.18: those, with the mouse."""
        if "sensitive" not in self.states:
            raise AssertionError(f"{self!r} cannot be pressed: it is insensitive")
        if not self.do(*PRESSING):
            self.mouse()

    def mouse(self):
        """Click in its middle, after turning the wheel until that can be seen."""
        x, y = self.reveal()
        self.kist.desktop.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def focus(self):
        """Put the keyboard focus here with the mouse: GTK 4.18 does not let assistive technology do it."""
        self.mouse()
        wait_for(self.has_focus, lambda: f"the focus on {self!r}; it is on {self.kist.focused()!r}")
        return self

    def has_focus(self):
        return any("focused" in node.states for node, _ in self.walk())

    def type(self, text):
        """Put the keyboard focus here and type."""
        self.focus()
        self.kist.type(text)

    def middle(self):
        """(x, y) of its middle on the screen."""
        x, y, width, height = self.kist.on_screen(self)
        return x + width // 2, y + height // 2

    def wait_still(self):
        """Wait until it stands where it stood a moment ago."""
        places = [None, None]

        def still():
            places.append(self.middle())
            return places[-1] == places[-2] == places[-3]

        wait_for(still, lambda: f"{self!r} to stand still", interval=0.04)

    def reveal(self):
        """Scroll all that it lies in until its middle is in view; where on the screen that is."""
        panes, above = [], self.parent
        while above:
            if above.role == "scroll pane":
                panes.insert(0, above)
            above = above.parent
        for pane in panes:
            while self._scroll_towards(pane):
                pass
        return self.middle()

    def _scroll_towards(self, pane):
        """Turn the wheel over a pane as far as it seems to need; whether that moved anything."""
        (x, y), (_, top, _, height) = self.middle(), self.kist.on_screen(pane)
        edge = min(EDGE, height // 2)
        beyond = min(y - top - edge, 0) or max(y - (top + height - edge), 0)
        if not beyond:
            return False
        at = [str(place) for place in pane.middle()]
        clicks = ["click", "--repeat", str(1 + abs(beyond) // WHEEL), "--delay", "5", "4" if beyond < 0 else "5"]
        self.kist.desktop.run("xdotool", "mousemove", *at, *clicks)
        try:
            wait_for(lambda: self.middle() != (x, y), "the wheel to move it", 2)
        except TooLate:
            return False  # the pane is at its end
        self.wait_still()
        return True

    # ---- in words, for people who read a failure

    def line(self):
        states = self.states
        shown = sorted(states - QUIET_STATES) + ([] if "sensitive" in states else ["insensitive"])
        words = [self.role, repr(self.name)]
        if self.description:
            words.append(f"({self.description})")
        if self.text and self.text != self.name:
            words.append(f"text={self.text[:200]!r}")
        return " ".join(words + ([f"[{' '.join(shown)}]"] if shown else []))

    def tree(self):
        """One line an object; boxes that say nothing are left out."""
        return "\n".join(
            "  " * depth + node.line()
            for node, depth in self.walk()
            if node.role not in BARE_ROLES or node.name or node.description
        )

    def scrolls_sideways(self):
        return any(child.role == "scroll bar" and "horizontal" in child.states for child in self.children)

    def is_control(self):
        """Whether the keyboard stops here."""
        return "focusable" in self.states and self.role not in NEVER_ANNOUNCED

    def has_words(self):
        """Whether a screen reader says more than its role."""
        if self.name or self.description:
            return True
        return self.role in NAMED_BY_CONTENT and any(node.said for node, _ in self.walk())
