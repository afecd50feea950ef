from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from extraction.lexicon import KnownCredential, Lexicon
from extraction.reader import Reader
from needs.message import Message, Reading
from needs.slots import dump

Read = Callable[..., Reading]
Values = Callable[..., dict[str, Any]]

LEXICON = Lexicon(
    skills=("blueprint reading", "MIG welding", "Python", "brazing", "forklift operation", "Excel"),
    titles=("welder", "quality inspector", "certified nursing assistant", "CNA", "help desk"),
    credentials=(
        KnownCredential("CDL-A", ("CDL A", "class a license", "class A CDL"), True),
        KnownCredential("OSHA 10", ("OSHA-10", "OSHA 10 card")),
        KnownCredential("Certified nursing assistant (CNA)", ("CNA", "CNA cert"), True),
    ),
)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(LEXICON)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Read a text as if it was said on Monday 23 November 2026."""

    def one(text: str, *asked: str, today: str = "2026-11-23") -> Reading:
        at = datetime.fromisoformat(f"{today}T09:30:00")
        return reader.read(Message("m", "c", text, at), asked)

    return one


@pytest.fixture(scope="session")
def values(read: Read) -> Values:
    """Return the values of a text by slot, those of a list put together."""

    def all_of(text: str, *asked: str, today: str = "2026-11-23") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for fact in read(text, *asked, today=today).facts:
            value = dump(fact.value)
            joined = isinstance(value, list) and fact.slot in found
            found[fact.slot] = found[fact.slot] + value if joined else found.get(fact.slot, value)
        return found

    return all_of
