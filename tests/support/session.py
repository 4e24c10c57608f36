"""One user's Kist as a process: its empty home, its data, and how it starts and ends."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile

from desktop import Desktop, die_with_parent
from waiting import PATIENCE, wait_for

WIDE, NARROW = (1100, 760), (360, 640)

SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-cursor-blink=false
gtk-enable-animations={animations}
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
"""


def kist_binary():
    named = os.environ.get("KIST_BINARY") or shutil.which("kist")
    return named or sys.exit("KIST_BINARY names no program: run this by ./dev, or set it to build/src/kist")


def is_running(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


class Session:
    """The home and the data last until close(), through any number of starts."""

    def __init__(
        self,
        data=None,
        packs=None,
        size=WIDE,
        dark=False,
        text=100,
        high_contrast=False,
        animations=False,
        language=None,
        wrapper=(),
        arguments=(),
        environment=None,
        program=None,
    ):
        """data and packs are folders; text is in per cent; wrapper is a command that starts its arguments, as strace.

        environment adds to what the process gets; program is another than Kist, to compare with.
        """
        self.desktop = Desktop.of_script()
        self.size = size
        self.text = text
        self.folder = tempfile.mkdtemp(prefix="kist-run-")
        self.data = data or os.path.join(self.folder, "data")
        self.log = os.path.join(self.folder, "stderr")
        self.command = [*wrapper, program or kist_binary(), *arguments]
        self.process = None
        home = self.desktop.new_home()
        self.environment = {**self.desktop.environment, **home, "KIST_DATA_DIR": self.data, "G_DEBUG": "fatal-criticals"}
        for name in ("KIST_PACK_PATH", "GSETTINGS_SCHEMA_DIR", "KIST_NOW"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        if packs:
            self.environment["KIST_PACK_PATH"] = packs
        if dark:
            self.environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        if high_contrast:
            self.environment["ADW_DEBUG_HIGH_CONTRAST"] = "1"
        if language:
            self.environment.update(self._locale(language))
        self.environment.update(environment or {})
        os.mkdir(f"{home['XDG_CONFIG_HOME']}/gtk-4.0")
        with open(f"{home['XDG_CONFIG_HOME']}/gtk-4.0/settings.ini", "w") as file:
            file.write(SETTINGS.format(animations=str(animations).lower()))

    def spawn(self, *files):
        """Start one more process of the same user, to open these files, and do not wait for its window."""
        with open(self.log, "a") as log:
            return subprocess.Popen(
                [*self.command, *files],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def alive(self):
        """True; an error that says why when the program has ended by itself."""
        if self.process is not None and self.process.poll() is not None:
            raise AssertionError(f"Kist has ended with status {self.process.returncode}:\n{self.stderr()[-3000:]}")
        return True

    def term(self):
        return self._end(signal.SIGTERM)

    def kill(self):
        return self._end(signal.SIGKILL)

    def wait_end(self, timeout=PATIENCE):
        """Wait until it has ended by itself; the exit status."""
        wait_for(lambda: self.process.poll() is not None, "the end of Kist", timeout)
        return self.process.returncode

    def close(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self, how):
        mine = self.processes()
        if self.process.poll() is None:
            os.killpg(self.process.pid, how)
        status = self.wait_end()
        # A wrapper ends before what it wraps, whose name on the bus the next one would ask to show its window.
        wait_for(lambda: not any(map(is_running, mine)), "the end of all its processes")
        return status

    def _locale(self, name):
        """The environment of a locale such as ar_EG, also where it is not installed: then the C locale goes by its name."""
        os.mkdir(f"{self.folder}/locale")
        os.symlink("/usr/lib/locale/C.utf8", f"{self.folder}/locale/{name}.UTF-8")
        return {"LOCPATH": f"{self.folder}/locale", "LC_ALL": f"{name}.UTF-8", "LANGUAGE": name}

    def processes(self):
        """The ids of all its processes."""
        parents = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{entry}/stat") as file:
                    parents.setdefault(int(file.read().rsplit(")", 1)[1].split()[1]), []).append(int(entry))
            except OSError:
                pass  # it has ended meanwhile
        found = [self.process.pid]
        for process in found:
            found += parents.get(process, [])
        return found

    def stderr(self):
        try:
            with open(self.log, errors="replace") as file:
                return file.read()
        except OSError:
            return ""
