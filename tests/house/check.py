#!/usr/bin/env python3
"""check.py RULE: one rule of the house (CONTRIBUTING.md) held against every source file. Each finding is file:line."""

import glob
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MOST_LINES, MOST_FUNCTION_LINES, MOST_TYPES = 400, 60, 12
TRANSLATABLE = re.compile(r"\b(?:N?C?_|ngettext|g_dngettext|g_dpgettext2)\s*\(")
BANS = [
    (re.compile(r"\bg_object_set_(?:q?data)\w*"), "src/", "values flow through constructors, not through object data"),
    (re.compile(r"#include <(?:webkit|jsc)"), "src/", "WebKit belongs in the module of ui/web/, which the program does not link"),
    (re.compile(r"#include <(?:gtk|gdk(?!-pixbuf)|gsk|adwaita|adw|gtksourceview|libspelling)"), "src/", "GTK belongs in ui/"),
    (re.compile(r"\bsleep \(|\bg_usleep \(|\busleep \("), "", "nothing sleeps: wait for what is meant"),
    (re.compile(r"\bg_get_real_time \(|\bg_date_time_new_now|\btime \(NULL\)"), "src/", "time comes through KistClock"),
    (re.compile(r"\bg_random_|\bg_rand_new \(\)|\brand \(\)"), "src/", "randomness comes through a seed handed in"),
]
ABOVE = ("src/ui/", "src/main.c")  # may use GTK
DRAWS_PAGES = ("src/ui/web/kist-web-lock.h", "src/ui/web/kist-web-lock.c", "src/ui/web/kist-web-view.c")  # the module
TELLS_TIME = ("src/base/kist-clock.c",)


def files(*suffixes):
    """What `./dev format` formats; in an unpacked tarball, which git knows nothing of, what the folders hold."""
    list_files = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(list_files, cwd=TOP, capture_output=True, text=True)
    names = found.stdout.splitlines()
    if found.returncode:
        names = [n for folder in ("src", "tests", "data") for n in glob.glob(f"{folder}/**", root_dir=TOP, recursive=True)]
    return sorted(n for n in names if n.endswith(suffixes) and os.path.isfile(os.path.join(TOP, n)))


def read(name):
    with open(os.path.join(TOP, name), encoding="utf-8") as file:
        return file.read()


def style():
    """clang-format as `./dev format` does it."""
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *files(".c", ".h")], cwd=TOP, capture_output=True, text=True)
    first = {}
    for line in done.stderr.splitlines():
        if "[-Wclang-format-violations]" in line:
            name, number, _ = line.split(":", 2)
            first.setdefault(name, number)
    found = [f"{name}:{number}: is not formatted from here on: ./dev format" for name, number in first.items()]
    return found or ([done.stderr] if done.returncode else [])


def blueprints():
    """Every Blueprint formatted as `./dev format` does it."""
    names = files(".blp")
    done = subprocess.run(["blueprint-compiler", "format", *names], cwd=TOP, capture_output=True, text=True) if names else None
    return (done.stdout + done.stderr).splitlines() if done and done.returncode else []


def potfiles():
    """po/POTFILES lists exactly the files that have something to translate."""
    listed = {line.strip() for line in read("po/POTFILES").splitlines() if line.strip() and not line.startswith("#")}
    sources = [name for name in files(".c", ".blp") if name.startswith("src/") and TRANSLATABLE.search(code(name))]
    data = [name for name in files(".desktop.in.in", ".metainfo.xml.in.in", ".gschema.xml.in") if name.startswith("data/")]
    found = [f"{name}:1: has texts to translate and is not in po/POTFILES" for name in sources if name not in listed]
    found += [f"{name}:1: is not in po/POTFILES" for name in data if name not in listed and "gschema" not in name]
    known = set(sources) | set(data)
    return found + [f"po/POTFILES: {name} has nothing to translate or does not exist" for name in listed - known]


def code(name):
    """A C or Blueprint file without its comments, line for line."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", lambda match: "\n" * match[0].count("\n"), read(name), flags=re.DOTALL)


def sizes():
    """A file has at most 400 lines, a function 60, a folder 12 types."""
    found, folders = [], {}
    for name in files(".c", ".h", ".py", ".blp"):
        lines = read(name).splitlines()
        if len(lines) > MOST_LINES:
            found.append(f"{name}:{len(lines)}: more than {MOST_LINES} lines")
        if name.endswith(".c"):
            found += [f"{name}:{at}: a function of {size} lines" for at, size in functions(lines) if size > MOST_FUNCTION_LINES]
        if name.endswith(".h") and name.startswith("src/"):
            folders[os.path.dirname(name)] = folders.get(os.path.dirname(name), 0) + 1
    return found + [f"{folder}: {n} types, more than {MOST_TYPES}" for folder, n in folders.items() if n > MOST_TYPES]


def functions(lines):
    """(first line, number of lines) of each function body: the house style opens and closes it in the first column."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            yield start, number - start + 1
            start = None


def bans():
    """What may not be written at all."""
    found = []
    for name in files(".c", ".h"):
        for number, line in enumerate(code(name).splitlines(), 1):
            for pattern, where, why in BANS:
                allowed = "GTK" in why and name.startswith(ABOVE) or "KistClock" in why and name in TELLS_TIME
                allowed = allowed or "WebKit" in why and name in DRAWS_PAGES
                if name.startswith(where) and not allowed and pattern.search(line):
                    found.append(f"{name}:{number}: {line.strip()}: {why}")
    return found


RULES = {rule.__name__: rule for rule in (style, blueprints, potfiles, sizes, bans)}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in RULES:
        sys.exit(f"{__doc__}\nRules: {' '.join(RULES)}")
    findings = RULES[sys.argv[1]]()
    print("\n".join(findings) or f"{sys.argv[1]}: nothing found")
    sys.exit(1 if findings else 0)
