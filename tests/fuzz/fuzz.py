#!/usr/bin/env python3
"""fuzz.py BUILD_DIR SECONDS [NAME…]: random input to every parser, SECONDS of the processor each, two at a
time, with a fresh seed.

One line for each target. What makes one fail is kept in BUILD_DIR/fuzz-failures/, and this ends with 1."""
import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus")
LEAKS = os.path.join(os.path.dirname(os.path.dirname(CORPUS)), "support", "leaks.txt")
GRACE = 30  # seconds; an input may take 10, and a sanitizer's report its time
SHARE = 5  # seconds that go by until a busy machine has given it one of the processor


def targets(build, names):
    folder = os.path.join(build, "tests", "fuzz")
    found = sorted(name for name in os.listdir(folder)
                   if re.fullmatch(r"fuzz-[a-z0-9-]+", name) and os.access(os.path.join(folder, name), os.X_OK)
                   and os.path.isfile(os.path.join(folder, name)))
    return [os.path.join(folder, name) for name in found if not names or name.removeprefix("fuzz-") in names]


def keep(build, name, seed, log, temporary):
    """Keeps the last input and the log of a failure; returns where."""
    failures = os.path.join(build, "fuzz-failures")
    os.makedirs(failures, exist_ok=True)
    kept = os.path.join(failures, f"{name}-{seed}")
    with open(kept + ".log", "w", encoding="utf-8") as file:
        file.write(log)
    inputs = [entry for entry in os.listdir(temporary) if entry.endswith(".input")]
    if not inputs:
        return kept + ".log"
    shutil.move(os.path.join(temporary, inputs[0]), kept + ".input")
    return kept + ".input"


def run(build, target, seconds):
    """Runs one target; returns its line and whether it passed."""
    name = os.path.basename(target)
    seed = random.SystemRandom().randrange(2**32)
    env = {**os.environ, "G_DEBUG": "fatal-criticals", "LC_ALL": "C.UTF-8",
           "ASAN_OPTIONS": "abort_on_error=1:detect_leaks=1", "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
           "LSAN_OPTIONS": f"print_suppressions=0:suppressions={LEAKS}"}
    with tempfile.TemporaryDirectory(prefix="kist-fuzz-") as temporary:
        env["TMPDIR"] = temporary
        command = [target, str(seconds), str(seed), os.path.join(CORPUS, name.removeprefix("fuzz-"))]
        try:
            done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=GRACE + SHARE * seconds, check=False)
            log, failed = done.stdout.decode(errors="replace"), done.returncode != 0
        except subprocess.TimeoutExpired as expired:
            log, failed = (expired.stdout or b"").decode(errors="replace") + "\nIt did not end.", True
        if failed:
            path = keep(build, name, seed, log, temporary)
            return f"{name}: FAILED with seed {seed}; again with: {target} 0 {path}", False
    count = re.search(r"^(\d+) executions$", log, re.M)
    return f"{name}: {count.group(1) if count else 'no'} executions, seed {seed}", bool(count)


def main():
    if len(sys.argv) < 3 or not re.fullmatch(r"\d+", sys.argv[2]):
        sys.exit(__doc__)
    build, seconds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    found = targets(build, sys.argv[3:])
    if not found:
        sys.exit("fuzz: there is nothing to run in " + build)
    passed = True
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for line, is_good in pool.map(lambda target: run(build, target, seconds), found):
            print(line, flush=True)
            passed = passed and is_good
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
