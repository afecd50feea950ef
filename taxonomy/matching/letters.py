"""The names of concepts as letters and words, held name by name."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taxonomy.features import Bag, Floats, Ints, letter_runs, whole_words
from taxonomy.overlap import Rarity
from taxonomy.words import plain

COMMON = 1500  # a word that more names have leads to none of them


@dataclass(frozen=True)
class Features:
    """The features of names, name by name: ``feature`` is a place in ``rarity.keys``."""

    rarity: Rarity
    starts: Ints
    feature: NDArray[np.int32]
    weight: NDArray[np.float32]

    @classmethod
    def of(cls, names: Bag, rarity: Rarity | None = None) -> "Features":
        """Hold names; each name's weights have the length one."""
        scale = rarity.for_names(names) if rarity else Rarity.among(names)
        weight = scale.of(names) * (1 + np.log(names.count))
        length = np.sqrt(np.bincount(names.row, weight**2, names.size))
        found = np.minimum(np.searchsorted(scale.keys, names.key), len(scale.keys) - 1)
        return cls(
            rarity=scale,
            starts=np.searchsorted(names.row, np.arange(names.size + 1)),
            feature=found.astype(np.int32),
            weight=(weight / np.maximum(length[names.row], 1e-9)).astype(np.float32),
        )

    def text(self, bag: Bag) -> NDArray[np.float32]:
        """Return what each known feature counts in one text, of length one."""
        weight = self.rarity.of(bag) * (1 + np.log(bag.count))
        place = np.searchsorted(self.rarity.keys, bag.key)
        known = self.rarity.keys[place] == bag.key
        dense = np.zeros(len(self.rarity.keys), np.float32)
        dense[place[known]] = (weight / max(float(np.sqrt((weight**2).sum())), 1e-9))[known]
        return dense

    def cosine(self, rows: Ints, dense: NDArray[np.float32]) -> Floats:
        """Return how like a text each of some names is, 0 to 1."""
        held, owner = self._of(rows)
        product = self.weight[held] * dense[self.feature[held]]
        return np.asarray(np.bincount(owner, product, len(rows)), dtype=np.float64)

    def covered(self, rows: Ints, dense: NDArray[np.float32]) -> Floats:
        """Return which part of each of some names a text has, 0 to 1, rare words telling more."""
        held, owner = self._of(rows)
        part = np.where(dense[self.feature[held]] > 0, self.weight[held] ** 2, 0.0)
        return np.asarray(np.bincount(owner, part, len(rows)), dtype=np.float64)

    def _of(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return where the features of some names stand, and whose each is."""
        first, many = self.starts[rows], self.starts[rows + 1] - self.starts[rows]
        ends = np.cumsum(many)
        held = np.repeat(first - (ends - many), many) + np.arange(ends[-1] if len(ends) else 0)
        return held, np.repeat(np.arange(len(rows)), many)


@dataclass(frozen=True)
class Letters:
    """Runs of letters and whole words of names, and which names have a word."""

    runs: Features
    words: Features
    word_starts: Ints
    word_names: NDArray[np.int32]

    @classmethod
    def of(cls, names: Sequence[str], like: "Letters | None" = None) -> "Letters":
        """Hold names; with others, features are as rare as they are there."""
        stems = [plain(name) for name in names]
        bag = whole_words(stems)
        words = Features.of(bag, like.words.rarity if like else None)
        order = np.argsort(words.feature, kind="stable")
        places = np.arange(len(words.rarity.keys) + 1)
        return cls(
            runs=Features.of(letter_runs(stems), like.runs.rarity if like else None),
            words=words,
            word_starts=np.searchsorted(words.feature[order], places),
            word_names=bag.row[order].astype(np.int32),
        )

    def named(self, text: str) -> Ints:
        """Return the names that have a telling word of the text."""
        keys = self.words.rarity.keys
        bag = whole_words([plain(text)])
        place = np.searchsorted(keys, bag.key)
        spans = [
            self.word_names[self.word_starts[one] : self.word_starts[one + 1]]
            for one in place[keys[place] == bag.key]
            if 0 < self.word_starts[one + 1] - self.word_starts[one] <= COMMON
        ]
        return np.concatenate(spans).astype(np.int64) if spans else np.zeros(0, np.int64)
