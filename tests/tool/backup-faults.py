#!/usr/bin/env python3
"""A real disk that fills up while a back-up is written leaves the one that was there; Ctrl+C does too."""

import os
import subprocess
import tempfile

TOOL = os.environ["KIST_TOOL"]


def fill(data, n_bytes):
    """A person's folder whose database holds @n_bytes that do not get smaller."""
    subprocess.run(["sqlite3", os.path.join(data, "kist.db"), f"INSERT INTO place (key, block, fraction, detail) "
                    f"VALUES (hex(randomblob(8)), 0, 0, hex(randomblob({n_bytes // 2})))"], check=True)


def backup(data, file, wrapper=()):
    return subprocess.run([*wrapper, TOOL, "backup", "--data", data, "-o", file], capture_output=True, text=True, check=False)


def full(top, data):
    """On a stick of every size up to one that has room: the old file, byte for byte, and one sentence."""
    stick = os.path.join(top, "stick")
    os.makedirs(stick)
    old = os.path.join(top, "old.kist-backup")
    assert backup(data, old).returncode == 0
    fill(data, 300 << 10)
    script = ('cp "$2" "$3"/mine.kist-backup && chmod 600 "$3"/mine.kist-backup; "$1" backup --data "$4" -o "$3"/mine.kist-backup; '
              'status=$?; cmp -s "$2" "$3"/mine.kist-backup && echo same; ls -A "$3"; exit $status')
    failed = 0
    for size in range(os.path.getsize(old) + 8192, 4 << 20, 64 << 10):
        wrapper = ["bwrap", "--dev-bind", "/", "/", "--size", str(size), "--tmpfs", stick, "--die-with-parent"]
        done = subprocess.run([*wrapper, "sh", "-c", script, "sh", TOOL, old, stick, data], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            break
        assert done.returncode == 3, done
        assert done.stdout == "same\nmine.kist-backup\n", done
        assert "no space left on the disk" in done.stderr and done.stderr.count("\n") == 1, done
        failed += 1
    assert failed > 2 and done.returncode == 0, (failed, done)
    assert not [name for name in os.listdir(data) if name.startswith("kist-")], os.listdir(data)


def interrupted(top, data):
    """Ctrl+C while the copy is made: no file, nothing left over, and one sentence."""
    file = os.path.join(top, "stopped.kist-backup")
    wrapper = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:signal=SIGINT:when=1"]
    done = subprocess.run([*wrapper, TOOL, "backup", "--data", data, "-o", file], capture_output=True, text=True, check=False,
                          env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})  # which traces, too
    assert done.returncode == 3 and done.stdout == "", done
    assert done.stderr == "kist-tool: It was stopped, and everything is as it was.\n", done
    assert not [name for name in os.listdir(top) if name.startswith("stopped")], os.listdir(top)
    assert not [name for name in os.listdir(data) if name.startswith("kist-")], os.listdir(data)


def little_room(top, data):
    wrapper = ["bwrap", "--dev-bind", "/", "/", "--size", str(8 << 20), "--tmpfs", os.path.join(top, "small")]
    script = 'mkdir -m 700 "$3"/own && cp -p "$2"/kist.db "$3"/own && "$1" doctor --data "$3"/own'
    os.makedirs(os.path.join(top, "small"))
    done = subprocess.run([*wrapper, "sh", "-c", script, "sh", TOOL, data, os.path.join(top, "small")], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and ".: warning: There are " in done.stdout and "Make room" in done.stdout, done


def make_folder(top):
    """The database of an empty store: as the migrations say."""
    data = os.path.join(top, "data")
    os.makedirs(data, mode=0o700)
    migrations = os.path.join(os.environ["G_TEST_SRCDIR"], "..", "src", "store", "migrations")
    names = sorted(os.listdir(migrations))
    sql = "".join(open(os.path.join(migrations, name), encoding="utf-8").read() for name in names)
    sql += f"PRAGMA application_id = {0x4B697374}; PRAGMA user_version = {len(names)};"
    subprocess.run(["sqlite3", os.path.join(data, "kist.db")], input=sql, text=True, check=True)
    os.chmod(os.path.join(data, "kist.db"), 0o600)
    return data


with tempfile.TemporaryDirectory() as top_folder:
    folder = make_folder(top_folder)
    full(top_folder, folder)
    interrupted(top_folder, folder)
    little_room(top_folder, folder)
