import re
import tomllib
from pathlib import Path
from string import Template

import pytest

from prompts.phrases import answer, say

ROOT = Path(__file__).parents[2]
PHRASES = tomllib.loads((ROOT / "prompts/phrases.toml").read_text("utf-8"))
CODE = "\n".join(
    path.read_text("utf-8") for d in ("app", "bot") for path in (ROOT / d).rglob("*.py")
)


@pytest.mark.parametrize("phrase", sorted(PHRASES))
def test_a_phrase_is_used_and_plain(phrase):
    home = phrase.startswith("slack_home_")  # said by the stage of the interview
    assert home or re.search(rf"""["']{phrase}["']""", CODE)
    assert "!" not in PHRASES[phrase]


def test_every_phrase_that_the_code_says_is_there():
    assert set(re.findall(r'\bsay\("(\w+)"', CODE)) <= set(PHRASES)


def test_a_phrase_without_its_words_is_an_error():
    assert Template(PHRASES["noted"]).get_identifiers() == ["facts"]
    with pytest.raises(KeyError):
        say("noted")


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("who will see this?", "convener, and to nobody else"),
        ("how long does it take", "10 to 15 minutes"),
        ("are you a robot", "a program that asks"),
        ("how long do you keep my answers", "until you say: delete my data"),
        ("what is the capital of Peru", "Dana can"),
    ],
)
def test_questions_about_needline_are_answered(question, part):
    assert part in answer(question, "Dana")
