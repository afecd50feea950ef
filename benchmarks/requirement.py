"""How far "must" and "we teach that" reach: python benchmarks/requirement.py SKILLS.jsonl

Reads answers whose skills are known, with their own phrases as the spotted ones, so that nothing
else is measured: the share of what is said of skills (requirement, when) that is read as it is.
A phrase that something else in the answer was taken for counts for neither side.
"""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from extraction.lexicon import Lexicon
from extraction.reader import Reader
from needs.answers import Skill
from needs.message import Message

KEYS = ("requirement", "when")
UNREAD = "unread"


def main(path: Path) -> None:
    """Print what is read otherwise, then the share that is right."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    every = [mark for line in lines for mark in marked(line)]
    marks = [mark for mark in every if mark[-1] != UNREAD]
    for number, words, key, want, got in marks:
        if want != got:
            sys.stdout.write(f"  {number}: {words!r} {key}: wanted {want}, got {got}\n")
    right = sum(want == got for *_, want, got in marks)
    sys.stdout.write(f"{right} of {len(marks)} right: {right / max(len(marks), 1):.3f}")
    sys.stdout.write(f"; {len(every) - len(marks)} of phrases that were not read\n")


def marked(line: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return everything that an answer says of its skills, beside what is read."""
    found = read(line)
    return [
        (line["id"], one["quote"], key, one[key], told(found, one["quote"], key))
        for one in line.get("skills", [])
        for key in KEYS
        if one.get(key)
    ]


def read(line: dict[str, Any]) -> list[Skill]:
    """Return the skills that are read in an answer whose phrases are known."""
    quotes = [one["quote"] for one in line.get("skills", [])]
    reader = Reader(Lexicon(), lambda plain: spans(plain, quotes))
    message = Message("m", "c", line["text"], datetime(2026, 11, 23, 9))
    values = [fact.value for fact in reader.read(message, tuple(line["asked"])).facts]
    return [one for value in values if isinstance(value, tuple) for one in value if skilled(one)]


def skilled(value: object) -> bool:
    """Say whether an item of a list is a skill."""
    return isinstance(value, Skill)


def spans(plain: str, quotes: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the quotes stand."""
    starts = [(plain.find(quote), len(quote)) for quote in quotes]
    return sorted((at, at + length) for at, length in starts if at >= 0)


def told(found: Sequence[Skill], quote: str, key: str) -> str | None:
    """Return what is read of the skill that a quote names."""
    for one in found:
        if one.quote in quote or quote in one.quote:
            return one.requirement if key == "requirement" else one.when
    return UNREAD


if __name__ == "__main__":
    main(Path(sys.argv[1]))
