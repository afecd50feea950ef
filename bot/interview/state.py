"""What an interview knows between two messages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from needs.concept import Concept
from needs.fact import Fact
from needs.message import Reading, Reply
from needs.plain import StoredFact
from needs.slots import Value
from prompts.guide import GuideLength

MOST_JOBS = 3

Stage = Literal["asking", "confirming", "confirmed", "paused", "deleting", "stopped"]
Place = tuple[str, int | None]  # a slot or a question, and the job it is about


@dataclass(frozen=True)
class Job:
    """A job that the employer named, and the occupations that it may be.

    It is ``ambiguous`` where so many have its name that the candidates are only a few of them.
    """

    title: str
    candidates: tuple[Concept, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True)
class Asked:
    """The question that stands open, and how often it was asked.

    A ``reopened`` question is open although it was answered; with ``more`` it asks for another job.
    """

    question: str
    role: int | None
    slots: tuple[str, ...]
    tries: int = 1
    reopened: bool = False
    more: bool = False


@dataclass(frozen=True)
class Interview:
    """One employer's interview so far.

    ``left`` are the slots that were passed over, ``trail`` the questions asked before, ``focus``
    the job to go on with, ``before`` the stage that a pause or a doubt interrupted, ``guide`` the
    guide that it began with.
    """

    stage: Stage = "asking"
    before: Stage = "asking"
    facts: tuple[StoredFact, ...] = ()
    jobs: tuple[Job, ...] = ()
    asked: Asked | None = None
    left: tuple[Place, ...] = ()
    trail: tuple[Place, ...] = ()
    focus: int | None = None
    said: str = ""
    guide: GuideLength | None = None

    def known(self, slot: str, role: int | None) -> tuple[Fact, ...]:
        """Return the facts of a slot."""
        return tuple(f for f in self.facts if f.slot == slot and f.role == role)

    def value(self, slot: str, role: int | None = None) -> Value | None:
        """Return the value of a slot that holds a single one."""
        facts = self.known(slot, role)
        return facts[-1].value if facts else None

    def without(self, places: Iterable[Place]) -> "Interview":
        """Forget the facts of some slots."""
        gone = set(places)
        return replace(self, facts=tuple(f for f in self.facts if (f.slot, f.role) not in gone))

    @property
    def asks(self) -> tuple[str, ...]:
        """Return what stands open: slots, or the confirmation."""
        if self.stage in ("confirming", "deleting"):
            return ("confirm",)
        return self.asked.slots if self.asked and self.stage in ("asking", "paused") else ()


NOTHING = Reading()


@dataclass(frozen=True)
class Heard:
    """One message and what was understood of it.

    ``occupations`` holds, for each job title in the message, the occupations that it may be;
    ``ambiguous`` are the titles that are used in many more.
    """

    message: str
    text: str
    reading: Reading = NOTHING
    choice: str | None = None
    occupations: tuple[tuple[str, tuple[Concept, ...]], ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """The interview after a message, the reply, and what is to happen to the employer's facts."""

    interview: Interview
    reply: Reply
    effect: Literal["none", "record", "forget"] = "none"
