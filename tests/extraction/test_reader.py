import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.lexicon import Lexicon
from extraction.reader import Reader
from needs.fact import Quote
from needs.message import Message, Reading
from needs.slots import SLOTS, dump, load

HERE = Path(__file__)
DEV = HERE.parents[2].parent / "shared" / "data" / "dev" / "messages_dev.jsonl"
ASKABLE = (*SLOTS, "confirm", "role.skill_votes", "role.skill_when")
JUNK = {
    "empty": "",
    "blank": " \n\t ",
    "brackets": "(" * 4000,
    "digits": "1 " * 2000,
    "dashes": "-" * 4000,
    "emoji": "🎉" * 1000,
    "right to left": "שלום עולם " * 300,
    "binary": "\x00\x01\xff" * 900,
    "half a letter": "\ud800 12 welders \udfff",
    "names": "Ab " * 900,
    "jobs": "welder, " * 500,
    "money": "$1-" * 900,
}
READER = Reader(Lexicon())


def message(text: str) -> Message:
    return Message("m", "c", text, datetime(2026, 11, 23, 9))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def check(reading: Reading, text: str) -> None:
    for fact in reading.facts:
        assert isinstance(fact.evidence, Quote)
        assert fact.evidence.quote == text[fact.evidence.start : fact.evidence.end] != ""
        assert load(fact.slot, dump(fact.value)) == fact.value


words = st.sampled_from(
    [
        "need",
        "hire",
        "5",
        "12",
        "$22",
        "/hr",
        "a",
        "b",
        "welders",
        "and,",
        "no",
        "not",
        ".",
        ";",
        "\n",
        "-",
        "required",
        "preferred",
        "by",
        "June",
        "Q2",
        "CDL-A",
        "none",
        "yes",
        "name",
        "years",
        "3+",
        "experience",
        "skip",
        "why",
        "same",
        "as",
        "County",
        "about",
        "to",
        "10",
        "open",
        "now",
        "new",
        "replace",
        "actually",
        "sorry",
        "&",
        "(",
        ")",
        ":",
        "40k",
    ]
)


@given(
    st.one_of(st.text(max_size=120), st.lists(words, max_size=25).map(" ".join)),
    st.lists(st.sampled_from(ASKABLE), max_size=4, unique=True),
)
def test_every_quote_stands_in_the_text_and_every_value_has_its_shape(
    text: str, asked: list[str]
) -> None:
    check(READER.read(message(text), tuple(asked)), text)


@pytest.mark.parametrize("kind", JUNK)
@pytest.mark.parametrize(
    "asked", [(), ("role.skills",), ("employer.name", "employer.size"), ("roles",)]
)
def test_odd_messages_are_read_without_fuss(kind: str, asked: tuple[str, ...]) -> None:
    check(READER.read(message(JUNK[kind]), asked), JUNK[kind])


def test_reading_takes_no_more_than_its_time_grows_with_the_text() -> None:
    line = "we need 5 welders at $22/hr, OSHA 10 required, 2 years experience preferred. "
    READER.read(message(line * 5), ())
    started = perf_counter()
    READER.read(message(line * 20), ())
    short = perf_counter() - started
    READER.read(message(line * 80), ())
    assert perf_counter() - started - short < 12 * short + 1


def test_a_message_is_read_the_same_way_every_time(read: Callable[..., Reading]) -> None:
    text = "12 welders, 3 open today, $24/hr, OSHA 10 a plus"
    assert read(text) == read(text)


def test_what_is_beyond_the_longest_message_is_not_read() -> None:
    assert READER.read(message("x " * 20_000 + "need 5 welders, 3 open today"), ()).facts == ()


def test_a_lexicon_alone_does_not_load_the_reader() -> None:
    code = "import sys, extraction.lexicon; sys.exit('spacy' in sys.modules)"
    root = HERE.parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def agrees(gold: object, got: object) -> bool:
    if isinstance(gold, dict) and isinstance(got, dict):
        return all(got.get(key) == value for key, value in gold.items() if key != "approx")
    return gold == got


@pytest.mark.parametrize("path", [HERE.with_name("messages.jsonl"), DEV], ids=["ours", "shared"])
def test_known_messages_keep_being_understood(path: Path, read: Callable[..., Reading]) -> None:
    if not path.exists():
        pytest.skip("the shared development set is not beside this checkout")
    right = total = 0
    for one in lines(path):
        reading = read(one["text"], *one["asked"], today=one["today"])
        check(reading, one["text"])
        for fact in one["facts"]:
            if isinstance(fact["value"], dict | bool):
                got = [dump(f.value) for f in reading.facts if f.slot == fact["slot"]]
                total += 1
                right += any(agrees(fact["value"], value) for value in got)
    assert right / total > 0.95
