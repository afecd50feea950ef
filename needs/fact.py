"""A fact, and the evidence without which it is not stored."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from needs.slots import Value


@dataclass(frozen=True)
class Quote:
    """The place in a message where a fact was said: ``quote == text[start:end]``."""

    message: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Given:
    """A fact that was not typed: what gave it, and with which message."""

    by: Literal["button", "form", "person"]
    message: str


Evidence: TypeAlias = Quote | Given


@dataclass(frozen=True)
class Fact:
    """One thing that an employer said.

    In a reading, ``role`` numbers the jobs in the order in which the message names them, and is
    ``None`` where it names no more than one. In an interview it numbers the interview's jobs.
    The facts of one list slot in one reading make one list together.
    """

    slot: str
    value: Value
    evidence: Evidence
    role: int | None = None
