"""How good rankings are, and how sure one may be of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
FIRST = (1, 5, 10)
MEASURES = (*(f"RP@{k}" for k in FIRST), "MRR")
RP5 = MEASURES.index("RP@5")
DRAWS, SURE = 1000, (2.5, 97.5)


def measured(gold: Collection[str], ranked: Sequence[str]) -> list[float]:
    """Return R-precision at 1, 5 and 10, and one over the place of the first right answer."""
    right = [one in gold for one in ranked]
    precisions = [sum(right[:k]) / min(k, len(gold)) for k in FIRST]
    return [*precisions, 1 / (1 + right.index(True)) if any(right) else 0.0]


@dataclass(frozen=True)
class Estimate:
    """A mean with its 95 % interval; ``differs`` says whether surely from the first system's."""

    mean: float
    low: float
    high: float
    differs: bool


def estimates(scores: Iterable[Scores]) -> list[list[Estimate]]:
    """Return the estimates of each system (sentences, measures), drawn anew alike for all.

    The first system is the one that the others are compared with, sentence by sentence.
    """
    systems = list(scores)
    draws = _draws(len(systems[0]))
    means = [np.stack([one[draw].mean(axis=0) for draw in draws]) for one in systems]
    return [
        [
            _estimate(one[:, place], drawn[:, place], means[0][:, place])
            for place in range(one.shape[1])
        ]
        for one, drawn in zip(systems, means, strict=True)
    ]


def _draws(size: int) -> NDArray[np.int64]:
    return np.random.default_rng(0).integers(size, size=(DRAWS, size))


def _estimate(scores: Scores, drawn: Scores, first: Scores) -> Estimate:
    low, high = np.percentile(drawn, SURE)
    least, most = np.percentile(drawn - first, SURE)
    return Estimate(float(scores.mean()), float(low), float(high), bool(least > 0 or most < 0))
