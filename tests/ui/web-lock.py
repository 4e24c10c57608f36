#!/usr/bin/env python3
"""web-lock.py KIST MODULE TEST: Kist itself links no WebKit, and what the module draws asks for no network.

The hostile pages of TEST are drawn without a route to anywhere and under strace, which sees every socket of every process:
nothing but local ones may be addressed, and none may ask for a name."""

import re
import subprocess
import sys
import tempfile

# WebKit asks the kernel which interfaces there are; that is no network.
LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}
CALLS = "connect,bind,sendto,sendmsg,sendmmsg"
ADDRESS = re.compile(r"sa_family=(\w+)")


def libraries(path):
    return subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout


kist, module, test, display = sys.argv[1:]
assert "webkit" not in libraries(kist) and "javascriptcore" not in libraries(kist), libraries(kist)
assert "libwebkitgtk-6.0" in libraries(module), "the module is not what it was taken for"

with tempfile.NamedTemporaryFile(prefix="kist-trace-") as trace:
    traced = ["strace", "-f", "--seccomp-bpf", "--output-append-mode", "--quiet=all", f"--trace={CALLS}", f"--output={trace.name}"]
    apart = ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent"]
    subprocess.run([*apart, display, *traced, test], check=True)
    with open(trace.name, errors="replace") as file:
        lines = file.read().splitlines()
assert any("AF_UNIX" in line for line in lines), "strace saw nothing at all"
asked = [line for line in lines if set(ADDRESS.findall(line)) - LOCAL]
assert not asked, "the page reached out:\n" + "\n".join(asked[:20])
print(f"{len(lines)} calls, none for the network")
