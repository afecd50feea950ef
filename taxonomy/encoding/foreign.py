"""An embedding from elsewhere in the place of the encoder that ships."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taxonomy.encoding.encoded import Encoded, Vectors, unit
from taxonomy.errors import EmbeddingFailed

AT_ONCE = 128  # texts a call
LONGEST = 8_000  # bytes, which are never more pieces than a model reads that reads 8,000


@dataclass(frozen=True)
class ForeignEncoder:
    """Encodes by a function from texts to vectors; a text is seen as a whole, not by its words."""

    mark: str
    embed: Callable[[list[str]], list[list[float]]]

    @cached_property
    def width(self) -> int:
        """Return how long its vectors are, which one call tells."""
        return int(self._answered(["skill"]).shape[1])

    def encode(self, text: str) -> Encoded:
        """Return one text as vectors; EmbeddingFailed where the provider does not answer."""
        mean = self._vectors([text])[0]
        return Encoded(mean, mean[None, :], np.array([[0, len(text)]], dtype=np.int32))

    def means(self, texts: Sequence[str], step: Callable[[int], None]) -> Vectors:
        """Return the whole of each text; ``step`` hears how many are done."""
        means = np.zeros((len(texts), self.width), np.float32)
        for start in range(0, len(texts), AT_ONCE):
            some = texts[start : start + AT_ONCE]
            means[start : start + len(some)] = self._vectors(some)
            step(len(some))
        return means

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        found = self._answered([_sent(text) for text in texts])
        if found.shape[1] != self.width:
            raise EmbeddingFailed(self.mark)
        return unit(found)

    def _answered(self, texts: list[str]) -> Vectors:
        try:
            found = np.asarray(self.embed(texts), dtype=np.float32)
        except Exception as problem:  # each provider raises its own
            raise EmbeddingFailed(self.mark) from problem
        right = found.ndim == 2 and len(found) == len(texts) and found.shape[1] > 0
        if not right or not np.isfinite(found).all():
            raise EmbeddingFailed(self.mark)
        return found


def _sent(text: str) -> str:
    """Return what a provider accepts of a text: whole characters, not too many, and not none."""
    return text.encode("utf-8", "replace")[:LONGEST].decode("utf-8", "ignore") or "?"
