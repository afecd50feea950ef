"""Which texts share which features: words, or runs of three to five letters inside words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Keys: TypeAlias = NDArray[np.uint64]
Floats: TypeAlias = NDArray[np.float64]
PRIME = np.uint64(0x9E3779B97F4A7C15)  # spreads neighbouring letters over 64 bits
SHORTEST, LONGEST = 3, 5  # letters


@dataclass(frozen=True)
class Bag:
    """The features of some texts: ``key[i]`` occurs ``count[i]`` times in text ``row[i]``."""

    row: Ints
    key: Keys
    count: Ints
    size: int


def letter_runs(texts: Sequence[str]) -> Bag:
    """Return the runs of letters inside the words of each text, word ends included."""
    padded = [" " + text.replace(" ", "  ") + " " for text in texts]
    letters = _letters("".join(padded))
    row = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    blank = letters == ord(" ")
    word = np.cumsum(blank & np.roll(blank, 1))
    rows, found = [], []
    for length in range(SHORTEST, min(LONGEST, len(letters)) + 1):
        inside = word[: len(word) - length + 1] == word[length - 1 :]
        rows.append(row[: len(inside)][inside])
        found.append(_hash(letters, length)[inside])
    return _bag(rows, found, len(texts))


def whole_words(texts: Sequence[str]) -> Bag:
    """Return the words of each text, each once."""
    split = [text.split() for text in texts]
    row = np.repeat(np.arange(len(texts)), [len(one) for one in split])
    bag = _bag([row], [keys([word for one in split for word in one])], len(texts))
    return replace(bag, count=np.ones_like(bag.count))


def keys(texts: Iterable[str]) -> Keys:
    """Return a number for each text that no other one has, as good as certainly."""
    written = (one.encode("utf-8", "surrogatepass") for one in texts)
    digests = b"".join(blake2b(one, digest_size=8).digest() for one in written)
    return np.frombuffer(digests, "<u8").astype(np.uint64)


def _letters(text: str) -> Keys:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)


def _hash(letters: Keys, length: int) -> Keys:
    key = np.full(len(letters) - length + 1, length, dtype=np.uint64)
    for place in range(length):
        key = (key ^ letters[place : place + len(key)]) * PRIME
        key ^= key >> np.uint64(29)
    return key


def _bag(rows: list[Ints], found: list[Keys], size: int) -> Bag:
    if not rows:
        return Bag(np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros(0, np.int64), size)
    row, key = np.concatenate(rows), np.concatenate(found)
    order = np.lexsort((key, row))
    row, key = row[order], key[order]
    new = np.ones(len(row), dtype=bool)
    new[1:] = (row[1:] != row[:-1]) | (key[1:] != key[:-1])
    starts = np.flatnonzero(new)
    return Bag(row[starts], key[starts], np.diff(np.append(starts, len(row))), size)
