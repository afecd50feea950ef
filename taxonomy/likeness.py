"""How like a text is to each of many concepts, judged by their names alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from taxonomy.features import Floats, Ints, letter_runs, whole_words
from taxonomy.overlap import Overlap
from taxonomy.texts import Lookup
from taxonomy.words import plain

LETTERS, NAME, BOTH = 0.5, 0.2, 0.3  # weights: letters, words of the name, words of name and text
SAME_STEMS, NEARLY = 0.99, 0.97  # only the very same words score 1
AT_ONCE = 2_000_000  # cells of one table of clauses by names


@dataclass(frozen=True)
class Likeness:
    """The names of concepts, their words and their letters; ``firsts`` are each one's first."""

    same_words: Lookup
    same_stems: Lookup
    letters: Overlap
    words: Overlap
    firsts: Ints

    @classmethod
    def of(
        cls, names: Sequence[str], owners: Sequence[int], like: "Likeness | None" = None
    ) -> "Likeness":
        """Hold names, ``names[i]`` of the concept ``owners[i]``, in order.

        With another likeness, words are as rare as they are there.
        """
        stems = [plain(name) for name in names]
        return cls(
            same_words=Lookup.of(names, owners),
            same_stems=Lookup.of(stems, owners),
            letters=Overlap.of(letter_runs(stems), like.letters.rarity if like else None),
            words=Overlap.of(whole_words(stems), like.words.rarity if like else None),
            firsts=np.flatnonzero(np.diff(np.asarray(owners, dtype=np.int64), prepend=-1)),
        )

    def scores(self, clauses: Sequence[str]) -> Floats:
        """Return the score of each concept for the clause that fits it best, 0 to 1."""
        best = np.zeros(len(self.firsts))
        stems = list(dict.fromkeys(plain(one) for one in clauses))
        for some in self._batches(stems) if len(best) else ():
            best = np.maximum(best, self._fuse(some))
        for text in stems:
            best[self.same_stems[text]] = SAME_STEMS
        for text in clauses:
            best[self.same_words[text]] = 1.0
        return best

    def _batches(self, stems: list[str]) -> Iterator[list[str]]:
        step = max(1, AT_ONCE // len(self.letters.total))
        return (stems[start : start + step] for start in range(0, len(stems), step))

    def _fuse(self, stems: Sequence[str]) -> Floats:
        of_name, of_both = self.words.shared(whole_words(stems))
        letters = self.letters.cosine(letter_runs(stems))
        fused = (LETTERS * letters + NAME * of_name + BOTH * of_both).max(axis=0) * NEARLY
        best: Floats = np.maximum.reduceat(fused, self.firsts)
        return best
