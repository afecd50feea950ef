"""The skills that all systems choose among, and what each is called."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking.job import TOP

FILE = "names.json"


@dataclass(frozen=True)
class Names:
    """Skills by their URIs; a skill's names begin at its place in ``firsts``, with its label."""

    uris: tuple[str, ...]
    texts: tuple[str, ...]
    firsts: NDArray[np.int64]

    @classmethod
    def of(cls, said: Iterable[tuple[str, list[str]]]) -> "Names":
        """Hold each URI with its names."""
        known = list(said)
        counts = [len(names) for _, names in known]
        return cls(
            uris=tuple(uri for uri, _ in known),
            texts=tuple(name for _, names in known for name in names),
            firsts=np.cumsum([0, *counts], dtype=np.int64)[:-1],
        )

    @classmethod
    def read(cls, folder: Path) -> "Names":
        """Read what was written into a folder."""
        return cls.of(json.loads((folder / FILE).read_text(encoding="utf-8")))

    def write(self, folder: Path) -> None:
        """Write the names into a folder."""
        parts = np.split(np.arange(len(self.texts)), self.firsts[1:])
        said = [
            (uri, [self.texts[place] for place in part])
            for uri, part in zip(self.uris, parts, strict=True)
        ]
        (folder / FILE).write_text(json.dumps(said), encoding="utf-8")

    @property
    def labels(self) -> list[str]:
        """Return what each skill is called first of all."""
        return [self.texts[first] for first in self.firsts]

    def by_best_name(self, scores: NDArray[np.floating[Any]]) -> list[str]:
        """Return the skills whose likeliest name scores best, of those that score at all."""
        return self.ranked(np.maximum.reduceat(scores, self.firsts))

    def ranked(self, scores: NDArray[np.floating[Any]]) -> list[str]:
        """Return the skills that score best, of those that score at all."""
        order = np.argsort(-scores, kind="stable")[:TOP]
        return [self.uris[place] for place in order if scores[place] > 0]
