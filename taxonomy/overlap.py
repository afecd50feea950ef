"""How much of their features two texts share, rare features counting more."""

import numpy as np
from numpy.typing import NDArray

from taxonomy.features import Bag, Floats, Ints

LAST = np.uint64(2**64 - 1)  # a feature that no name has, so that every search ends at one


class Overlap:
    """The features of many names, held by feature, so that a text touches only its own."""

    def __init__(self, names: Bag) -> None:
        self._size = names.size
        keys, column, seen = np.unique(names.key, return_inverse=True, return_counts=True)
        self._keys, seen = np.append(keys, LAST), np.append(seen, 0)
        self._rarity: Floats = np.log((1 + names.size) / (1 + seen)) + 1
        self._starts: Ints = np.concatenate([[0], np.cumsum(seen)])
        order = np.argsort(column, kind="stable")
        self._row: Ints = names.row[order]
        self._weight: Floats = (self._rarity[column] * _damped(names))[order]
        self._total = _sums(self._row, self._weight, names.size)
        self._length = np.sqrt(_sums(self._row, self._weight**2, names.size))

    def cosine(self, texts: Bag) -> Floats:
        """Return the likeness of each text to each name, 0 to 1."""
        weight = self._weigh(texts) * _damped(texts)
        length = np.sqrt(_sums(texts.row, weight**2, texts.size))
        shared = self._multiply(texts, weight, self._weight)
        return _ratio(shared, length[:, None] * self._length[None, :])

    def shared(self, texts: Bag) -> tuple[Floats, Floats]:
        """Return which part of each name a text has, and which part of both they share."""
        total = _sums(texts.row, self._weigh(texts), texts.size)
        shared = self._multiply(texts, np.ones(len(texts.row)), self._weight)
        both = (self._total[None, :] + total[:, None]) / 2
        return _ratio(shared, self._total[None, :]), _ratio(shared, both)

    def _weigh(self, texts: Bag) -> Floats:
        place, known = self._find(texts)
        return np.where(known, self._rarity[place], self._rarity[-1])

    def _find(self, texts: Bag) -> tuple[Ints, NDArray[np.bool_]]:
        place = np.searchsorted(self._keys, texts.key)
        return place, self._keys[place] == texts.key

    def _multiply(self, texts: Bag, weight: Floats, own: Floats) -> Floats:
        place, known = self._find(texts)
        place, row, weight = place[known], texts.row[known], weight[known]
        first, many = self._starts[place], self._starts[place + 1] - self._starts[place]
        jump = np.repeat(first - (np.cumsum(many) - many), many)
        held = jump + np.arange(len(jump))
        cell = np.repeat(row, many) * self._size + self._row[held]
        product = np.repeat(weight, many) * own[held]
        return _sums(cell, product, texts.size * self._size).reshape(texts.size, self._size)


def _damped(bag: Bag) -> Floats:
    return 1 + np.log(bag.count)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _sums(cell: Ints, weight: Floats, size: int) -> Floats:
    return np.asarray(np.bincount(cell, weight, size), dtype=np.float64)
