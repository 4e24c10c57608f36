#!/usr/bin/env python3
"""run_tests.py BUILD BUILD_ASAN [NAME…]: pass every test, or the tests and suites named, in both build directories.

Plain, everything runs; under the sanitizers, what lies below ui/. Failures are shown with the end of what they said. The
last line is always "N passed, N failed", counted in test cases; the exit status is 1 when any failed.
"""

import json
import os
import re
import subprocess
import sys
import time

TAIL_LINES = 60
RESULT = re.compile(r"^\s*(\d+)/(\d+) (.+?)\s+(OK|FAIL|SKIP|TIMEOUT|ERROR|INTERRUPT|EXPECTEDFAIL|UNEXPECTEDPASS)\b")
CASE = re.compile(r"^(ok|not ok) \d+(.*)$", re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL", "SKIP"}


def tests_of(build):
    """[(name, suites)] of a build directory; a suite is said without the project's name."""
    with open(f"{build}/meson-info/intro-tests.json") as file:
        return [(test["name"], {suite.partition(":")[2] for suite in test["suite"]}) for test in json.load(file)]


def chosen(build, names):
    return sorted({test for test, suites in tests_of(build) if test in names or suites & set(names)})


def run(build, title, names, at_once):
    """Run at most at_once programs at a time and show how it goes; the results of meson's log."""
    command = ["meson", "test", "-C", build, "--no-rebuild", "--num-processes", str(at_once), *names]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    log = f"{build}/meson-logs/testlog.json"
    if os.path.exists(log):
        os.remove(log)
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = []
    for line in process.stdout:
        said.append(line)
        match = RESULT.match(line)
        if match and sys.stdout.isatty():
            print(f"\r\033[K{title}: {match[1]} of {match[2]}, {match[3]}", end="", flush=True)
        if match and match[4] not in GOOD:
            print(f"\r\033[K{match[4]}: {match[3]} ({title})" if sys.stdout.isatty() else f"{match[4]}: {match[3]} ({title})")
    process.wait()
    if not os.path.exists(log):
        sys.exit("".join(said[-20:]) + f"run_tests: meson ran no test in {build}: the lines above say why")
    with open(log) as file:
        results = [json.loads(line) for line in file]
    slow = ", ".join(f"{test['name']} {test['duration']:.0f} s" for test in slowest(results, 3))
    clear = "\r\033[K" if sys.stdout.isatty() else ""
    print(f"{clear}{title}: {len(results)} programs in {time.monotonic() - started:.0f} s (longest: {slow})", flush=True)
    return results


def slowest(results, number):
    return sorted(results, key=lambda test: -test["duration"])[:number]


def count(test):
    """(passed, failed) cases: those that a program reports by TAP, else the program itself as one."""
    good = test["result"] in GOOD
    cases = [word for word, rest in CASE.findall(test.get("stdout", "")) if "# SKIP" not in rest]
    if not cases:
        return (0, 0) if test["result"] == "SKIP" else (int(good), int(not good))
    failed = cases.count("not ok")
    return len(cases) - failed, failed if good else max(failed, 1)


def show(title, test):
    said = f"{test.get('stdout', '')}\n{test.get('stderr', '')}"
    lines = [line for line in said.splitlines() if line.strip() and not re.match(r"^ok \d+", line)]
    print(f"\n── {test['name']} ({title}): {test['result']}, exit status {test['returncode']}")
    print("\n".join(lines[-TAIL_LINES:]))


def main(plain, sanitized, *names):
    cores = len(os.sched_getaffinity(0))
    # A journey waits for answers and frames more than it works: two for a core. Below ui/ a core is busy with one.
    builds = [(plain, "plain", 2 * cores), (sanitized, "sanitized", cores)]
    plans = [(build, title, at_once, chosen(build, names)) for build, title, at_once in builds]
    if names and not any(plan for *_, plan in plans):
        known = {test for build, *_ in builds for test, _ in tests_of(build)}
        known |= {suite for build, *_ in builds for _, suites in tests_of(build) for suite in suites}
        sys.exit(f"run_tests: no test or suite is named {' or '.join(names)}; there are: {' '.join(sorted(known))}")
    passed = failed = 0
    for build, title, at_once, plan in plans:
        if names and not plan:
            continue
        for test in run(build, title, plan, at_once):
            good, bad = count(test)
            passed, failed = passed + good, failed + bad
            if bad:
                show(title, test)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
