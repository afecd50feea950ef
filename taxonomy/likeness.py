"""How like a text is to each of many concepts, judged by their names alone."""

from collections.abc import Callable, Sequence

import numpy as np

from taxonomy.features import Floats, letter_runs, whole_words
from taxonomy.overlap import Overlap

LETTERS, NAME, BOTH = 0.5, 0.2, 0.3  # weights: letters, words of the name, words of name and text
SAME_STEMS, NEARLY = 0.99, 0.97  # only the very same words score 1
AT_ONCE = 2_000_000  # cells of one table of clauses by names


class Likeness:
    """The names of concepts; ``owners[i]`` has the name ``names[i]``, in order."""

    def __init__(
        self, names: Sequence[str], owners: Sequence[int], plain: Callable[[str], str]
    ) -> None:
        self._plain = plain
        self._same_words = _places(names, owners)
        stems = [plain(name) for name in names]
        self._same_stems = _places(stems, owners)
        self._letters = Overlap(letter_runs(stems))
        self._words = Overlap(whole_words(stems))
        self._firsts = np.flatnonzero(np.diff(np.asarray(owners, dtype=np.int64), prepend=-1))
        self._step = max(1, AT_ONCE // max(1, len(names)))

    def scores(self, clauses: Sequence[str]) -> Floats:
        """Return the score of each concept for the clause that fits it best, 0 to 1."""
        best = np.zeros(len(self._firsts))
        stems = list(dict.fromkeys(self._plain(one) for one in clauses))
        for start in range(0, len(stems) if len(best) else 0, self._step):
            best = np.maximum(best, self._fuse(stems[start : start + self._step]))
        for same, texts, score in (
            (self._same_stems, stems, SAME_STEMS),
            (self._same_words, clauses, 1.0),
        ):
            for text in texts:
                best[same.get(text, [])] = score
        return best

    def _fuse(self, stems: Sequence[str]) -> Floats:
        of_name, of_both = self._words.shared(whole_words(stems))
        letters = self._letters.cosine(letter_runs(stems))
        fused = (LETTERS * letters + NAME * of_name + BOTH * of_both).max(axis=0) * NEARLY
        best: Floats = np.maximum.reduceat(fused, self._firsts)
        return best


def _places(texts: Sequence[str], owners: Sequence[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for text, owner in zip(texts, owners, strict=True):
        places.setdefault(text, []).append(owner)
    return places
