"""Concepts of one kind, ranked by how well their names fit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from needs.concept import Concept
from taxonomy.features import Floats
from taxonomy.index import Name
from taxonomy.likeness import Likeness

BEGUN = 0.5  # the least that a half-typed name counts


@dataclass(frozen=True)
class Link:
    """A concept, and how well it fits: 0 to 1, comparable within one text."""

    concept: Concept
    score: float


class Ranking:
    """Ranks concepts by their names; ``literal`` gives a name's words, ``plain`` their stems."""

    def __init__(
        self, names: Iterable[Name], literal: Callable[[str], str], plain: Callable[[str], str]
    ) -> None:
        known = [(name.concept, literal(name.text)) for name in names]
        places = {one: place for place, one in enumerate(dict.fromkeys(one for one, _ in known))}
        owners = [places[concept] for concept, _ in known]
        self._concepts = tuple(places)
        self._names = tuple(zip((f" {text}" for _, text in known), owners, strict=True))
        self._likeness = Likeness([text for _, text in known], owners, plain)

    def scores(self, clauses: Sequence[str]) -> Floats:
        """Return the score of each concept for the clause that fits it best, 0 to 1."""
        return self._likeness.scores(clauses)

    def beginnings(self, typed: str) -> Floats:
        """Score the concepts with a name whose words begin as the typed ones do, 0 to 1."""
        best = np.zeros(len(self._concepts))
        starts = [f" {word}" for word in typed.split()]
        for name, owner in self._names if starts else ():
            if all(start in name for start in starts):
                best[owner] = max(best[owner], BEGUN + (1 - BEGUN) * len(typed) / len(name))
        return best

    def links(self, scores: Floats) -> Iterator[Link]:
        """Yield the concepts with their scores, best first, ties in the vocabulary's order."""
        for place in np.argsort(-scores.round(6), kind="stable"):
            yield Link(self._concepts[place], round(float(scores[place]), 4))
