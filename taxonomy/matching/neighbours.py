"""The company that skills keep: which others the same occupations want."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from taxonomy.encoding.encoded import Vectors, unit
from taxonomy.features import Ints


@dataclass(frozen=True)
class Neighbours:
    """What is wanted beside each skill, as the mean of the others' vectors, and how often it is.

    ``middle`` is the mean over all skills; it is taken away, for all skills have that in common.
    Where no occupation is known the vector is zero and says nothing. ``wanted`` is a logarithm, 1
    for the skill that is wanted most.
    """

    vectors: Vectors
    middle: Vectors
    wanted: Vectors

    @classmethod
    def of(cls, centres: Vectors, occupations: Sequence[Ints]) -> "Neighbours":
        """Compute the company of skills from the places of those that each occupation wants."""
        sums, often = np.zeros_like(centres), np.zeros(len(centres), np.float32)
        for skills in occupations:
            others = centres[skills].sum(axis=0) - centres[skills]
            sums[skills] += others / max(len(skills) - 1, 1)
            often[skills] += 1
        sums /= np.maximum(often, 1)[:, None]
        known = often > 0
        middle = sums[known].mean(axis=0) if known.any() else np.zeros(centres.shape[1:])
        vectors = np.where(known[:, None], unit(sums - middle), 0)
        return cls(
            vectors=vectors.astype(np.float32),
            middle=middle.astype(np.float32),
            wanted=(np.log1p(often) / np.log1p(often.max(initial=1))).astype(np.float32),
        )

    def near(self, mean: Vectors, places: Ints) -> Vectors:
        """Return how near a text is to the company of some skills."""
        return np.asarray(self.vectors[places] @ unit(mean - self.middle), dtype=np.float32)
