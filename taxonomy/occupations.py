"""Which occupations a job title may mean, and whether that is more than a lottery."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from taxonomy.abbreviations import abbreviations
from taxonomy.features import Floats, Ints, Keys, keys, letter_runs, whole_words
from taxonomy.index import Name
from taxonomy.job_names import JobName, common, job_names
from taxonomy.overlap import Overlap, Rarity
from taxonomy.ranking import Link
from taxonomy.readings import readings
from taxonomy.roster import Roster
from taxonomy.terms import Terms
from taxonomy.texts import Lookup
from taxonomy.titles import PAY, anybody, chatty, ranked, root, vague

# Chosen on titles that are not those reported on.
LETTERS, NAME, BOTH = 0.32, 0.15, 0.53  # weights: letters, words of the name, of name and title
LIKE = 0.97  # the most that a name counts which is not the very title
OTHER_HEAD, NO_HEAD, NOBODY = 0.82, 0.88, 0.97  # what is left where the name's head is not said
SUPPORT, COMMON = 0.085, 0.075  # what further names that fit, and being common, count besides
SUPPORTS, ENOUGH = 0.6, 3.0  # the least that a further name must fit, and when it is enough
FITS = 0.58
PART, SENTENCE = 0.75, 0.8  # a name that a title begins or ends with; words of a sentence
TIE, CHOICES = 0.02, 6  # where more occupations fit equally well than this, three are a lottery


@dataclass(frozen=True)
class Meanings:
    """The occupations that a title may mean, best first; ambiguous where three are a lottery."""

    links: tuple[Link, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True)
class Occupations:
    """The names of occupations, and the words that titles are made of."""

    roster: Roster
    terms: Terms
    letters: Overlap
    words: Overlap
    same: Lookup
    heads: Keys
    trust: Floats
    firsts: Ints
    common: Floats

    @classmethod
    def of(cls, names: Iterable[Name], own: Iterable[Name] = ()) -> "Occupations":
        """Take the names of occupations; those of our own vocabulary are trusted most."""
        lines = job_names(names, own)
        short = abbreviations(line.text for line in lines)
        terms = Terms.of([line.plain for line in lines], [line.head for line in lines], short)
        return _made(lines, terms)

    def beside(self, names: Iterable[Name]) -> "Occupations":
        """Return a few other names, read with the words and the rarities of these."""
        return _made(job_names(names, ()), self.terms, self)

    def meanings(self, title: str, top: int = 3) -> Meanings:
        """Return what a job title may mean; nothing where nothing fits."""
        names = self._fit_names(title)
        fits = np.maximum.reduceat(names, self.firsts) if len(names) else names
        if not (fits >= FITS).any():
            return Meanings()
        scores = np.where(fits >= FITS, fits + self._besides(names), 0.0)
        order = np.argsort(-scores.round(6), kind="stable")[:top]
        tied = int((fits >= fits.max() - TIE).sum())
        return Meanings(tuple(self._links(order, scores)), ambiguous=tied > CHOICES)

    def _links(self, order: Ints, scores: Floats) -> Iterator[Link]:
        for place in order[scores[order] > 0]:
            yield Link(self.roster[place], min(1.0, round(float(scores[place]), 4)))

    def _besides(self, names: Floats) -> Floats:
        """Return what counts besides the best name: the other ones, and how common each is."""
        further = np.add.reduceat(np.where(names > SUPPORTS, names**4, 0.0), self.firsts)
        support = np.minimum(np.log1p(further), ENOUGH) / ENOUGH
        return SUPPORT * support + COMMON * self.common

    def _fit_names(self, title: str) -> Floats:
        best = np.zeros(len(self.trust))
        said = PAY.sub(" ", title)
        without = NOBODY if anybody(said) else None
        for reading, trust in readings(said, self.terms).items():
            words = reading.split()
            if not vague(words):
                np.maximum(best, self._alike(words, without) * trust, out=best)
            for place, fit in self._named(words):
                best[place] = max(best[place], fit * trust)
        return best * self.trust * (SENTENCE if chatty(said) else 1.0)

    def _named(self, said: list[str]) -> Iterator[tuple[int, float]]:
        """Yield the names that a title is, or begins or ends with, and how well they fit."""
        full = not vague(said) or (len(said) > 1 and not ranked(said))
        for place in self.same[" ".join(sorted(said))]:
            if full or self.trust[place] == 1.0:
                yield place, 1.0
        for length in range(1, len(said)):
            for part in (said[:length], said[-length:]):
                if not vague(part):
                    yield from ((place, PART) for place in self.same[" ".join(sorted(part))])

    def _alike(self, said: list[str], without: float | None) -> Floats:
        """Return how like each name is; ``without`` is left where its head is not said."""
        reading = " ".join(said)
        of_name, of_both = self.words.shared(whole_words(_roots([reading])))
        letters = self.letters.cosine(letter_runs([reading]))
        alike: Floats = (LETTERS * letters + NAME * of_name + BOTH * of_both)[0] * LIKE
        less = without or (OTHER_HEAD if any(map(self.terms.leads, said)) else NO_HEAD)
        alike[~np.isin(self.heads, keys(map(root, said)))] *= less
        return alike


def _made(lines: Sequence[JobName], terms: Terms, like: Occupations | None = None) -> Occupations:
    plain = [line.plain for line in lines]
    known = list(dict.fromkeys(line.concept for line in lines))
    places = {concept: place for place, concept in enumerate(known)}
    owners = [places[line.concept] for line in lines]
    rare: tuple[Rarity | None, Rarity | None] = (
        (like.letters.rarity, like.words.rarity) if like else (None, None)
    )
    return Occupations(
        roster=Roster.of(known),
        terms=terms,
        letters=Overlap.of(letter_runs(plain), rare[0]),
        words=Overlap.of(whole_words(_roots(plain)), rare[1]),
        same=Lookup.of([" ".join(sorted(text.split())) for text in plain]),
        heads=keys(root(line.head) for line in lines),
        trust=np.array([line.trust for line in lines], dtype=np.float64),
        firsts=np.flatnonzero(np.diff(np.asarray(owners, dtype=np.int64), prepend=-1)),
        common=common(lines),
    )


def _roots(plain: Sequence[str]) -> list[str]:
    return [" ".join(map(root, text.split())) for text in plain]
