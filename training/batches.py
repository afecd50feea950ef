"""The batches of a training: texts from every source, and the names that they are held against."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.advertisements import Pair
from training.corpus import Corpus
from training.texts import Draw

LABEL = 0.6  # how often a skill stands under its label, not under another name
LONGEST_NAME = 12  # words


@dataclass(frozen=True)
class Batch:
    """Texts and names; ``wanted[i, j]`` is 1 where text i asks for the skill named j."""

    texts: list[str]
    names: list[str]
    wanted: NDArray[np.float32]


@dataclass(frozen=True)
class Sources:
    """The sources of texts, with the share that each of them has."""

    corpus: Corpus
    draws: Sequence[tuple[float, Draw]]

    def batch(self, size: int, further: int, dice: random.Random) -> Batch:
        """Return a batch with ``further`` names of skills that are taken at random."""
        shares = [share for share, _ in self.draws]
        chosen = dice.choices([draw for _, draw in self.draws], shares, k=size)
        pairs = [one for draw in chosen if (one := draw(dice))]
        others = (dice.randrange(len(self.corpus.skills)) for _ in range(further))
        skills = dict.fromkeys([*(skill for one in pairs for skill in one.skills), *others])
        return Batch(
            [one.text for one in pairs],
            [self._name(place, dice) for place in skills],
            _wanted(pairs, list(skills)),
        )

    def _name(self, place: int, dice: random.Random) -> str:
        names = self.corpus.skills[place].names
        name = names[0] if dice.random() < LABEL else dice.choice(names)
        return " ".join(name.split()[:LONGEST_NAME])


def _wanted(pairs: Sequence[Pair], skills: Sequence[int]) -> NDArray[np.float32]:
    column = {place: at for at, place in enumerate(skills)}
    wanted = np.zeros((len(pairs), len(skills)), np.float32)
    for row, one in enumerate(pairs):
        wanted[row, [column[place] for place in one.skills]] = 1
    return wanted
