"""The training loop: batches in, weights out, taken up again where it was stopped."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, Sources
from training.loss import contrast
from training.model import Encoder
from training.pieces import LONGEST_NAME, LONGEST_TEXT, Pieces

SAID_EVERY, KEPT_EVERY = 50, 200  # steps
WARM_UP = 40  # steps
TOGETHER = 24  # texts


@dataclass(frozen=True)
class Stage:
    """One stretch of training; the rate falls to nothing over ``of`` steps."""

    steps: int
    of: int
    rate: float
    texts: int = 64
    further: int = 48
    seed: int = 0

    def seeded(self, seed: int) -> "Stage":
        """Return the stage with other dice."""
        return replace(self, seed=seed)

    def dice(self, step: int) -> random.Random:
        """Return the dice of a step, the same ones when it is taken again."""
        return random.Random(self.seed * 1_000_003 + step)

    def rate_at(self, step: int) -> float:
        """Return the rate of a step: up in a few, then down in a line."""
        return self.rate * min(1, (step + 1) / WARM_UP) * (1 - step / self.of)


def train(
    encoder: Encoder, pieces: Pieces, sources: Sources, stage: Stage, kept: Path
) -> Iterator[str]:
    """Train an encoder in place, saying now and then how it goes.

    ``kept`` is the file in which the state is saved, and from which a stopped training goes on.
    """
    learning = _learning(encoder)
    optimiser = torch.optim.AdamW(learning, lr=stage.rate, weight_decay=0.01)
    start, began, mean = _taken_up(kept, encoder, optimiser), time.monotonic(), 0.0
    for step in range(start, stage.steps):
        for group in optimiser.param_groups:
            group["lr"] = stage.rate_at(step)
        loss = _loss(encoder, pieces, sources.batch(stage.texts, stage.further, stage.dice(step)))
        _learn(loss, learning, optimiser)
        mean = 0.98 * mean + 0.02 * loss.item() if mean else loss.item()
        done = step + 1
        if done % SAID_EVERY == 0:
            pace = (time.monotonic() - began) / (done - start)
            yield f"step {done} of {stage.steps}: loss {mean:.3f}, {pace:.2f} s a step"
        if done % KEPT_EVERY == 0 or done == stage.steps:
            _keep(kept, encoder, optimiser, done)


def _learn(loss: Tensor, learning: list[Tensor], optimiser: torch.optim.Optimizer) -> None:
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(learning, 1.0)
    optimiser.step()


def _loss(encoder: Encoder, pieces: Pieces, batch: Batch) -> Tensor:
    texts = _encoded(encoder, *pieces.table(batch.texts, LONGEST_TEXT))
    names = _encoded(encoder, *pieces.table(batch.names, LONGEST_NAME))
    return contrast(texts, names, torch.from_numpy(batch.wanted))


def _encoded(encoder: Encoder, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Return vectors and their mask; texts of like length go together, so that little is idle."""
    order = mask.sum(1).argsort()
    found = []
    for some in order.split(TOGETHER):
        width = int(mask[some].sum(1).max())
        with torch.autocast("cpu", torch.bfloat16):
            vectors = encoder(pieces[some, :width], mask[some, :width])
        found.append(functional.pad(vectors.float(), (0, 0, 0, mask.shape[1] - width)))
    return torch.cat(found)[order.argsort()], mask


def _learning(encoder: Encoder) -> list[Tensor]:
    """Return what learns: the layers, never the words themselves."""
    for part in (encoder.word, encoder.place, encoder.kind, encoder.norm):
        part.requires_grad_(False)
    return [one for one in encoder.parameters() if one.requires_grad]


def _taken_up(kept: Path, encoder: Encoder, optimiser: torch.optim.Optimizer) -> int:
    if not kept.is_file():
        return 0
    state = torch.load(kept, weights_only=True)
    encoder.load_state_dict(state["encoder"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def _keep(kept: Path, encoder: Encoder, optimiser: torch.optim.Optimizer, step: int) -> None:
    state = {"encoder": encoder.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
    aside = kept.with_suffix(".part")
    torch.save(state, aside)
    aside.rename(kept)
