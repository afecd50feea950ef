"""Where the texts of a training come from: each source is a draw from a pair of dice."""

import csv
import json
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np

from training.advertisements import Pair, advertisement, described, joined
from training.corpus import Corpus

Draw: TypeAlias = Callable[[random.Random], Pair | None]
DATA = Path(__file__).parent / "data"
ESCO = "http://data.europa.eu/esco/skill/"
JOINED, SMALL = 0.25, 0.15  # how often a sentence has company, and how often it is in lower case
LISTED = (0.6, 0.25, 0.15)  # how often one, two and three phrases stand together
SHORTEST, LONGEST = 3, 14  # words of what is put beside a sentence as noise


def from_sentences(corpus: Corpus) -> Draw:
    """Draw from the sentences that were written for single skills and for several."""
    pairs = read_written(DATA / "sentences.tsv", corpus.places)

    def draw(dice: random.Random) -> Pair:
        one = dice.choice(pairs)
        if len(one.skills) == 1 and dice.random() < JOINED:
            return joined([one, dice.choice(pairs)], dice)
        return Pair(one.text.lower(), one.skills) if dice.random() < SMALL else one

    return draw


def from_sayings(corpus: Corpus, sayings: Mapping[str, Sequence[str]]) -> Draw:
    """Draw from what employers say of a skill, one to three sayings at once."""
    places = corpus.places
    pairs = [
        Pair(text, (places[uri],))
        for uri, said in sayings.items()
        if uri in places
        for text in said
    ]

    def draw(dice: random.Random) -> Pair:
        some = dice.sample(pairs, dice.choices((1, 2, 3), LISTED)[0])
        text = dice.choice((", ", " and ", "; ", ", ")).join(one.text for one in some)
        return Pair(text, tuple(dict.fromkeys(skill for one in some for skill in one.skills)))

    return draw


def from_frames(corpus: Corpus, noise: Sequence[str]) -> Draw:
    """Draw sentences that are put together from names and frames."""
    return lambda dice: advertisement(corpus, noise, dice)


def from_descriptions(corpus: Corpus) -> Draw:
    """Draw the beginnings of skills' descriptions."""
    pick = _picking(corpus)

    def draw(dice: random.Random) -> Pair | None:
        place = pick(dice)
        return described(corpus.skills[place], place, dice)

    return draw


def from_names(corpus: Corpus) -> Draw:
    """Draw the names of skills."""
    pick = _picking(corpus)

    def draw(dice: random.Random) -> Pair:
        place = pick(dice)
        return Pair(dice.choice(corpus.skills[place].names), (place,))

    return draw


def from_skillskape(path: Path, corpus: Corpus) -> Draw:
    """Draw from sentences with the URIs of their skills (SkillSkape's training split)."""
    places = corpus.places
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    known = ((row["text"], [places[uri] for uri in row["uris"] if uri in places]) for row in rows)
    pairs = [Pair(text, tuple(skills)) for text, skills in known if skills]
    return lambda dice: dice.choice(pairs)


def noise_of(skillspan: Path) -> list[str]:
    """Return fragments of advertisements that name no skill (SkillSpan's training split)."""
    rows = [json.loads(line) for line in skillspan.read_text(encoding="utf-8").splitlines()]
    return [
        " ".join(row["tokens"])
        for row in rows
        if SHORTEST <= len(row["tokens"]) <= LONGEST
        and {*row["tags_skill"], *row["tags_knowledge"]} == {"O"}
    ]


def read_written(path: Path, places: Mapping[str, int]) -> list[Pair]:
    """Read lines of identifiers, a tab and a sentence; skills that are gone are left out."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    uris = ([f"{ESCO}{one}" for one in ids.split(",")] for ids, _ in rows)
    known = (tuple(places[uri] for uri in some if uri in places) for some in uris)
    return [Pair(text, skills) for skills, (_, text) in zip(known, rows, strict=True) if skills]


def _picking(corpus: Corpus) -> Callable[[random.Random], int]:
    """Return what picks a skill: half the time any, half the time one that is much wanted."""
    wanted = np.sqrt([skill.popularity + 1.0 for skill in corpus.skills])
    up_to = np.cumsum(wanted) / wanted.sum()

    def pick(dice: random.Random) -> int:
        if dice.random() < 0.5:
            return dice.randrange(len(corpus.skills))
        return int(np.searchsorted(up_to, dice.random()))

    return pick
