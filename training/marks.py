"""Learning to mark the phrases that name a skill, on top of the trained encoder."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model import WIDTH, Encoder
from training.pieces import Pieces

MIDDLE = 3  # the layer that still knows more of grammar than of meaning
INNER, DROPPED = 96, 0.3
ROUNDS, RATE, AT_ONCE = 14, 2e-3, 8
OUTSIDE, BEGINS, GOES_ON = range(3)
MARK = re.compile(r"\[s:\s*(.*?)\]", re.DOTALL)


@dataclass(frozen=True)
class Marked:
    """A message and where its phrases stand."""

    text: str
    phrases: tuple[tuple[int, int], ...]


class Marker(nn.Module):
    """Says of each piece whether it begins a phrase, goes on with one, or stands outside."""

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Conv1d(2 * WIDTH, INNER, 3, padding=1)
        self.wider = nn.Conv1d(INNER, INNER, 3, padding=1)
        self.out = nn.Conv1d(INNER, 3, 1)

    def forward(self, seen: Tensor) -> Tensor:
        """Return (texts, pieces, 3) scores for the vectors (texts, pieces, 2 widths) of pieces."""
        seen = functional.dropout(seen, DROPPED, self.training).transpose(1, 2)
        near = torch.relu(self.near(seen))
        wider = near + torch.relu(self.wider(functional.dropout(near, DROPPED, self.training)))
        scores: Tensor = self.out(wider).transpose(1, 2)
        return scores


class MarkingEncoder(nn.Module):
    """The encoder and the marker as one, as they are exported."""

    def __init__(self, encoder: Encoder, marker: Marker) -> None:
        super().__init__()
        self.encoder, self.marker = encoder, marker

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the vectors of the pieces, and their marks."""
        middle, last = self.encoder.seen(pieces, mask, MIDDLE)
        return last, self.marker(torch.cat([middle, last], dim=-1))


def read_marked(paths: Sequence[Path]) -> list[Marked]:
    """Read messages, one a line, whose phrases stand as ``[s:phrase]``."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [marked(line.replace("\\n", "\n")) for line in lines if line.strip()]


def marked(line: str) -> Marked:
    """Take the marks out of a message."""
    text, phrases, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        phrases.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Marked(text + line[at:], tuple(phrases))


def train_marker(
    encoder: Encoder, pieces: Pieces, messages: Sequence[Marked], seed: int = 0
) -> Marker:
    """Return a marker that has learned these messages; the encoder stays as it is."""
    torch.manual_seed(seed)
    seen = [(_seen(encoder, pieces, one), _marks(pieces, one)) for one in messages]
    marker, dice = Marker(), random.Random(seed)
    optimiser = torch.optim.AdamW(marker.parameters(), lr=RATE, weight_decay=0.02)
    steps = ROUNDS * len(seen)
    for step in range(0, steps, AT_ONCE):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - step / steps)
        some = dice.sample(seen, AT_ONCE)
        loss = torch.stack([functional.cross_entropy(marker(x)[0], y) for x, y in some]).mean()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return marker.eval()


@torch.no_grad()
def _seen(encoder: Encoder, pieces: Pieces, one: Marked) -> Tensor:
    middle, last = encoder.seen(*pieces.table([one.text], 300), MIDDLE)
    return torch.cat([middle, last], dim=-1)


def _marks(pieces: Pieces, one: Marked) -> Tensor:
    offsets = pieces.offsets(one.text)[:300]
    marks = torch.zeros(len(offsets), dtype=torch.long)
    for start, end in one.phrases:
        inside = [at for at, (a, b) in enumerate(offsets) if a < b and a < end and start < b]
        marks[inside] = GOES_ON
        marks[inside[:1]] = BEGINS
    return marks
