"""A private desktop for one test: X server, window manager, session bus, accessibility bus and an empty home.

Nothing of the user's own desktop is read or changed, and everything dies with the script that made it. Two scripts may
run at once. A desktop takes a while to start, so a script has one: `Desktop.of_script()`.
"""

import atexit
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile

from accessibility import Bus
from picture import read_dump
from waiting import wait_for

SCREEN = (1400, 1000)

# Only the accessibility bus may be activated: on a real desktop the usual configuration would start portals and dconf.
BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
A11Y_SERVICE = "[D-BUS Service]\nName=org.a11y.Bus\nExec=/usr/libexec/at-spi-bus-launcher\n"

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def die_with_parent():
    """For preexec_fn: the kernel kills the child when this script ends, however it ends."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Desktop:
    _of_script = None

    @classmethod
    def of_script(cls):
        if cls._of_script is None:
            cls._of_script = cls()
            atexit.register(cls._of_script.close)
        return cls._of_script

    def __init__(self, size=SCREEN):
        self.size = size
        self.folder = tempfile.mkdtemp(prefix="kist-desktop-")
        os.chmod(self.folder, 0o700)
        self._started = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",  # the same pixels on every machine
            "GSETTINGS_BACKEND": "keyfile",  # settings live in the home: they survive a restart and nothing else
            "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_SESSION_TYPE": "x11",
        }
        self.environment.update(self._make_home("desktop"))
        self._start_x_server()
        self._start_bus()
        self._start_window_manager()

    def new_home(self):
        """The environment variables of one more empty home on this desktop."""
        return self._make_home(f"home-{len(os.listdir(self.folder))}")

    def close(self):
        for process in reversed(self._started):
            if process.poll() is None:
                # The whole group: the bus has started the accessibility bus, and that its registry.
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        self._started.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command):
        """Run a helper such as xdotool on this desktop and return what it printed."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
        return done.stdout

    def picture(self, x, y, width, height):
        """What a part of the screen shows now."""
        return read_dump(f"{self.folder}/Xvfb_screen0", x, y, width, height)

    def set_text_size(self, per_cent):
        """For programs started from now on: on X11, with no settings daemon, GTK takes the size of text from here."""
        resource = f"Xft.dpi:\t{96 * per_cent // 100}\n"
        self.run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resource)

    def _make_home(self, name):
        home = os.path.join(self.folder, name)
        folders = {
            "HOME": home,
            "XDG_CONFIG_HOME": f"{home}/.config",
            "XDG_DATA_HOME": f"{home}/.local/share",
            "XDG_CACHE_HOME": f"{home}/.cache",
            "XDG_STATE_HOME": f"{home}/.local/state",
            "XDG_RUNTIME_DIR": f"{home}/run",
        }
        for folder in folders.values():
            os.makedirs(folder, mode=0o700)
        return folders

    def start(self, command, **options):
        """Start a helper that lives as long as the desktop."""
        log = open(os.path.join(self.folder, f"{command[0]}.log"), "w")
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stderr=log,
            start_new_session=True,
            preexec_fn=die_with_parent,
            **{"stdout": log, **options},
        )
        log.close()
        self._started.append(process)
        return process

    def _start_x_server(self):
        ready, tell = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        # -r: on a busy machine a key is let go of so late that it would repeat itself, and nobody typed what comes then.
        server = ["Xvfb", "-displayfd", str(tell), "-screen", "0", screen, "-dpi", "96", "-r", "-nocursor", "-nolisten", "tcp"]
        self.start([*server, "-noreset", "-fbdir", self.folder], pass_fds=[tell])
        os.close(tell)
        with os.fdopen(ready) as answer:
            number = answer.readline().strip()  # the end of file when the server dies
        if not number:
            raise RuntimeError(f"Xvfb did not start: {self._log('Xvfb')}")
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self):
        os.mkdir(f"{self.folder}/services")
        with open(f"{self.folder}/services/org.a11y.Bus.service", "w") as file:
            file.write(A11Y_SERVICE)
        with open(f"{self.folder}/bus.conf", "w") as file:
            file.write(BUS_CONFIG.format(folder=self.folder))
        command = ["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--nopidfile", "--print-address"]
        bus = self.start(command, stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise RuntimeError(f"the session bus did not start: {self._log('dbus-daemon')}")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.accessibility = Bus(address)

    def _start_window_manager(self):
        self.start(["openbox", "--sm-disable"])
        asks = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        wait_for(lambda: "window id" in self.run(*asks), "the window manager")

    def _log(self, program):
        with open(os.path.join(self.folder, f"{program}.log"), errors="replace") as file:
            return file.read().strip()
