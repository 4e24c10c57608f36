"""Kist as a person meets it: by name, by key and by eye. No hook in the program serves this.

    with Kist() as kist:
        kist.go("Learn")
        kist.button("Email").click()
        kist.wait_text("Organising your messages")
        kist.find("text", "Reflection").type("Today I learned")
        kist.kill()
        kist.start()
"""

import os
import re
import subprocess
import sys

from gi.repository import GLib

from accessibility import Look, is_focused
from node import PRESSING, Node, matches
from session import NARROW, WIDE, Session
from waiting import PATIENCE, TooLate, wait_for

SECTIONS = ("Home", "Learn", "Practise", "Journal", "Badges", "My record", "Codes")
OPENS = re.compile("^(list item|(toggle )?button|link)$")
# WebKit's process gives its name on the bus back after the bus is gone: a race of its own, and harmless.
WEBKIT_ENDS = re.compile(r"Error releasing name \S+\.Sandboxed\.WebProcess-")
COMPLAINT = re.compile(r"-(CRITICAL|WARNING) \*\*|ERROR \*\*|AddressSanitizer|runtime error:")


class Kist(Session):
    """Takes what Session takes. It is started already, unless start is false."""

    def __init__(self, start=True, **options):
        super().__init__(**options)
        self.root = None
        self._looked = None
        self.geometry = None  # (x, y, width, height) of the window's inside on the screen
        if start:
            try:
                self.start()
            except BaseException:
                self.close()
                raise

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind and os.environ.get("KIST_TEST_KEEP"):
            self._keep(os.environ["KIST_TEST_KEEP"])
        self.close()

    # ---- starting and stopping

    def start(self):
        """Start it, and come back when its window stands there at its size."""
        self.root = None
        self.desktop.set_text_size(self.text)
        self.process = self.spawn()
        wait_for(lambda: self.alive() and self._appears(), "the window of Kist")
        self.resize(*self.size)
        return self

    def restart(self):
        self.quit()
        return self.start()

    def quit(self):
        """Close the window as its user does; the exit status."""
        self.press("ctrl+q")
        return self.wait_end()

    def _appears(self):
        mine = set(self.processes())
        for process, reference in self.bus.programs():
            if process in mine:
                self.root, self._process = Node(self, reference), process
                return self.windows() and self._window()
        return None

    @property
    def bus(self):
        return self.desktop.accessibility

    def look(self):
        """All of its objects as they are now."""
        self._looked = Look(self.bus, self.root.reference, self._looked)
        return self._looked

    # ---- finding things and waiting for them

    def find(self, role=None, name=None, timeout=PATIENCE):
        return self.root.find(role, name, timeout)

    def find_all(self, role=None, name=None):
        return self.root.find_all(role, name)

    def has(self, role=None, name=None):
        return any(self.root.each(role, name))

    def button(self, name, timeout=PATIENCE):
        return self.find(re.compile("^(toggle )?button$|^link$"), name, timeout)

    def editor(self):
        return self.find("text", "Reflection")

    def said(self):
        """Everything there is to read now, in order."""
        nodes = [node for node, _ in self.root.walk()]
        holding = [node for node in nodes if node.holds_text()]
        texts = dict(zip(holding, self.bus.texts([node.reference for node in holding])))
        return filter(None, (texts.get(node) or node.name for node in nodes))

    def wait_text(self, wanted, timeout=PATIENCE):
        """Wait until some text shown holds these words (or matches); that text."""

        def shown():
            self.alive()
            for said in self.said():
                if wanted.search(said) if hasattr(wanted, "search") else wanted in said:
                    return said
            return None

        return wait_for(shown, lambda: f"the text {wanted!r}, in\n{self.tree()}", timeout)

    def wait_gone(self, role=None, name=None, timeout=PATIENCE):
        wait_for(lambda: self.alive() and not self.has(role, name), lambda: f"{name!r} to go, in\n{self.tree()}", timeout)

    def go(self, section):
        """Open a section by its row in the sidebar, getting the sidebar back first where there is no room for it."""

        def row():
            self.alive()
            back = None
            for node, _ in self.root.walk():
                if node.role == "list item" and node.name == section:
                    return node.live()
                if node.role == "button" and not back and node.name == "Back":
                    back = node
            if back:
                back.do(*PRESSING)  # it may have gone with its page meanwhile
            return None

        wait_for(row, lambda: f"the row {section!r} of the sidebar, in\n{self.tree()}").click()

    def open(self, name):
        """Press the row, button or link of that name: whatever leads on."""
        self.find(OPENS, name).click()

    def close_dialog(self):
        """Close the dialog on top, if there is one: it has the keyboard focus, or something in it."""
        dialog = next(self.window().each(re.compile("^(dialog|alert)$")), None)
        if dialog:
            self.press("Escape")
            wait_for(lambda: not dialog.showing, lambda: f"Escape to close {dialog!r}")

    # ---- keyboard, mouse, window

    def press(self, *keys):
        """Press keys by their X names: press("ctrl+n"), press("Tab", "Tab", "Return")."""
        self.desktop.run("xdotool", "key", "--delay", "15", *keys)

    def type(self, text):
        """Type ASCII text on the keyboard, line ends as Return."""
        if not text.isascii():
            raise ValueError("the keyboard of the virtual screen has ASCII letters only")
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")  # xdotool loses a line end within the text
            if line:
                self.desktop.run("xdotool", "type", "--delay", "6", "--", line)

    def focused(self):
        """The object with the keyboard focus: one that is known by now, else whatever a whole look finds."""
        items = self.bus.items(self.root.reference[0])
        found = [item for item in items if is_focused(item.states)]
        if len(found) == 1:
            return Node(self, tuple(found[0].path))
        return next((node.live() for node, depth in self.root.walk() if depth and "focused" in node.states), None)

    def resize(self, width, height):
        """Give the window this size inside its border, in the corner of the screen."""
        window, border = self._window(), self._border()
        outer = (str(width + 2 * border), str(height + 2 * border))
        self.desktop.run("xdotool", "windowmove", window, "0", "0", "windowsize", window, *outer)
        self.size = (width, height)
        wait_for(
            lambda: self._measure() == self.size,
            lambda: f"a window of {width}×{height}; it stays at {self._measure()}",
        )

    def _measure(self):
        """Read where the window is; its size. Nothing but resize() ever moves it."""
        shell = self.desktop.run("xdotool", "getwindowgeometry", "--shell", self._window())
        values = dict(line.split("=") for line in shell.split())
        x, y, width, height = (int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        border = self._border()
        self.geometry = (x + border, y + border, width - 2 * border, height - 2 * border)
        return self.geometry[2:]

    def _border(self):
        """GTK draws one where nothing composes windows, and counts every box from inside it."""
        return -self.window().box[0]

    def window(self):
        """The window with the keyboard focus, else the first."""
        windows = self.windows()
        return next((window for window in windows if "active" in window.states), windows[0])

    def windows(self):
        return [window for window in self.root.children if window.showing]

    def inside(self, node):
        """(x, y, width, height) of an object within the window's inside."""
        border, box = self._border(), node.box or (0, 0, 0, 0)
        return (box[0] + border, box[1] + border, box[2], box[3])

    def on_screen(self, node):
        x, y, width, height = self.inside(node)
        return (self.geometry[0] + x, self.geometry[1] + y, width, height)

    def active(self):
        """Whether its window is the one that gets the keys."""
        done = subprocess.run(["xdotool", "getactivewindow"], env=self.environment, capture_output=True, text=True)
        return done.stdout.strip() == self._window()

    def _window(self):
        search = ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self.gtk_process()), "--name", "."]
        done = subprocess.run(search, env=self.environment, capture_output=True, text=True)
        windows = done.stdout.split()
        return windows[0] if windows else None

    def gtk_process(self):
        """The id of the process that shows the windows, also where a wrapper started it."""
        return self._process

    # ---- looking at it

    def picture(self):
        """Of the window, popovers included, as soon as two in a row are the same."""
        pictures = [None]

        def settled():
            pictures.append(self.desktop.picture(*self.geometry))
            return pictures[-1] == pictures[-2] and pictures[-1]

        return wait_for(settled, "the picture to stand still", interval=0.05)

    def shot(self, path):
        """The same in a file; the path."""
        self.picture().save(path)
        return path

    def tree(self):
        return self.root.tree() if self.root else "(no window yet)"

    def complaints(self):
        """What GLib and GTK criticised so far, with the unnamed controls now shown: a good program has none."""
        lines = [line for line in self.stderr().splitlines() if COMPLAINT.search(line) and not WEBKIT_ENDS.search(line)]
        return lines + self.unnamed()

    def unnamed(self):
        """Controls for which a screen reader would say only "button"."""
        return [f"has no name: {node!r}" for node, _ in self.root.walk() if node.is_control() and not node.has_words()]

    def outside(self):
        """Objects that reach beyond the window's sides; what scrolls may reach below its foot."""
        found, scrolls, border = [], None, self._border()
        walked = list(self.window().walk())
        boxes = self.bus.boxes([node.reference for node, _ in walked])
        for (node, depth), box in zip(walked, boxes):
            if scrolls is not None and depth > scrolls:
                continue  # what scrolls sideways may be wider than its pane
            scrolls = depth if node.role == "scroll pane" and node.scrolls_sideways() else None
            left, _, width, _ = box or (0, 0, 0, 0)
            left += border
            # GTK answers for what was never laid out with whatever lay in memory.
            if depth and 0 < width < 100_000 and (left < -1 or left + width > self.geometry[2] + 1):
                found.append(f"reaches from {left} to {left + width} of {self.geometry[2]}: {node!r}")
        return found

    def tab_to(self, role, name, key="Tab", most=80):
        """Press Tab until the focus is on the object of that role and name, as one does who has no mouse."""
        for focus in self._tab(key, most):
            if focus.role == role and matches(name, focus.name):
                return focus
        raise AssertionError(f"{most} times {key} do not lead to the {role} {name!r}, in\n{self.tree()}")

    def tab_walk(self, key="Tab", most=80):
        """Press Tab until the focus comes round; the (role, name) met."""
        met = {}
        for focus in self._tab(key, most):
            place = (focus, focus.caret)
            if place in met:
                return list(met.values())
            met[place] = (focus.role, focus.name)
        raise AssertionError(f"Tab does not come round in {most} steps: {list(met.values())}")

    def _tab(self, key, most):
        """What has the focus, now and after each press; a text may have several stops, one for each of its links."""

        def stop():
            focus = self.focused()
            return focus and (focus, focus.caret)

        here = stop()
        for _ in range(most):
            if here:
                yield here[0]
            # A text view that takes tabs keeps Tab for itself; there it is Ctrl+Tab.
            editing = here is not None and "multi-line" in here[0].states
            self.press(f"ctrl+{key}" if editing else key)
            try:
                here = wait_for(lambda: stop() not in (None, here) and stop(), "the focus to move", 2)
            except TooLate:
                pass  # it is the only stop

    def _keep(self, folder):
        """What one wants to see of a failed journey."""
        os.makedirs(folder, exist_ok=True)
        base = os.path.join(folder, os.path.basename(sys.argv[0]).removesuffix(".py"))
        try:
            with open(f"{base}.txt", "w") as file:
                file.write(f"{self.tree()}\n\n{self.stderr()}")
            self.shot(f"{base}.png")
        except (AssertionError, RuntimeError, GLib.Error) as error:
            print(f"no picture of the failure: {error}", file=sys.stderr)


__all__ = ["Kist", "NARROW", "SECTIONS", "WIDE", "matches", "wait_for"]
