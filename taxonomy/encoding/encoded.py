"""A text as vectors, and what makes vectors of texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
Spans: TypeAlias = NDArray[np.int32]


@dataclass(frozen=True)
class Encoded:
    """A text as an encoder sees it.

    ``mean`` (width) is the whole text, ``words`` (pieces, width) what it says piece by piece, all
    of length one; ``spans`` (pieces, 2) is where each piece stands, signs of the encoder's own
    being empty. ``marks`` (pieces, 3) says how likely each stands outside of a phrase that names
    a skill, begins one, or goes on with one; an encoder that does not tell has none.
    """

    mean: Vectors
    words: Vectors
    spans: Spans
    marks: Vectors | None = None

    def between(self, start: int, end: int) -> "Encoded | None":
        """Return a stretch of the text, seen in its company; None where no piece lies in it."""
        inside = (self.spans[:, 0] < end) & (self.spans[:, 1] > start)
        if not inside.any():
            return None
        words = self.words[inside]
        return Encoded(unit(words.mean(axis=0)), words, self.spans[inside])


class Encoder(Protocol):
    """Makes vectors of texts. The shipped one does, and any embedding that a user prefers."""

    @property
    def mark(self) -> str:
        """Return what changes whenever the vectors do."""

    def encode(self, text: str) -> Encoded:
        """Return one text as vectors."""

    def means(self, texts: Sequence[str], step: Callable[[int], None]) -> Vectors:
        """Return the whole of each text, (texts, width); ``step`` hears how many are done."""


def unit(vectors: Vectors) -> Vectors:
    """Return vectors of length one."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), dtype=np.float32)
