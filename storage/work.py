"""A message to be answered, and what came of it."""

from dataclasses import dataclass

from needs.fact import Fact
from needs.message import Message, Reply


@dataclass(frozen=True)
class Work:
    """A message that a worker has claimed, with what it needs to answer it.

    ``attempts`` also tells this claim from a later one: who lost the lease cannot finish.
    """

    message: Message
    channel: str
    cycle: int
    state: str | None
    attempts: int
    owner: str
    row: int
    version: int


@dataclass(frozen=True)
class Outcome:
    """All that a message changes, to be stored as one.

    ``facts`` replaces the interview's confirmed facts; ``None`` leaves them as they are.
    ``forget`` erases what was said, read and replied before; this outcome's replies stay.
    """

    state: str
    stage: str
    event: str
    replies: tuple[Reply, ...] = ()
    facts: tuple[Fact, ...] | None = None
    employer: str | None = None
    forget: bool = False
