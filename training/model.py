"""The encoder as torch trains it: MiniLM's six layers, and how a text is compared with a name."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
WORDS, PLACES = 30522, 512
SHARPNESS = 15.0  # how far a name listens to its nearest words: κ of ConTeXT-match


class Layer(nn.Module):
    """One layer of BERT: words look at each other, then each at itself."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the words (texts, words, width) after one more look around."""
        texts, words, _ = x.shape
        heads = (
            part(x).view(texts, words, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(*heads, attn_mask=bias)
        x = self.out_norm(x + self.out(seen.transpose(1, 2).reshape(texts, words, WIDTH)))
        normed: Tensor = self.outer_norm(x + self.outer(functional.gelu(self.inner(x))))
        return normed


class Encoder(nn.Module):
    """Turns word pieces into one unit vector a piece."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(WORDS, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    @classmethod
    def of(cls, weights: Mapping[str, Tensor]) -> "Encoder":
        """Return the encoder that has the weights of a BERT checkpoint."""
        encoder = cls()
        encoder.load_state_dict({ours: weights[theirs] for ours, theirs in NAMES.items()})
        return encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return a vector (texts, pieces, width) for each piece; masked ones mean nothing."""
        return self.seen(pieces, mask, LAYERS)[1]

    def seen(self, pieces: Tensor, mask: Tensor, middle: int) -> tuple[Tensor, Tensor]:
        """Return the vectors after the first few layers, and after all of them."""
        places = self.place.weight[: pieces.shape[1]]
        x = self.norm(self.word(pieces) + places + self.kind.weight[0])
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        halfway = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            halfway = x if number == middle else halfway
        return halfway, x


def pooled(words: Tensor, mask: Tensor) -> Tensor:
    """Return the unit mean (texts, width) of each text's words."""
    weight = mask.unsqueeze(-1).to(words.dtype)
    return functional.normalize((words * weight).sum(1) / weight.sum(1), dim=-1)


def heard(words: Tensor, mask: Tensor, names: Tensor) -> Tensor:
    """Return how well each text (rows) answers each name, listening to the words it is about."""
    alike = torch.einsum("twd,nd->tnw", functional.normalize(words, dim=-1), names)
    closed = alike.masked_fill(~mask[:, None, :], -1e4 / SHARPNESS)
    return (torch.softmax(closed * SHARPNESS, dim=-1) * alike).sum(-1)


def _names() -> dict[str, str]:
    pairs = {"word": "word_embeddings", "place": "position_embeddings"}
    pairs |= {"kind": "token_type_embeddings"}
    names = {f"{ours}.weight": f"embeddings.{theirs}.weight" for ours, theirs in pairs.items()}
    parts = {"norm": "embeddings.LayerNorm"}
    for number in range(LAYERS):
        ours, theirs = f"layers.{number}", f"encoder.layer.{number}"
        for part in ("query", "key", "value"):
            parts[f"{ours}.{part}"] = f"{theirs}.attention.self.{part}"
        parts[f"{ours}.out"] = f"{theirs}.attention.output.dense"
        parts[f"{ours}.out_norm"] = f"{theirs}.attention.output.LayerNorm"
        parts[f"{ours}.inner"] = f"{theirs}.intermediate.dense"
        parts[f"{ours}.outer"] = f"{theirs}.output.dense"
        parts[f"{ours}.outer_norm"] = f"{theirs}.output.LayerNorm"
    for ours, theirs in parts.items():
        names |= {f"{ours}.{end}": f"{theirs}.{end}" for end in ("weight", "bias")}
    return names


NAMES = _names()
