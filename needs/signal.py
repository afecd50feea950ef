"""What providers see: signals, and the release that holds them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from needs.answers import Quantity
from needs.concept import Concept


@dataclass(frozen=True)
class Signal:
    """One line of a release: how many employers ask for something, rounded.

    ``occupation`` narrows a skill or credential to one occupation; ``None`` is all of them.
    ``openings`` is given for occupations alone, and only where it is safe.
    """

    kind: Literal["skill", "credential", "occupation"]
    concept: Concept
    employers: int
    occupation: Concept | None = None
    openings: Quantity | None = None


@dataclass(frozen=True)
class Release:
    """What was made public, once and unchangeably. ``employers`` is how many answered, rounded."""

    partnership: str
    cycle: str
    number: int
    at: datetime
    employers: int
    signals: tuple[Signal, ...]
    withheld: int
    threshold: int
    rounding: int

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """Return all that is named, each once."""
        named = (one for signal in self.signals for one in (signal.concept, signal.occupation))
        return tuple(dict.fromkeys(one for one in named if one))
