"""A message from an employer, and what was understood of it."""

import re
from dataclasses import dataclass
from datetime import datetime

from needs.command import Command
from needs.plain import StoredFact

LONGEST = 40_000  # characters; Slack's own limit for a message
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # what UTF-8 and PostgreSQL cannot hold


@dataclass(frozen=True)
class Message:
    """What one employer said, typed or by choosing one of the offered choices.

    ``id`` is unique for ever, so that a message delivered twice is known. ``conversation`` names
    the respondent on a channel. ``at`` is the local time at which it was said.
    """

    id: str
    conversation: str
    text: str
    at: datetime
    choice: str | None = None


@dataclass(frozen=True)
class Reading:
    """What was understood of one message."""

    commands: tuple[Command, ...] = ()
    facts: tuple[StoredFact, ...] = ()


@dataclass(frozen=True)
class Choice:
    """A shortcut that is offered beside typing."""

    id: str
    label: str


@dataclass(frozen=True)
class Reply:
    """What is said to an employer: plain text, the slots it asks for, the job it is about.

    ``progress`` counts the questions that are settled, and all of them.
    """

    say: str
    asks: tuple[str, ...] = ()
    role: str | None = None
    choices: tuple[Choice, ...] = ()
    done: bool = False
    progress: tuple[int, int] | None = None


def storable(text: str) -> str:
    """Return a text without what no database can hold; its length, and so all offsets, stay."""
    return UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
