"""Texts as word pieces, padded to tables."""

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

LONGEST_TEXT, LONGEST_NAME = 48, 16  # word pieces, in training


class Pieces:
    """Cuts texts into the word pieces that the encoder knows."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def table(self, texts: Sequence[str], longest: int) -> tuple[Tensor, Tensor]:
        """Return the pieces (texts, longest) of each text, and which of them mean something."""
        cut = [one.ids for one in self._tokenizer.encode_batch(list(texts))]
        cut = [ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]] for ids in cut]
        width = max(map(len, cut))
        pieces = torch.zeros(len(cut), width, dtype=torch.long)
        for row, ids in enumerate(cut):
            pieces[row, : len(ids)] = torch.tensor(ids)
        return pieces, pieces != 0

    def offsets(self, text: str) -> list[tuple[int, int]]:
        """Return where each piece of a text stands; the encoder's own signs stand nowhere."""
        found: list[tuple[int, int]] = self._tokenizer.encode(text).offsets
        return found
