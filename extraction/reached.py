"""A phrase that a cue speaks of, and from how far."""

from dataclasses import dataclass

from extraction.cued import Cue

DIRECT, TIGHT, LISTED, BEFORE, HEADED, EVERY = range(6)  # from whatever wins to whatever is left


@dataclass(frozen=True)
class Reached:
    """A phrase, by its number, that a cue speaks of, and from how far."""

    number: int
    far: float
    cue: Cue
