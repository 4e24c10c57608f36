"""What the tests that hand an export to other people's programs share: a journal with all that an entry can hold, a text
that is hostile, and a way to an export of it."""

import os
import subprocess
import sys
import tempfile

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tool"))

import journal_data  # noqa: E402

EVERYTHING = """# Head

Some **strong *both*** and `code` and a [link](https://example.org/?a=1&b=2).

## Deeper

3. third
4. fourth
   - within

- [x] done
- [ ] open

> Said by somebody, with ~~struck~~ words.

| Left | Right |
|------|-------|
| Cell | Other |

```
if x:
    y < z
```

---

Last words: “quoted”, naïve, 5 < 6 & so on.
"""
ENTRIES = [  # id, thing, badge, title, body, deleted
    ("all", None, None, "Everything & more", EVERYTHING, None),
    ("evidence", "nowhere/gone", "no-such-badge", "Boundaries", "What I will do: ask first.\n", None),
    ("hostile", None, None, 'yes: "no" <b>&\x01 ]]>', journal_data.HOSTILE, None),
]
WORDS = ("Head", "Deeper", "strong", "both", "code", "link", "third", "fourth", "within", "done", "open", "Said by somebody", "struck",
         "Left", "Right", "Cell", "Other", "y < z", "quoted", "naïve", "5 < 6 & so on", "ask first", "alert(1)")


def export(form, name, *more):
    """Returns the path of a fresh export in a folder that goes with the script."""
    top = tempfile.mkdtemp(dir=_folder.name)
    data = journal_data.make(os.path.join(top, "person"), ENTRIES)
    path = os.path.join(top, name)
    subprocess.run([os.environ["KIST_TOOL"], "export", "--data", data, "--format", form, "-o", path, *more], check=True)
    return path


def run(*command, **options):
    """What a program prints; what it complains of ends the test."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
    return done.stdout


os.environ["TZ"] = "UTC"
_folder = tempfile.TemporaryDirectory(prefix="kist-opened-")
