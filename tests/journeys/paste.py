#!/usr/bin/env python3
"""What another program copied is pasted into a draft: a word processor's text keeps what it means, or comes without it; a
picture goes the way of every picture; and what is none is said to be none."""

import os
import sys

sys.path.append(sys.path[0] + "/../support")

from app import Kist, wait_for  # noqa: E402
from copying import copied  # noqa: E402

PICTURE = os.path.join(sys.path[0], "..", "fuzz", "corpus", "image", "telling.png")
MARKER = b"qzMarkerJxwvky"  # in all that the file tells besides the picture

# As Microsoft Word has it on the clipboard
PLAIN = "What happened\r\nI rang first.\r\nOne\r\n"
HTML = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><!--StartFragment-->
<h2><span style='mso-fareast-language:EN-GB'>What happened<o:p></o:p></span></h2>
<p class=MsoNormal>I <b style='mso-bidi-font-weight:normal'>rang</b> first.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>
<span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>One<o:p></o:p></p>
<!--EndFragment--></body></html>"""
WORD = {"text/html": HTML.encode(), "text/plain;charset=utf-8": PLAIN.encode()}
MEANT = "## What happened\n\nI **rang** first.\n\n- One"


def wait_draft(kist, wanted):
    wait_for(lambda: kist.editor().text.strip() == wanted, lambda: f"the draft to be {wanted!r}; it is {kist.editor().text!r}")


def paste_words(kist):
    kist.editor().focus()
    with copied(kist, WORD):
        kist.press("ctrl+v")
        wait_draft(kist, MEANT)
        kist.press("ctrl+z")
        wait_draft(kist, "")
        kist.press("ctrl+shift+v")
        wait_draft(kist, "What happened\nI rang first.\nOne")


def paste_picture(kist):
    with open(PICTURE, "rb") as file:
        picture = file.read()
    assert MARKER in picture
    with copied(kist, {"image/png": picture}):
        kist.press("ctrl+v")
        dialog = kist.find("dialog", "Insert a Picture")
        wait_for(lambda: "sensitive" in dialog.find("button", "Insert").states, "the picture to be read")
    dialog.find("text", "What It Shows").type("A door.\n")
    kist.wait_gone("dialog", "Insert a Picture")
    wait_for(lambda: "![A door.](kist:image/" in kist.editor().text, lambda: f"the picture in {kist.editor().text!r}")
    for folder, _, names in os.walk(kist.data):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                assert MARKER not in file.read(), os.path.join(folder, name)


def paste_what_is_none(kist):
    before = kist.editor().text
    with copied(kist, {"image/png": b"\x89PNG\r\n\x1a\nno more of it"}):
        kist.press("ctrl+v")
        kist.wait_text("The picture could not be pasted")
    assert kist.editor().text == before


with Kist() as program:
    program.press("ctrl+n")
    program.find("text", "Title").type("A corridor")
    paste_words(program)
    paste_picture(program)
    paste_what_is_none(program)
    assert program.quit() == 0
