"""How wrong the encoder is about a batch: texts and names must find each other."""

import torch
from torch import Tensor
from torch.nn import functional

from training.model import heard, pooled

SCALE = 20.0


def contrast(texts: tuple[Tensor, Tensor], names: tuple[Tensor, Tensor], wanted: Tensor) -> Tensor:
    """Return the loss of a batch; ``wanted`` (texts, names) says how much each is asked for.

    Each wanted name competes with the names that its text does not ask for, and each text of a
    name with the texts that do not ask for it; half by mean vectors, half by token interaction.
    """
    named = pooled(*names)
    alike = 0.5 * (pooled(*texts) @ named.T + heard(*texts, named))
    scores = SCALE * alike
    return 0.5 * (_one_way(scores, wanted) + _one_way(scores.T, wanted.T))


def _one_way(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the mean loss of the rows that want something; positives do not compete."""
    others = scores.masked_fill(wanted > 0, float("-inf"))
    against = torch.logsumexp(others, dim=1, keepdim=True)
    losses = functional.softplus(against - scores) * wanted
    asking = wanted.sum(1) > 0
    return (losses.sum(1)[asking] / wanted.sum(1)[asking]).mean()
