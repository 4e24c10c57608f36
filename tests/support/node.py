"""One object of the accessible tree: what a screen reader knows of a widget, and what it can do with it."""

from gi.repository import GLib

from accessibility import ACCESSIBLE, ACTION, TEXT, role_name, state_names
from waiting import PATIENCE, TooLate, wait_for

# GTK's role names differ between versions and from what people call things.
ROLES = {"push button": "button", "entry": "text", "window": "frame", "row": "list item", "switch": "check box"}
QUIET_STATES = {"enabled", "sensitive", "visible", "showing", "horizontal", "vertical", "opaque", "focusable"}
PRESSING = ("click", "press", "activate", "toggle", "default.activate")
EDGE = 24  # pixels by which something must be inside what scrolls, to be pressed there
WHEEL = 120  # pixels that one click of the wheel scrolls at most
LABELLED_BY = 2  # AtspiRelationType
NOWHERE = "/org/a11y/atspi/null"
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
    """Objects vanish while they are looked at; a vanished object has no name, no state and no children.

    A node answers with what is true now, and every answer is a question to the program. One that a walk yields answers
    with what was true at that one look; live() asks anew.
    """

    def __init__(self, kist, reference, look=None):
        self.kist = kist
        self.reference = tuple(reference)
        self._look = look
        self._facts = look and look.facts(reference[1])

    def __eq__(self, other):
        return isinstance(other, Node) and self.reference == other.reference

    def __hash__(self):
        return hash(self.reference)

    def __repr__(self):
        return f"<{self.line()}>"

    def _ask(self, method, *arguments, **options):
        return self.kist.bus.ask(self.reference, ACCESSIBLE, method, *arguments, **options)

    def live(self):
        return Node(self.kist, self.reference)

    # ---- what it is

    @property
    def role(self):
        number = self._facts.role if self._facts else self._ask("GetRole")
        role = "gone" if number is None else role_name(number)
        return ROLES.get(role, role)

    @property
    def name(self):
        name = self._facts.name if self._facts else self.kist.bus.property(self.reference, ACCESSIBLE, "Name", "")
        # GTK 4.18 names a menu item only through its labelled-by relation, which Orca follows too.
        return name or (self._label() if self.role.endswith("menu item") else "")

    def _label(self):
        for relation, targets in self._ask("GetRelationSet", otherwise=[]):
            if relation == LABELLED_BY:
                return " ".join(label.name or label.text for label in (Node(self.kist, target) for target in targets))
        return ""

    @property
    def description(self):
        if self._facts:
            return self._facts.description
        return self.kist.bus.property(self.reference, ACCESSIBLE, "Description", "")

    def holds_text(self):
        return TEXT in (self._facts.interfaces if self._facts else self._ask("GetInterfaces", otherwise=[]))

    @property
    def text(self):
        """What an editor or label holds; "" when it is neither."""
        return self.kist.bus.texts([self.reference])[0] if self.holds_text() else ""

    @property
    def caret(self):
        """How many characters into its text the caret stands; None without a text."""
        return self.kist.bus.property(self.reference, TEXT, "CaretOffset") if self.holds_text() else None

    @property
    def said(self):
        """What a reader comes across here: the text it holds, else its name."""
        return self.text or self.name

    @property
    def states(self):
        return state_names(self._facts.states if self._facts else self._ask("GetState", otherwise=(0, 0)))

    @property
    def showing(self):
        return {"showing", "visible"} <= self.states

    @property
    def actions(self):
        number = self.kist.bus.property(self.reference, ACTION, "NActions", 0)
        asked = [(self.reference, ACTION, "GetName", GLib.Variant("(i)", (index,))) for index in range(number)]
        return self.kist.bus.ask_all(asked, "")

    @property
    def box(self):
        """(x, y, width, height) as GTK says it, from inside its window's border: see Kist.inside()."""
        return self.kist.bus.boxes([self.reference])[0]

    # ---- where it stands

    @property
    def children(self):
        if self._look:
            return [Node(self.kist, (self.reference[0], path), self._look) for path in self._look.children(self.reference[1])]
        return [Node(self.kist, reference) for reference in self.kist.bus.children(self.reference)[0]]

    @property
    def parent(self):
        program, path = self.kist.bus.property(self.reference, ACCESSIBLE, "Parent", ("", NOWHERE))
        return None if path == NOWHERE else Node(self.kist, (program, path))

    def walk(self, most=80, depth=0):
        """Itself and all below that shows, with the depth, in the order of reading, as of one look."""
        if not self._look:
            self = Node(self.kist, self.reference, self.kist.look())
        yield self, depth
        if depth < most:
            for child in self.children:
                yield from child.walk(most, depth + 1)

    def each(self, role=None, name=None):
        """Those below that have this role and name, in the order of reading. A generator: stop when there is enough."""
        role = ROLES.get(role, role)
        for node, depth in self.walk():
            if depth and (role is None or matches(role, node.role)) and (name is None or matches(name, node.name)):
                yield node.live()

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
        have = self.actions
        for action in actions:
            if action in have:
                number = GLib.Variant("(i)", (have.index(action),))
                return bool(self.kist.bus.ask(self.reference, ACTION, "DoAction", number))
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
        return any("focused" in node.states for node, _ in self.live().walk())

    def type(self, text):
        """Put the keyboard focus here and type."""
        self.focus()
        self.kist.type(text)

    def middle(self):
        """(x, y) of its middle on the screen."""
        x, y, width, height = self.kist.on_screen(self)
        return x + width // 2, y + height // 2

    def wait_still(self):
        """Wait until it has a size and stands where it stood a moment ago."""
        places = [None, None]

        def still():
            places.append(self.box)
            return places[-1] == places[-2] == places[-3] and places[-1] and places[-1][2] > 0

        wait_for(still, lambda: f"{self!r} to stand still; it was at {places[-3:]}")

    def reveal(self):
        """Scroll all that it lies in until its middle is in view; where on the screen that is."""
        self.wait_still()
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
        # The first and the last thing of a pane are no further inside than this.
        edge = min(EDGE, height // 2, self.kist.on_screen(self)[3] // 2)
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
