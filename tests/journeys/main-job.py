#!/usr/bin/env python3
"""The main job on a fresh machine, by accessible names: learn, decide, reflect, be killed, come back to the same word.

All of it in a network namespace without a route, by a program that never even asks for a network: every process of Kist
runs under strace, and none may make or address a socket that is not local.
"""

import re
import sys
import tempfile

sys.path.append(sys.path[0] + "/../support")

import story  # noqa: E402
from app import Kist  # noqa: E402
from database import holds  # noqa: E402

SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")
CONNECT = re.compile(r"\b(?:connect|bind|sendto|sendmsg)\(.*?sa_family=(\w+)")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
WITHOUT_NETWORK = ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent"]
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


def work(kist):
    assert not routes(kist), f"there is a way out: {routes(kist)}"
    for name, what in story.main_job(kist):
        print(f"{name}: {what}", flush=True)
        complaints = kist.complaints()
        assert not complaints, "\n".join(complaints)
    assert kist.quit() == 0, kist.stderr()
    assert holds(kist.data, story.POST), "the post is not in the database as it was typed"


with tempfile.NamedTemporaryFile(prefix="kist-trace-") as trace:
    # seccomp: only these calls stop the program, and the others cost it nothing.
    traced = ["strace", "-f", "--seccomp-bpf", "--output-append-mode", "--quiet=all", f"--trace={CALLS}"]
    traced.append(f"--output={trace.name}")
    with Kist(wrapper=[*WITHOUT_NETWORK, *traced]) as kist:
        work(kist)
    with open(trace.name) as file:
        assert "AF_UNIX" in file.read(), "strace saw nothing at all"
    asked = list(foreign(trace.name))
    assert not asked, "Kist asked for the network:\n" + "\n".join(asked)
print("no process asked for anything but local sockets, and there was no route to anywhere")
