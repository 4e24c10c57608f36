#!/usr/bin/env python3
"""The whole main job in a network namespace without a route, by a program that never even asks for a network.

Every process of Kist runs under strace, and none may make or address a socket that is not local.
"""

import re
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

import story  # noqa: E402
from app import Kist  # noqa: E402

SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")
CONNECT = re.compile(r"\b(?:connect|bind|sendto|sendmsg)\(.*?sa_family=(\w+)")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
CALLS = "socket,socketpair,connect,bind,sendto,sendmsg"


def foreign(trace):
    """The calls in a trace that are about anything but this computer."""
    with open(trace, errors="replace") as file:
        for line in file:
            families = SOCKET.findall(line) + CONNECT.findall(line)
            if any(family not in LOCAL for family in families):
                yield line.strip()


def routes(kist):
    with open(f"/proc/{kist.gtk_process()}/net/route") as file:
        return file.read().splitlines()[1:]


without_network = ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent"]
with tempfile.NamedTemporaryFile(prefix="kist-trace-") as trace:
    # seccomp: only these calls stop the program, and the others cost it nothing.
    traced = ["strace", "-f", "--seccomp-bpf", "--output-append-mode", "--quiet=all", f"--trace={CALLS}"]
    traced.append(f"--output={trace.name}")
    with Kist(wrapper=[*without_network, *traced]) as kist:
        assert not routes(kist), f"there is a way out: {routes(kist)}"
        for _ in story.main_job(kist):
            pass
        assert kist.quit() == 0
    with open(trace.name) as file:
        assert "AF_UNIX" in file.read(), "strace saw nothing at all"
    asked = list(foreign(trace.name))
    assert not asked, "Kist asked for the network:\n" + "\n".join(asked)
print("no process asked for anything but local sockets, and there was no route to anywhere")
