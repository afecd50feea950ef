"""Words to concepts, by the words alone: ranks everything, and can say that nothing fits."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

import numpy as np

from needs.concept import Concept
from taxonomy.concepts import LINKED, Concepts
from taxonomy.edition import Kind
from taxonomy.features import Floats
from taxonomy.index import Name
from taxonomy.occupations import Meanings, Occupations
from taxonomy.ranking import Link, Ranking
from taxonomy.search import search
from taxonomy.tables import Tables
from taxonomy.words import clauses, literal

# Chosen on the development phrases: three of four links right, chatter left alone.
# Employers' own words, ours and the partnership's, are looked for first.
SKILL_FITS, OFFICIAL_FITS = 0.72, 0.85
FOUND, SPELT_ALIKE = 0.15, 20  # a person is looking and will judge
SEARCHED = 60  # names found, before those are left out that cannot be chosen
PART = 0.85  # what a fit with only a part of a phrase counts
PHRASE_LENGTH, TITLE_LENGTH = 400, 200  # characters; what is longer is neither


class Linker:
    """Finds the concepts that words stand for."""

    def __init__(self, concepts: Concepts, tables: Tables | None = None) -> None:
        self._concepts = concepts
        self._tables = tables or Tables.of(concepts)
        self._skills: tuple[Ranking, ...] = (self._tables.skills,)
        self._occupations: tuple[Occupations, ...] = (self._tables.occupations,)

    def beside(self, names: Iterable[Name]) -> "Linker":
        """Return a linker that knows a few further names: of O*NET occupations, and of skills."""
        jobs: list[Name] = []
        skills: list[Name] = []
        for name in names:
            (jobs if name.concept.scheme == "onet" else skills).append(name)
        wider = Linker(self._concepts, self._tables)
        wider._skills = (Ranking.of(skills, self._tables.skills), self._tables.skills)
        wider._occupations = (self._tables.occupations.beside(jobs), self._tables.occupations)
        return wider

    def skills(self, text: str, top: int = 50, scheme: str | None = None) -> list[Link]:
        """Rank the skills of a scheme, or of all, for a text; nothing is rejected."""
        parts = clauses(text)
        if not parts:
            return []
        ranked = _distinct(*(one.links(one.scores(parts)) for one in self._skills))
        return list(islice((one for one in ranked if scheme in (None, one.concept.scheme)), top))

    def skill(self, phrase: str) -> Concept | None:
        """Return the skill that a phrase stands for, or None where nothing fits."""
        said = clauses(phrase[:PHRASE_LENGTH])
        own = (*self._skills[:-1], self._tables.phrases)
        return _best(own, said, SKILL_FITS) or _best(self._skills[-1:], said, OFFICIAL_FITS)

    def occupations(self, title: str, top: int = 3) -> list[Link]:
        """Return the occupations that a job title may mean, best first; none where nothing fits."""
        return list(self.meanings(title, top).links)

    def meanings(self, title: str, top: int = 3) -> Meanings:
        """Return the occupations that a job title may mean, and whether these are a guess."""
        found = [one.meanings(title[:TITLE_LENGTH], top) for one in self._occupations]
        links = tuple(islice(_distinct(*(one.links for one in found)), top))
        best = max(found, key=lambda one: one.links[0].score if one.links else 0.0)
        return Meanings(links, best.ambiguous)

    def search(self, words: str, kind: Kind, top: int = 8) -> list[Link]:
        """Return what a person may be looking for who types these words."""
        found = search(self._concepts, words, (kind,), SEARCHED)
        links = [Link(one.detail.concept, one.score) for one in found]
        if kind == "occupation":  # ESCO's stand beside O*NET's, but no answer is linked to them
            links = [one for one in links if one.concept.scheme == LINKED[kind]]
        return list(islice(_once([*links, *self._alike(words, kind)]), top))

    def _alike(self, words: str, kind: Kind) -> list[Link]:
        """Return what is spelt alike, for those who mistype."""
        if kind == "occupation":
            return self.occupations(words)
        ranking = {"skill": self._tables.skills, "credential": self._tables.credentials}.get(kind)
        typed = literal(words[:PHRASE_LENGTH])
        if not ranking or not typed:
            return []
        ranked = islice(ranking.links(ranking.scores([typed])), SPELT_ALIKE)
        return [one for one in ranked if one.score >= FOUND]


def _best(rankings: Iterable[Ranking], said: list[str], least: float) -> Concept | None:
    best = next(_distinct(*(one.links(_phrase_scores(one, said)) for one in rankings)), None)
    return best.concept if best and best.score >= least else None


def _phrase_scores(ranking: Ranking, said: list[str]) -> Floats:
    """Score a phrase; what fits only a part of it counts less."""
    best = ranking.scores(said[:1])
    parts = said[1:]
    return np.maximum(best, PART * ranking.scores(parts)) if parts else best


def _distinct(*ranked: Iterable[Link]) -> Iterator[Link]:
    """Yield links of several rankings as one, best first, ties in the order of the rankings."""
    return _once(merge(*ranked, key=lambda one: -one.score))


def _once(links: Iterable[Link]) -> Iterator[Link]:
    seen: set[tuple[str, str]] = set()
    for link in links:
        identity = (link.concept.scheme, link.concept.uri)
        if identity not in seen:
            seen.add(identity)
            yield link
