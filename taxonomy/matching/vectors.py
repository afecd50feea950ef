"""The names of concepts as vectors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taxonomy.encoding.encoded import Encoded, Encoder, Vectors, unit
from taxonomy.features import Ints

SHARPNESS = 15.0  # how far a name listens to the words it is about, as in training (ConTeXT-match)


@dataclass(frozen=True)
class NameVectors:
    """Vectors of concepts: of their labels, of their centres, and of every name.

    ``names`` are whole numbers: a vector's cells times 127 over its largest, whose size is in
    ``sizes``. The names of the concept at place i are those from ``firsts[i]`` to
    ``firsts[i + 1]``.
    """

    labels: Vectors
    centres: Vectors
    names: NDArray[np.int8]
    sizes: Vectors
    firsts: Ints

    @classmethod
    def of(
        cls, names: Sequence[str], firsts: Ints, encoder: Encoder, step: Callable[[int], None]
    ) -> "NameVectors":
        """Compute the vectors of names, ``firsts`` of which are the concepts' labels."""
        means = encoder.means(names, step)
        sums = np.add.reduceat(means, firsts[:-1], axis=0) if len(firsts) > 1 else means[:0]
        sizes = np.abs(means).max(axis=1, initial=1e-9) / 127
        return cls(
            labels=means[firsts[:-1]],
            centres=unit(sums),
            names=np.round(means / sizes[:, None]).astype(np.int8),
            sizes=sizes.astype(np.float32),
            firsts=firsts,
        )

    def of_names(self, rows: Ints) -> Vectors:
        """Return the vectors of some names."""
        return self.names[rows].astype(np.float32) * self.sizes[rows, None]


def heard(text: Encoded, names: Vectors) -> Vectors:
    """Return how well a text answers each name, each listening to the words it is about."""
    alike = names @ text.words.T
    weight = np.exp(SHARPNESS * (alike - 1.0))
    return np.asarray(np.einsum("ij,ij->i", weight, alike) / weight.sum(axis=1), dtype=np.float32)
