"""The words that titles are made of, how common they are, and what odd ones may be."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from taxonomy.features import Ints, letter_runs
from taxonomy.overlap import Overlap
from taxonomy.texts import Lookup, Texts
from taxonomy.title_words import DROPPED
from taxonomy.titles import kept

LIKE, LOOKED_AT = 0.77, 25  # what a misspelt word may be is that alike, and among the likest few
COMMON, RARE, TIMES = 3, 30, 5  # names: how many a word must, may and must more often be in
SHORTEST = 3  # letters of a word that may be misspelt


@dataclass(frozen=True)
class Terms:
    """Words with the number of names that each is in, and of those that it is the head of."""

    words: Texts
    places: Lookup
    counts: Ints
    headed: Ints
    letters: Overlap
    long: Texts
    short: Lookup

    @classmethod
    def of(
        cls, names: Sequence[str], heads: Iterable[str], short: Mapping[str, Sequence[str]]
    ) -> "Terms":
        """Take the words of plain names, and what abbreviations stand for."""
        seen = Counter(word for name in names for word in name.split())
        leads = Counter(heads)
        pairs = [(one, long) for one, longs in short.items() for long in longs]
        return cls(
            words=Texts.of(seen),
            places=Lookup.of(list(seen)),
            counts=np.array(list(seen.values()), dtype=np.int64),
            headed=np.array([leads[word] for word in seen], dtype=np.int64),
            letters=Overlap.of(letter_runs(list(seen))),
            long=Texts.of(long for _, long in pairs),
            short=Lookup.of([one for one, _ in pairs]),
        )

    def count(self, word: str) -> int:
        """Return how many names a word is in."""
        return sum(int(self.counts[place]) for place in self.places[word])

    def known(self, word: str) -> bool:
        """Say whether a word is in a name, or its names explain what it stands for."""
        return self.count(word) > 0 or len(self.short[word]) > 0

    def leads(self, word: str) -> bool:
        """Say whether a word says what somebody is, as "welder" does and "pipe" does not."""
        return any(self.headed[place] >= COMMON for place in self.places[word])

    def misspelt(self, word: str) -> bool:
        """Say whether a word is in no name and may be a slip."""
        long_enough = len(word) >= SHORTEST and word not in DROPPED
        return long_enough and not any(one.isdigit() for one in word) and not self.known(word)

    def spelt_out(self, said: Sequence[str]) -> Iterator[list[str]]:
        """Yield the words with one abbreviation written out, as the names themselves explain it."""
        for place, word in enumerate(said):
            for number in self.short[word]:
                yield [*said[:place], *kept(self.long[number]), *said[place + 1 :]]

    def mended(self, said: Sequence[str]) -> list[str]:
        """Return the words with unknown ones joined, split or taken for the likest known one."""
        found: list[str] = []
        rest = list(said)
        while rest:
            taken, put = self._mend(rest)
            found, rest = found + put, rest[taken:]
        return found

    def commoner(self, said: Sequence[str]) -> Iterator[list[str]]:
        """Yield the words with a rare one taken for a common one that it may be a slip for."""
        for place, word in enumerate(said):
            if len(word) >= SHORTEST and 0 < self.count(word) < RARE and word not in DROPPED:
                meant = (one for one in self._likest(word) if self._may_mean(word, one))
                best = next(meant, None)
                if best:
                    yield [*said[:place], best, *said[place + 1 :]]

    def _mend(self, said: list[str]) -> tuple[int, list[str]]:
        word, joined = said[0], "".join(said[:2])
        if len(said) > 1 and self.count(joined) >= COMMON:
            return 2, [joined]
        return 1, (self._split(word) or self._meant(word)) if self.misspelt(word) else [word]

    def _split(self, word: str) -> list[str]:
        cuts = range(SHORTEST, len(word) - SHORTEST + 1)
        both = ((word[:cut], word[cut:]) for cut in cuts)
        known = [(min(self.count(one), self.count(two)), one, two) for one, two in both]
        count, one, two = max(known, default=(0, "", ""))
        return [one, two] if count > COMMON else []

    def _meant(self, word: str) -> list[str]:
        def fit(one: str) -> float:
            return _alike(word, one) + 0.02 * math.log(self.count(one))

        return [max(self._likest(word), key=fit, default=word)]

    def _likest(self, word: str) -> list[str]:
        """Return the words that a misspelt one may be, the likest first."""
        letters = self.letters.cosine(letter_runs([word]))[0]
        near = (self.words[place] for place in np.argsort(-letters)[:LOOKED_AT])
        return [one for one in near if _alike(word, one) >= LIKE]

    def _may_mean(self, word: str, other: str) -> bool:
        near = word != other and word[0] == other[0] and abs(len(word) - len(other)) < 2
        return near and self.count(other) > TIMES * self.count(word)


def _alike(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other, autojunk=False).ratio()
