import re
from datetime import datetime
from pathlib import Path

import pytest

from app.installation import Installation
from app.settings import Settings
from bot.interview import Interview, step
from needs.message import Message
from prompts.guide import read_guide

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for link in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


ANSWERS = (
    "",
    "yes",
    "yes",
    "Ironvale Fabrication, independent, I'm the owner",
    "Butler County, 46 people, metal fab",
    "welders",
    "the welders and cutters one",
)


def test_the_dialogue_is_what_the_program_says(tmp_path):
    shown = re.search(r"```\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[1]
    typed = [line.removeprefix("> ") for line in shown.splitlines() if line.startswith("> ")]
    understanding = Installation(Settings(home=tmp_path)).understanding
    guide, interview = read_guide("short", "the convener"), Interview()
    said = []
    for number, text in enumerate((*ANSWERS, *typed)):
        message = Message(f"m{number}", "c", text, datetime(2026, 11, 24))
        turn = step(guide, interview, understanding.hear(message, interview.asks))
        interview = turn.interview
        said += [f"> {text}", *(line for line in turn.reply.say.splitlines() if line)]
    assert shown.rstrip() in "\n".join(said)
