"""BM25 over all names of all skills: words that a text and a name share, rare ones telling more."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking.job import Job, Step
from benchmarks.linking.names import Names

K1, B = 1.2, 0.75
WORD = re.compile(r"[^\W_]+(?:[+#.\-]+[^\W_]+)*[+#]*")


def words(text: str) -> list[str]:
    """Return the words of a text; C++, C# and Node.js are one word each."""
    return WORD.findall(text.lower())


@dataclass(frozen=True)
class Postings:
    """Which names have a word, and how much it counts in each."""

    places: dict[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    weights: NDArray[np.float64]
    size: int

    @classmethod
    def of(cls, names: Sequence[str]) -> "Postings":
        """Count the words of all names."""
        said = [words(name) for name in names]
        places: dict[str, int] = {}
        word = np.array([places.setdefault(one, len(places)) for some in said for one in some])
        row = np.repeat(np.arange(len(said)), [len(some) for some in said])
        pair, often = np.unique(word * len(said) + row, return_counts=True)
        word, row = np.divmod(pair, len(said))
        lengths = np.array([len(some) for some in said])
        weights = _weights(word, often, lengths[row] / lengths.mean(), len(said))
        starts = np.searchsorted(word, np.arange(len(places) + 1))
        return cls(places, starts, row, weights, len(said))

    def scores(self, text: str) -> NDArray[np.float64]:
        """Return the score of every name for a text."""
        scores = np.zeros(self.size)
        for word, often in Counter(words(text)).items():
            if (place := self.places.get(word)) is not None:
                held = slice(self.starts[place], self.starts[place + 1])
                scores[self.rows[held]] += often * self.weights[held]
        return scores


def _weights(
    word: NDArray[np.int64], often: NDArray[np.int64], length: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    """Return what each word counts in each name; ``length`` is relative to the mean name."""
    having = np.bincount(word)[word]
    rarity = np.log(1 + (size - having + 0.5) / (having + 0.5))
    return np.asarray(rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * length)))


@dataclass(frozen=True)
class BM25:
    """Ranks skills by their likeliest name."""

    names: Names
    postings: Postings
    threads: int = 2

    def rank(self, text: str) -> list[str]:
        """Return the URIs of the likeliest skills, best first."""
        return self.names.by_best_name(self.postings.scores(text))


def prepare(_job: Job, _step: Step) -> str:
    """Compute nothing beforehand."""
    return ""


def load(job: Job) -> BM25:
    """Read the names and count their words."""
    names = Names.read(job.place)
    return BM25(names, Postings.of(names.texts))
