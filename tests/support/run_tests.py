#!/usr/bin/env python3
"""run_tests.py BUILD BUILD_ASAN [NAME…]: pass every test, or the tests and suites named, in both build directories.

What lies below ui/ runs under the sanitizers, in the time in which the journeys, which are plain, wait for answers and
frames; a test that is named runs in both. Failures are shown with the end of what they said. The last line is always
"N passed, N failed", counted in test cases; the exit status is 1 when any failed.
"""

import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import time

TAIL_LINES = 60
PATIENCE = 5  # times as long as a test may take by itself: what runs beside it is no failure of its own
RESULT = re.compile(r"^\s*(\d+)/(\d+) (.+?)\s+(OK|FAIL|SKIP|TIMEOUT|ERROR|INTERRUPT|EXPECTEDFAIL|UNEXPECTEDPASS)\b")
CASE = re.compile(r"^(ok|not ok) \d+(.*)$", re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL", "SKIP"}

Plan = collections.namedtuple("Plan", "build title at_once nice names")


class NothingRan(Exception):
    """Of a build in which meson itself failed; in words."""


def tests_of(build):
    """[(name, suites)] of a build directory; a suite is said without the project's name."""
    with open(f"{build}/meson-info/intro-tests.json") as file:
        return [(test["name"], {suite.partition(":")[2] for suite in test["suite"]}) for test in json.load(file)]


def chosen(build, names):
    return sorted({test for test, suites in tests_of(build) if test in names or suites & set(names)})


def say(line, passing=False):
    """On a terminal, what is passing is written over by what comes next."""
    if sys.stdout.isatty():
        print(f"\r\033[K{line}", end="" if passing else "\n", flush=True)
    elif not passing:
        print(line, flush=True)


def run(plan):
    """Run a plan's programs and show how it goes; the results of meson's log."""
    command = ["nice", "-n", str(plan.nice), "meson", "test", "-C", plan.build, "--no-rebuild"]
    command += ["--timeout-multiplier", str(PATIENCE), "--num-processes", str(plan.at_once), *plan.names]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    log = f"{plan.build}/meson-logs/testlog.json"
    if os.path.exists(log):
        os.remove(log)
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = []
    for line in process.stdout:
        said.append(line)
        match = RESULT.match(line)
        if match:
            say(f"{plan.title}: {match[1]} of {match[2]}, {match[3]}", passing=True)
        if match and match[4] not in GOOD:
            say(f"{match[4]}: {match[3]} ({plan.title})")
    process.wait()
    if not os.path.exists(log):
        raise NothingRan("".join(said[-20:]) + f"run_tests: meson ran no test in {plan.build}: the lines above say why")
    with open(log) as file:
        results = [json.loads(line) for line in file]
    slow = ", ".join(f"{test['name']} {test['duration']:.0f} s" for test in slowest(results, 3))
    say(f"{plan.title}: {len(results)} programs in {time.monotonic() - started:.0f} s (longest: {slow})")
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


def plans_of(plain, sanitized, names):
    cores = len(os.sched_getaffinity(0))
    below, above = chosen(sanitized, names), chosen(plain, names)
    if not names:  # of both builds, each test in the one that sees more of it
        below = [test for test, _ in tests_of(sanitized)]
        above = [test for test, _ in tests_of(plain) if test not in below]  # the journeys' names have a prefix
    # A journey waits more than it works: two for a core. What runs beside it gets what it leaves, and alone in the end
    # everything: nobody waits for it, and two seconds of typing stay two seconds.
    plans = [Plan(plain, "plain", 2 * cores, 0, above), Plan(sanitized, "sanitized", cores, 19, below)]
    if not names:
        return plans
    if not any(plan.names for plan in plans):
        known = {test for plan in plans for test, _ in tests_of(plan.build)}
        known |= {suite for plan in plans for _, suites in tests_of(plan.build) for suite in suites}
        sys.exit(f"run_tests: no test or suite is named {' or '.join(names)}; there are: {' '.join(sorted(known))}")
    return [plan for plan in plans if plan.names]


def main(plain, sanitized, *names):
    plans = plans_of(plain, sanitized, names)
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        running = [pool.submit(run, plan) for plan in plans]
        concurrent.futures.wait(running)
    for plan, done in zip(plans, running):
        for test in done.result():
            good, bad = count(test)
            passed, failed = passed + good, failed + bad
            if bad:
                show(plan.title, test)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except NothingRan as reason:
        sys.exit(str(reason))
