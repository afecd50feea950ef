"""What speaks for each of the likeliest concepts of a text: one number a lane."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from taxonomy.encoding.encoded import Encoded, Vectors
from taxonomy.features import Ints, letter_runs, whole_words
from taxonomy.matching.letters import Letters
from taxonomy.matching.neighbours import Neighbours
from taxonomy.matching.vectors import NameVectors, heard
from taxonomy.words import literal, plain

TEXT_LANES = (
    "label",  # cosine of the text and the label
    "label_heard",  # the same, the label listening to the words it is about
    "centre",  # cosine of the text and the mean of all names
    "name",  # cosine of the text and the likeliest name
    "name_heard",  # the same, the name listening
    "letters",  # letters shared with the likeliest name
    "label_letters",  # letters shared with the label
    "covered",  # part of a name's words that stand in the text
    "wanted",  # in how many occupations the skill is wanted, as a logarithm
    "neighbours",  # cosine of the text and the skills that are wanted beside this one
)
PHRASE_LANES = (
    *TEXT_LANES[:-1],
    "there_label",  # the phrase as it stands in its message, and the label
    "there_heard",
    "there_centre",
    "there_name",
    "message_centre",  # the whole message
    "message_neighbours",
)
Lane: TypeAlias = NDArray[np.floating[Any]]
LIKELY, NAMED = 320, 80  # concepts looked at closely: for their meaning, for their words
WIDER = 4  # times as many are listened to before


@dataclass(frozen=True)
class Seen:
    """The likeliest concepts of a text, and a row of lanes for each."""

    places: Ints
    lanes: Vectors


@dataclass(frozen=True)
class Lanes:
    """Looks at a text from several sides at once."""

    vectors: NameVectors
    letters: Letters
    neighbours: Neighbours

    def text(self, text: str, encoded: Encoded, top: int = 0) -> Seen:
        """Look at a whole text; ``top`` concepts or more are seen."""
        places, lanes, _, _ = self._alone(text, encoded, top)
        near = self.neighbours.near(encoded.mean, places)
        return Seen(places, _table([*lanes, near]))

    def phrase(self, phrase: str, alone: Encoded, there: Encoded, message: Encoded) -> Seen:
        """Look at a phrase: alone, as it stands in its message, and at the message around it."""
        places, lanes, named, starts = self._alone(phrase, alone, 0)
        labels, centres = self.vectors.labels[places], self.vectors.centres[places]
        around: list[Lane] = [
            labels @ there.mean,
            heard(there, labels),
            centres @ there.mean,
            np.maximum.reduceat(named @ there.mean, starts),
            centres @ message.mean,
            self.neighbours.near(message.mean, places),
        ]
        return Seen(places, _table([*lanes, *around]))

    def _alone(
        self, text: str, encoded: Encoded, top: int
    ) -> tuple[Ints, list[Lane], Vectors, Ints]:
        """Return the likeliest concepts, their lanes, and their names: vectors and beginnings."""
        said = literal(text)
        places = self._likely(encoded, said, max(top, LIKELY))
        rows, starts = self._names(places)
        named = self.vectors.of_names(rows)
        labels, centres = self.vectors.labels[places], self.vectors.centres[places]
        lanes: list[Lane] = [
            labels @ encoded.mean,
            heard(encoded, labels),
            centres @ encoded.mean,
            np.maximum.reduceat(named @ encoded.mean, starts),
            np.maximum.reduceat(heard(encoded, named), starts),
            *self._spelt(said, rows, starts),
            self.neighbours.wanted[places],
        ]
        return places, lanes, named, starts

    def _spelt(self, said: str, rows: Ints, starts: Ints) -> list[Lane]:
        stems = plain(said)
        runs, words = self.letters.runs, self.letters.words
        letters = runs.cosine(rows, runs.text(letter_runs([stems])))
        covered = words.covered(rows, words.text(whole_words([stems])))
        best = np.maximum.reduceat
        return [best(letters, starts), letters[starts], best(covered, starts)]

    def _likely(self, encoded: Encoded, said: str, most: int) -> Ints:
        """Return the concepts to look at closely."""
        scores = self.vectors.labels @ encoded.mean + self.vectors.centres @ encoded.mean
        near = _best(scores, most * WIDER)
        listened = scores[near] + heard(encoded, self.vectors.labels[near])
        likely = near[_best(listened, most)]
        names = self.letters.named(said)
        owners = np.searchsorted(self.vectors.firsts, names, "right") - 1
        found, often = np.unique(owners, return_counts=True)
        named = found[np.argsort(-often - scores[found] / 4, kind="stable")[:NAMED]]
        return np.unique(np.concatenate([likely, named]))

    def _names(self, places: Ints) -> tuple[Ints, Ints]:
        """Return the names of some concepts, and where each one's begin among them."""
        firsts = self.vectors.firsts
        many = firsts[places + 1] - firsts[places]
        ends = np.cumsum(many)
        starts = ends - many
        return np.repeat(firsts[places] - starts, many) + np.arange(ends[-1]), starts


def _best(scores: Vectors, most: int) -> Ints:
    """Return the places of the highest scores, in no order."""
    count = min(most, len(scores))
    return np.argpartition(-scores, count - 1)[:count]


def _table(lanes: list[Lane]) -> Vectors:
    return np.stack(lanes, axis=1).astype(np.float32)
