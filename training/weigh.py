"""Choosing how the linker weighs its lanes, on validation data alone.

python -m training.weigh --home FOLDER --linking FOLDER --messages FILE

``--home`` has the official files imported; ``--messages`` are employers' answers with their skills.
Writes taxonomy/matching/weights.json, and says what the choice was made by.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.installation import Installation
from app.lexicon import lexicon
from extraction.reader import Reader
from needs.message import Message
from taxonomy.encoding.encoded import Encoded
from taxonomy.linker import Linker
from taxonomy.matching.fusion import WEIGHTS
from taxonomy.matching.lanes import Seen
from training.texts import DATA

SMALL = 0.002  # how much large weights cost
ROUNDS, RATE = 1500, 0.05
SKILLSKAPE = 400  # of its sentences, at half the weight of the other sets


@dataclass(frozen=True)
class Case:
    """The lanes (concepts, lanes) of a text, which concepts are right, and what the text counts."""

    lanes: NDArray[np.float32]
    right: NDArray[np.bool_]
    counts: float = 1.0


def main() -> None:
    """Choose the weights of texts and of phrases, and how likely their sums are right."""
    given = _arguments()
    installation = Installation.here(home=given.home)
    linker = installation.linker
    texts = list(_texts(linker, given.linking))
    phrases = list(_phrases(linker, Reader(lexicon(installation.concepts), linker.spot), given))
    chosen = {"texts": _chosen(texts, every=True), "phrases": _chosen(phrases, every=False)}
    WEIGHTS.write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(chosen, indent=1) + "\n")


def _chosen(cases: Sequence[Case], *, every: bool) -> dict[str, Any]:
    weights = _weights([one for one in cases if one.right.any()], every=every)
    best = np.array([(one.lanes @ weights).max() for one in cases])
    hit = np.array([one.right[np.argmax(one.lanes @ weights)] for one in cases])
    steep, middle = _calibrated(best, hit)
    return {"weights": [round(float(one), 3) for one in weights], "steep": steep, "middle": middle}


def _weights(cases: Sequence[Case], *, every: bool) -> NDArray[np.float64]:
    """Return the weights, none below nothing, under which the right concepts are likeliest.

    With ``every`` all right concepts of a text are wanted, otherwise any one of them.
    """
    raw = torch.ones(cases[0].lanes.shape[1], requires_grad=True)
    optimiser = torch.optim.Adam([raw], lr=RATE)
    table = [(torch.from_numpy(one.lanes), torch.from_numpy(one.right)) for one in cases]
    counts = torch.tensor([one.counts for one in cases])
    for _ in range(ROUNDS):
        weights = raw.clamp(min=0)
        losses = torch.stack([_loss(lanes @ weights, right, every) for lanes, right in table])
        loss = (losses * counts).sum() / counts.sum() + SMALL * (weights**2).sum()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return raw.detach().clamp(min=0).double().numpy()


def _loss(scores: Tensor, right: Tensor, every: bool) -> Tensor:
    wanted = scores[right]
    return torch.logsumexp(scores, 0) - (wanted.mean() if every else torch.logsumexp(wanted, 0))


def _calibrated(best: NDArray[np.float64], hit: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the slope and the middle of the curve from a sum to a probability (Platt's)."""
    line = torch.tensor([1.0, float(best.mean())], requires_grad=True)
    x, y = torch.from_numpy(best).float(), torch.from_numpy(hit).float()
    optimiser = torch.optim.LBFGS([line], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        said = line[0] * (x - line[1])
        loss = torch.nn.functional.binary_cross_entropy_with_logits(said, y)
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    return round(line[0].item(), 4), round(line[1].item(), 4)


def _texts(linker: Linker, linking: Path) -> Iterator[Case]:
    rows = {name: _rows(linking / f"{name}.jsonl") for name in ("tech_val_all", "house_val_all")}
    rows["skillskape"] = _some(_rows(linking / "skillskape_dev.jsonl"))
    for row in _rows(DATA / "validation.jsonl"):
        rows.setdefault(row["set"], []).append(row)
    for name, some in rows.items():
        counts = (0.5 if name == "skillskape" else 1.0) / len(some)
        for row in some:
            seen = linker.tables.skills.lanes.text(row["text"], linker.encoder.encode(row["text"]))
            yield _case(linker, seen, set(row["uris"]), counts)


def _phrases(linker: Linker, reader: Reader, given: argparse.Namespace) -> Iterator[Case]:
    """Yield each phrase that is read from a message, right where its words are in the gold."""
    for row in _rows(given.messages):
        text, at = row["text"], datetime.fromisoformat(row["today"])
        message = linker.encoder.encode(text)
        for fact in reader.read(Message(row["id"], "", text, at), tuple(row["asked"])).facts:
            if fact.slot == "role.skills" and fact.value:
                start, end = fact.evidence.start, fact.evidence.end  # type: ignore[union-attr]
                seen = _seen(linker, text, start, end, message)
                yield _case(linker, seen, _gold(row["skills"], text[start:end]))


def _seen(linker: Linker, text: str, start: int, end: int, message: Encoded) -> Seen:
    alone = linker.encoder.encode(text[start:end])
    there = message.between(start, end) or alone
    return linker.tables.skills.lanes.phrase(text[start:end], alone, there, message)


def _gold(skills: list[dict[str, Any]], phrase: str) -> set[str]:
    phrase = phrase.lower()
    near = [
        one for one in skills if one["quote"].lower() in phrase or phrase in one["quote"].lower()
    ]
    return {uri for one in near for uri in one["any_of"]}


def _case(linker: Linker, seen: Seen, gold: set[str], counts: float = 1.0) -> Case:
    roster = linker.tables.skills.roster
    right = np.array([roster[place].uri in gold for place in seen.places])
    return Case(seen.lanes, right, counts)


def _some(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    random.Random(1).shuffle(rows)
    return rows[:SKILLSKAPE]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _arguments() -> argparse.Namespace:
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--home", type=Path, required=True)
    given.add_argument("--linking", type=Path, required=True)
    given.add_argument("--messages", type=Path, required=True)
    return given.parse_args()


if __name__ == "__main__":
    main()
