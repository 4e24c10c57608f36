#!/usr/bin/env python3
"""A whole Thing with the keyboard alone, as one works who uses no mouse: every step, to the last word."""

import re
import sys

sys.path.append(sys.path[0] + "/../support")

import story  # noqa: E402
from app import Kist, wait_for  # noqa: E402
from database import holds  # noqa: E402

DONE = re.compile(r"\bdone$")


def press_button(kist, name, key="Return"):
    kist.tab_to("button", name)
    kist.press(key)


def tick_tasks(kist):
    for task in kist.find_all("check box"):
        kist.tab_to("check box", task.name)
        kist.press("space")
        wait_for(lambda: "checked" in task.states, lambda: f"space to tick {task!r}")


def decide(kist):
    """1 takes the first choice; what follows goes on with Return."""
    known = story.choices("friend-request")
    for _ in range(120):
        onward = next((button for button in kist.root.each("button") if button.name in known | {"Go On"}), None)
        if not onward:
            kist.wait_text("The End")
            return
        if onward.name in known:
            kist.press("1")
        else:
            press_button(kist, "Go On")
        wait_for(lambda: kist.alive() and not onward.showing, lambda: f"what follows from {onward!r}")
    raise AssertionError("the scenario does not end")


def answer_questions(kist):
    for question in kist.find_all("list"):
        answers = question.find_all("radio button")
        if answers:
            kist.tab_to("radio button", answers[0].name)
            kist.press("space")
            wait_for(lambda: "checked" in answers[0].states, lambda: f"space to choose {answers[0]!r}")
    story.answer_other_kinds(kist)


def answer_prompts(kist):
    for prompt in kist.find_all("text"):
        kist.tab_to("text", prompt.name)
        kist.type("I would ring Moira first.")
    kist.press("Tab")


WORK = {"Do": tick_tasks, "Decide": decide, "Check": answer_questions, "Reflect": answer_prompts}

with Kist() as kist:
    kist.wait_text("Welcome to Kist")
    kist.press("alt+2")
    kist.wait_text("Digital Things")
    kist.tab_to("list item", story.starting("Social media 1"))
    kist.press("Return")
    kist.wait_text("Steps")
    steps = [row.name for row in kist.find_all("list item", re.compile(r"^\w+: .*, not started$"))]
    assert len(steps) == 11, steps
    press_button(kist, story.starting("Begin: "))

    for number, step in enumerate(steps, 1):
        kind, title = re.match(r"(\w+): (.*), not started$", step).groups()
        kist.find("heading", title)
        if kind == "Write":
            break
        WORK.get(kind, lambda kist: None)(kist)
        if kind in WORK:
            kist.wait_text(DONE)
        press_button(kist, story.starting("Next: "))
        print(f"{number}: {step}", flush=True)

    press_button(kist, "Start Writing")
    kist.editor()
    kist.tab_to("text", "Reflection")
    story.answer_first_criterion(kist)
    kist.type(story.POST)
    kist.wait_text(re.compile(r"^Ready: "))
    kist.press("alt+2")
    kist.find("list item", re.compile("^Social media 1.*, Done$"))
    assert not kist.complaints(), kist.complaints()
    assert kist.quit() == 0
    assert holds(kist.data, story.POST)
