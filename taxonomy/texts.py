"""Many texts in few arrays, so that they can be kept in a file and read where they lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taxonomy.features import Ints, Keys, keys


@dataclass(frozen=True)
class Texts:
    """The texts one after the other, and where each of them ends."""

    letters: NDArray[np.uint8]
    ends: Ints

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        """Keep texts in this order."""
        written = [one.encode("utf-8", "surrogatepass") for one in texts]
        ends = np.cumsum([len(one) for one in written], dtype=np.int64)
        return cls(np.frombuffer(b"".join(written), np.uint8), ends)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, place: int) -> str:
        start = self.ends[place - 1] if place else 0
        return self.letters[start : self.ends[place]].tobytes().decode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Lookup:
    """Which numbers belong to a text, such as the concepts that are called so."""

    keys: Keys
    numbers: Ints

    @classmethod
    def of(cls, texts: Sequence[str], numbers: Sequence[int] | None = None) -> "Lookup":
        """Take the number of each text; without any, its place."""
        found = keys(texts)
        order = np.argsort(found, kind="stable")
        held = np.arange(len(texts)) if numbers is None else np.asarray(numbers, dtype=np.int64)
        return cls(found[order], held[order])

    def __getitem__(self, text: str) -> Ints:
        key = keys([text])[0]
        first = np.searchsorted(self.keys, key)
        return self.numbers[first : np.searchsorted(self.keys, key, "right")]
