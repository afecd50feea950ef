"""Words to concepts: ranks everything, and can say that nothing fits."""

from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache
from heapq import merge
from itertools import islice

from needs.concept import Concept
from taxonomy.concepts import LINKED, Concepts
from taxonomy.edition import Kind
from taxonomy.encoding.encoded import Encoded, Encoder
from taxonomy.encoding.phrases import phrases
from taxonomy.index import Name
from taxonomy.matching.fusion import fusion
from taxonomy.matching.matcher import Matcher
from taxonomy.occupations import Meanings, Occupations
from taxonomy.ranking import Link, Ranking
from taxonomy.search import search
from taxonomy.tables import Tables
from taxonomy.words import literal

OWN, CALLED = 0.6, 0.98  # likeness from which a partnership's words, and ours, are taken
FITS, FITS_UNSPOTTED = 0.5, 0.9  # probability from which a phrase's concept is taken
MEANT = 0.02  # probability from which it is shown to a person who searches
FOUND, SPELT_ALIKE = 0.15, 20  # a person is looking and will judge
SEARCHED = 60  # names found, before those are left out that cannot be chosen
PHRASE_LENGTH, TITLE_LENGTH = 400, 200  # characters; what is longer is neither


class Linker:
    """Finds the concepts that words stand for."""

    def __init__(self, concepts: Concepts, encoder: Encoder, tables: Tables | None = None) -> None:
        self._concepts = concepts
        self.encoder = encoder
        self.tables = tables or Tables.of(concepts, encoder)
        self._whole, self._phrase = fusion("texts"), fusion("phrases")
        self._called: tuple[tuple[Ranking, float], ...] = ((self.tables.phrases, CALLED),)
        self._skills = _filled(self.tables.skills)
        self._occupations: tuple[Occupations, ...] = (self.tables.occupations,)
        self._message = lru_cache(maxsize=8)(encoder.encode)  # its phrases come one by one

    def beside(self, names: Iterable[Name]) -> "Linker":
        """Return a linker that knows a few further names: of O*NET occupations, and of skills."""
        jobs: list[Name] = []
        skills: list[Name] = []
        for name in names:
            (jobs if name.concept.scheme == "onet" else skills).append(name)
        wider, known = copy(self), self.tables.skills
        own = Ranking.of(skills, self.tables.phrases)
        wider._called = ((own, OWN), *self._called)
        added = Matcher.of(skills, (), self.encoder, lambda _: None, known)
        wider._skills = _filled(added, known)
        wider._occupations = (self.tables.occupations.beside(jobs), self.tables.occupations)
        return wider

    def skills(self, text: str, top: int = 50, scheme: str | None = None) -> list[Link]:
        """Rank the skills of a scheme, or of all, for a text; nothing is rejected."""
        if not literal(text):
            return []
        encoded = self.encoder.encode(text)
        ranked = _distinct(*(self._ranked(one, text, encoded, top) for one in self._skills))
        return list(islice((one for one in ranked if scheme in (None, one.concept.scheme)), top))

    def _ranked(self, matcher: Matcher, text: str, encoded: Encoded, top: int) -> Iterator[Link]:
        return matcher.links(matcher.lanes.text(text, encoded, top), self._whole)

    def spot(self, text: str) -> list[tuple[int, int]]:
        """Return where the phrases of a text stand that name a skill, as far as one can tell."""
        return list(phrases(text, self._message(text))) if literal(text) else []

    def skill(self, text: str, start: int = 0, end: int | None = None) -> Concept | None:
        """Return the skill that a phrase of a text stands for, or None where nothing fits."""
        best = self.best(text, start, len(text) if end is None else end)
        return best.concept if best else None

    def best(self, text: str, start: int, end: int) -> Link | None:
        """Return the skill of a phrase of a text, and how probable it is.

        What the encoder would not mark as a skill is taken only where there is hardly a doubt.
        """
        phrase = text[start:end][:PHRASE_LENGTH]
        if not literal(phrase):
            return None
        spotted = self._spotted(text, start, end)
        if named := self._named(phrase, spotted):
            return Link(named, 1.0)
        alone, message = self.encoder.encode(phrase), self._message(text)
        there = message.between(start, end) or alone
        seen = ((one, one.lanes.phrase(phrase, alone, there, message)) for one in self._skills)
        best = next(_distinct(*(one.links(what, self._phrase) for one, what in seen)), None)
        return best if best and best.score >= (FITS if spotted else FITS_UNSPOTTED) else None

    def _spotted(self, text: str, start: int, end: int) -> bool:
        """Say whether a phrase names a skill as far as the encoder can tell."""
        if self._message(text).marks is None or not text[:start].strip() + text[end:].strip():
            return True
        return any(first < end and start < last for first, last in self.spot(text))

    def _named(self, phrase: str, spotted: bool) -> Concept | None:
        """Return the concept that the partnership, or our vocabulary, calls so."""
        said = [literal(phrase)]
        for ranking, least in self._called if spotted else self._called[:-1]:
            best = next(ranking.links(ranking.scores(said)), None)
            if best and best.score >= least:
                return best.concept
        return None

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
        if kind == "skill":
            found = self.skills(words[:PHRASE_LENGTH], SPELT_ALIKE)
            return [one for one in found if one.score >= MEANT]
        typed = literal(words[:PHRASE_LENGTH])
        if kind != "credential" or not typed:
            return []
        ranking = self.tables.credentials
        ranked = islice(ranking.links(ranking.scores([typed])), SPELT_ALIKE)
        return [one for one in ranked if one.score >= FOUND]


def _filled(*matchers: Matcher) -> tuple[Matcher, ...]:
    return tuple(one for one in matchers if len(one.roster))


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
