"""The main job, told once: the walk takes pictures of it, journeys check what it leaves behind."""

import contextlib
import os
import re
import shutil
import tempfile

from app import Kist, wait_for

PACK = os.path.join(os.environ.get("KIST_PACK_PATH", "data/packs").split(":")[0], "digital-things")
POST = (
    "At work I keep my own name out of the comments under the village page. Last month a daughter asked me there how her "
    "father had slept. I did not answer where everybody could read it. I rang her instead, and we talked for ten minutes. "
    "I have since written down three lines for myself: I answer by phone, I post nothing from a shift, and I ask my manager "
    "before I accept a request from anyone I met through the service. It is a small place and I will meet them in the shop, "
    "which is fine. What I would do differently is to have said so to the family on the first day, before anyone asked."
)


POLICY = "Our policy asks me to keep work out of my own pages, and to say so when I cannot."


def starting(words):
    return re.compile(f"^{re.escape(words)}")


# ---- what one does in a step of each kind


def open_step(kist, thing, step):
    kist.go("Learn")
    kist.open(starting(thing))
    kist.open(starting(step))


def read_to_the_end(kist):
    """Turn the wheel until the next step's button is in view: then the text has been read."""
    kist.find("button", starting("Next: ")).reveal()
    kist.wait_text(re.compile(r"\bdone$"))


def tick_everything(kist):
    for task in kist.find_all("check box"):
        task.click()
    kist.wait_text(re.compile(r"\bdone$"))


def answer_other_kinds(kist):
    """A number, pairs and a text of one's own, from top to bottom, with the keyboard."""
    kist.tab_to("text", "A number")
    kist.type("72")
    kist.press("Return")
    for number in ("1.5", "2.3", "2.8", "3.3"):
        kist.tab_to("combo box", number)
        kist.press("space", "Down", "Return")
    kist.tab_to("button", "Check")
    kist.press("Return")
    kist.tab_to("text", starting("Mr Lamont's daughter stands"))
    kist.type("I only know you through work.")
    kist.tab_to("button", "Look at It Again")
    kist.press("Return")


def answer_everything(kist):
    """The first answer of every question that has some to choose from, and then the others."""
    for question in kist.find_all("list"):
        for first in question.find_all("radio button")[:1]:
            first.click()
    answer_other_kinds(kist)
    kist.wait_text(re.compile(r"\bdone$"))


def rate_everything(kist):
    for number, item in enumerate(item for item in kist.find_all("grouping") if item.find_all("radio button", "5")):
        item.find("radio button", str(2 + number % 3)).click()
    kist.wait_text(re.compile(r"\bdone$"))


def answer_prompts(kist):
    for prompt in kist.find_all("text"):
        prompt.type("I would ring Morag first, and only then write.")
    kist.press("Tab")  # an answer counts when one leaves it
    kist.wait_text(re.compile(r"\bdone$"))


def choices(scenario):
    """The texts of all choices of a scenario of the pack."""
    with open(f"{PACK}/scenarios/{scenario}.twee", encoding="utf-8") as file:
        return {link.rpartition("->")[0].strip() for link in re.findall(r"\[\[(.+?)\]\]", file.read())}


def play(kist, scenario, most=60):
    """Take the first choice again and again, to the end; how often. By its key: a button that is activated waits a while."""
    known, taken = choices(scenario), 0
    for _ in range(2 * most):
        onward = next((button for button in kist.root.each("button") if button.name in known | {"Go On"}), None)
        if not onward:
            kist.wait_text("The End")
            return taken
        if onward.name in known:
            kist.press("1")
            taken += 1
        else:
            onward.click()
        wait_for(lambda: kist.alive() and not onward.showing, lambda: f"what follows from {onward!r}")
    raise AssertionError(f"{scenario} does not end in {most} choices")


# ---- the whole


def answer_first_criterion(kist):
    """Below the first heading of a new draft, by keys; the caret is at the end of the text afterwards."""
    kist.press("ctrl+Home", "Down", "Down")
    kist.type(POLICY)
    kist.press("ctrl+End")


def main_job(kist):
    """Work through a Thing, decide, reflect, be killed, come back to the same word; yields (name, what one sees)."""
    kist.wait_text("Welcome to Kist")
    yield "home", "Kist for the first time"
    kist.go("Learn")
    kist.wait_text("Digital Things")
    yield "learn", "what there is to learn"
    kist.open(starting("Social media 1"))
    kist.wait_text("Steps")
    yield "thing", "a Thing and its steps"

    kist.open(starting("Read: What counts"))
    kist.wait_text("What counts as social media")
    yield "read", "a step to read"
    read_to_the_end(kist)
    yield "read-to-the-end", "read to its end, it is done"
    kist.button(starting("Next: ")).click()
    kist.find("heading", "What you know, and who could work it out")
    read_to_the_end(kist)

    open_step(kist, "Social media 1", "Do: ")
    tick_everything(kist)
    yield "do", "things to do, ticked"

    open_step(kist, "Social media 1", "Decide: ")
    kist.wait_text(starting("The last Friday of August"))
    yield "decide", "a scenario begins"
    kist.press("1")
    kist.wait_text("What Follows")
    yield "consequence", "the first choice and what follows from it"
    taken = play(kist, "friend-request")
    yield "ending", f"after {taken} more choices, an ending"

    open_step(kist, "Social media 1", "Check: ")
    answer_everything(kist)
    yield "check", "questions, with what speaks for each answer"

    open_step(kist, "Learning digitally", "Rate: ")
    rate_everything(kist)
    yield "rate", "a self-assessment and its chart"

    open_step(kist, "Social media 1", "Reflect: ")
    answer_prompts(kist)
    yield "reflect", "prompts, answered"

    open_step(kist, "Social media 1", "Write: ")
    kist.button("Start Writing").click()
    half, rest = POST[: len(POST) // 2], POST[len(POST) // 2 :]
    kist.editor().focus()
    answer_first_criterion(kist)
    kist.type(half)
    kist.wait_text("Saved on this computer")
    yield "write", "a draft, half written"

    kist.kill()
    kist.start()
    kist.wait_text("Where you left off")
    yield "continue", "killed and started again"
    kist.button("Continue").click()
    kist.wait_text(re.compile(re.escape(half) + "$"))
    wait_for(kist.editor().has_focus, "the keyboard focus in the text")
    kist.type(rest)  # where the caret is: at the same word
    kist.wait_text(re.compile(re.escape(POST) + "$"))
    kist.wait_text(re.compile(r"^Ready: 1\d\d words"))
    kist.wait_text("Saved on this computer")
    yield "written", "the same word, and the post is long enough"

    kist.go("Badges")
    kist.wait_text(re.compile("Social Media"))
    yield "badges", "how far each badge has come"
    for name in ("Journal", "My record", "Codes", "Home"):
        kist.go(name)
        kist.wait_text(name)
        yield name.lower().replace(" ", "-"), f"{name}, afterwards"


def begin(kist):
    """A little of everything, for screens that would be empty without."""
    open_step(kist, "Social media 1", "Read: What counts")
    read_to_the_end(kist)
    open_step(kist, "Social media 1", "Do: ")
    kist.find("check box").click()
    open_step(kist, "Email", "Check: ")
    kist.find("radio button").click()
    open_step(kist, "Learning digitally", "Rate: ")
    rate_everything(kist)
    open_step(kist, "Social media 1", "Write: ")
    kist.button("Start Writing").click()
    kist.editor().focus()
    kist.press("ctrl+End")
    kist.type(POST[:300])
    kist.wait_text("Saved on this computer")


@contextlib.contextmanager
def lived_in():
    """A data folder in which somebody has begun: every screen has something to show."""
    folder = tempfile.mkdtemp(prefix="kist-lived-in-")
    try:
        with Kist(data=f"{folder}/data") as kist:
            begin(kist)
            kist.quit()
        yield f"{folder}/data"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
