"""Sentences whose skills are known."""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


class SetUnusable(ValueError):
    """A set of sentences cannot be used."""


@dataclass(frozen=True)
class Sentence:
    """A text and the URIs of the skills that it asks for."""

    text: str
    gold: frozenset[str]


@dataclass(frozen=True)
class Sentences:
    """A named set of sentences."""

    name: str
    all: tuple[Sentence, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the texts."""
        return tuple(one.text for one in self.all)


def read_sets(paths: Iterable[Path], most: int | None = None) -> list[Sentences]:
    """Read the sentences of some files, set by set; those without a skill are left out.

    With ``most``, that many of each set are drawn, the same ones every time.
    """
    found: dict[str, list[Sentence]] = {}
    for path in paths:
        of_file: dict[str, list[Sentence]] = {}
        for name, sentence in _read(path):
            of_file.setdefault(name, []).append(sentence)
        if not of_file:
            raise SetUnusable(f"{path}: no sentence in it has a skill.")
        for name, some in of_file.items():
            found[f"{name}, {path.stem}" if name in found else name] = some
    return [Sentences(name, tuple(_drawn(some, most))) for name, some in found.items()]


def _read(path: Path) -> Iterable[tuple[str, Sentence]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        row = json.loads(line) if line.strip() else {}
        if row.get("labels") and not row.get("uris"):
            raise SetUnusable(f"{path}, line {number}: it has labels, but no URIs.")
        if row.get("uris"):
            name = " ".join(filter(None, (row.get("set"), row.get("split")))) or path.stem
            yield name, Sentence(row["text"], frozenset(row["uris"]))


def _drawn(some: Sequence[Sentence], most: int | None) -> Sequence[Sentence]:
    if most is None or most >= len(some):
        return some
    return [some[place] for place in sorted(random.Random(0).sample(range(len(some)), most))]
