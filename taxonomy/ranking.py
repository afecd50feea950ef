"""Concepts of one kind, ranked by how well their names fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from needs.concept import Concept
from taxonomy.features import Floats
from taxonomy.index import Name
from taxonomy.likeness import Likeness
from taxonomy.roster import Roster
from taxonomy.words import literal


@dataclass(frozen=True)
class Link:
    """A concept, and how well it fits: 0 to 1, comparable within one text."""

    concept: Concept
    score: float


@dataclass(frozen=True)
class Ranking:
    """Ranks concepts by their names."""

    roster: Roster
    likeness: Likeness

    @classmethod
    def of(cls, names: Iterable[Name], like: "Ranking | None" = None) -> "Ranking":
        """Rank the concepts that have these names; words may be as rare as in another ranking."""
        said: dict[Concept, list[str]] = {}
        for name in names:
            said.setdefault(name.concept, []).append(literal(name.text))
        owners = [place for place, texts in enumerate(said.values()) for _ in texts]
        known = [text for texts in said.values() for text in texts]
        return cls(Roster.of(said), Likeness.of(known, owners, like.likeness if like else None))

    def scores(self, clauses: Sequence[str]) -> Floats:
        """Return the score of each concept for the clause that fits it best, 0 to 1."""
        return self.likeness.scores(clauses)

    def links(self, scores: Floats) -> Iterator[Link]:
        """Yield the concepts with their scores, best first, ties in the vocabulary's order."""
        for place in np.argsort(-scores.round(6), kind="stable"):
            yield Link(self.roster[place], round(float(scores[place]), 4))
