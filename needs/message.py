"""A message from an employer, and what was understood of it."""

from dataclasses import dataclass
from datetime import datetime

from needs.command import Command
from needs.fact import Fact

LONGEST = 40_000  # characters; Slack's own limit for a message


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
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Choice:
    """A shortcut that is offered beside typing."""

    id: str
    label: str


@dataclass(frozen=True)
class Reply:
    """What is said to an employer: plain text, the slots it asks for, the job it is about."""

    say: str
    asks: tuple[str, ...] = ()
    role: str | None = None
    choices: tuple[Choice, ...] = ()
    done: bool = False
