"""How much of their features two texts share, rare features counting more."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taxonomy.features import Bag, Floats, Ints, Keys

LAST = np.uint64(2**64 - 1)  # a feature that no name has, so that every search ends at one


@dataclass(frozen=True)
class Rarity:
    """What each feature counts; the last one stands for all that no name has."""

    keys: Keys
    value: Floats

    @classmethod
    def among(cls, names: Bag) -> "Rarity":
        """Return what features count that as many of these names have."""
        found, seen = np.unique(names.key, return_counts=True)
        known, seen = np.append(found, LAST), np.append(seen, 0)
        value = np.log((1 + names.size) / (1 + seen)) + 1
        return cls(known, value.astype(np.float32).astype(np.float64))

    def for_names(self, names: Bag) -> "Rarity":
        """Return what features count, those of a few further names among them."""
        known = np.union1d(self.keys, names.key)
        none = np.zeros(0, np.int64)
        return Rarity(known, self.of(Bag(none, known, none, 0)))

    def of(self, texts: Bag) -> Floats:
        """Return what the features of some texts count."""
        place = np.searchsorted(self.keys, texts.key)
        known = self.keys[place] == texts.key
        return np.where(known, self.value[place], self.value[-1])


@dataclass(frozen=True)
class Overlap:
    """The features of many names, held by feature, so that a text touches only its own."""

    rarity: Rarity
    keys: Keys
    starts: Ints
    row: NDArray[np.int32]
    weight: NDArray[np.float32]
    total: Floats
    length: Floats

    @classmethod
    def of(cls, names: Bag, rarity: Rarity | None = None) -> "Overlap":
        """Hold names; what their features count may come from a larger vocabulary."""
        scale = rarity or Rarity.among(names)
        order = np.argsort(names.key, kind="stable")
        known, seen = np.unique(names.key, return_counts=True)
        row = names.row[order].astype(np.int32)
        weight = (scale.of(names) * _damped(names))[order].astype(np.float32)
        return cls(
            rarity=scale,
            keys=np.append(known, LAST),
            starts=np.concatenate([[0], np.cumsum(np.append(seen, 0))]),
            row=row,
            weight=weight,
            total=_sums(row, weight, names.size),
            length=np.sqrt(_sums(row, weight.astype(np.float64) ** 2, names.size)),
        )

    def cosine(self, texts: Bag) -> Floats:
        """Return the likeness of each text to each name, 0 to 1."""
        weight = self.rarity.of(texts) * _damped(texts)
        length = np.sqrt(_sums(texts.row, weight**2, texts.size))
        return _ratio(self._multiply(texts, weight), length[:, None] * self.length[None, :])

    def shared(self, texts: Bag) -> tuple[Floats, Floats]:
        """Return which part of each name a text has, and which part of both they share."""
        total = _sums(texts.row, self.rarity.of(texts), texts.size)
        shared = self._multiply(texts, np.ones(len(texts.row)))
        both = (self.total[None, :] + total[:, None]) / 2
        return _ratio(shared, self.total[None, :]), _ratio(shared, both)

    def _multiply(self, texts: Bag, weight: Floats) -> Floats:
        place = np.searchsorted(self.keys, texts.key)
        known = self.keys[place] == texts.key
        place, row, weight = place[known], texts.row[known], weight[known]
        first, many = self.starts[place], self.starts[place + 1] - self.starts[place]
        jump = np.repeat(first - (np.cumsum(many) - many), many)
        held = jump + np.arange(len(jump))
        cell = np.repeat(row * len(self.total), many) + self.row[held]
        product = np.repeat(weight, many) * self.weight[held]
        size = texts.size * len(self.total)
        return _sums(cell, product, size).reshape(texts.size, len(self.total))


def _damped(bag: Bag) -> Floats:
    return 1 + np.log(bag.count)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _sums(cell: NDArray[np.integer], weight: NDArray[np.floating], size: int) -> Floats:
    return np.asarray(np.bincount(cell, weight, size), dtype=np.float64)
