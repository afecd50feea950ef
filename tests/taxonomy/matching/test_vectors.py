from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.encoding.encoded import Encoded, Vectors, unit
from taxonomy.encoding.local import LocalEncoder
from taxonomy.matching.vectors import SHARPNESS, NameVectors, heard

WIDE = 6
NAMES = [f"name {number}" for number in range(9)]


class Made:
    """An encoder whose vectors are made up, one for each text."""

    mark = "made"

    def encode(self, text: str) -> Encoded:
        mean = self.means([text], lambda _: None)[0]
        return Encoded(mean, mean[None, :], np.array([[0, len(text)]], np.int32))

    def means(self, texts: Sequence[str], step: Callable[[int], None]) -> Vectors:
        step(len(texts))
        rows = [np.random.default_rng(sum(map(ord, text))).normal(size=WIDE) for text in texts]
        return unit(np.array(rows).reshape(-1, WIDE))


def held(firsts: list[int], names: list[str] = NAMES) -> NameVectors:
    return NameVectors.of(names, np.array(firsts, np.int64), Made(), lambda _: None)


@pytest.mark.parametrize("firsts", [[0, 9], [0, 1, 9], [0, 4, 5, 9], list(range(10))])
def test_each_concept_has_its_labels_vector_and_the_middle_of_its_names(firsts: list[int]) -> None:
    found, means = held(firsts), Made().means(NAMES, lambda _: None)
    assert np.array_equal(found.labels, means[firsts[:-1]])
    for centre, (first, last) in zip(found.centres, pairwise(firsts), strict=True):
        assert np.allclose(centre, unit(means[first:last].mean(axis=0)), atol=1e-5)


def test_the_vectors_of_names_are_kept_well_enough() -> None:
    found, means = held([0, 4, 9]), Made().means(NAMES, lambda _: None)
    rows = np.array([8, 0, 3, 3])
    assert found.of_names(rows).dtype == np.float32
    assert np.abs(found.of_names(rows) - means[rows]).max() <= np.abs(means).max() / 254 + 1e-6


def test_no_names_have_no_vectors(encoder: LocalEncoder) -> None:
    for one in (Made(), encoder):
        none = NameVectors.of([], np.array([0]), one, lambda _: None)
        assert len(none.labels) == len(none.centres) == len(none.names) == len(none.sizes) == 0


def test_who_waits_hears_of_every_name() -> None:
    done: list[int] = []
    NameVectors.of(NAMES, np.array([0, 9]), Made(), done.append)
    assert sum(done) == len(NAMES)


@settings(max_examples=50)
@given(st.integers(1, 6), st.integers(1, 5), st.integers(0, 1000))
def test_a_name_listens_to_the_words_it_is_about(words: int, names: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    said, known = unit(draw.normal(size=(words, WIDE))), unit(draw.normal(size=(names, WIDE)))
    text = Encoded(said[0], said, np.zeros((words, 2), np.int32))
    found = heard(text, known)
    assert found.dtype == np.float32
    for one, name in zip(found, known, strict=True):
        alike = np.array([float(name @ word) for word in said])
        weight = np.exp(SHARPNESS * alike)
        assert one == pytest.approx(float((weight * alike).sum() / weight.sum()), abs=1e-4)
        assert alike.min() - 1e-5 <= one <= alike.max() + 1e-5


def test_opposite_vectors_are_heard_as_well() -> None:
    name = np.eye(WIDE, dtype=np.float32)[:1]
    text = Encoded(-name[0], -name, np.zeros((1, 2), np.int32))
    assert heard(text, name) == pytest.approx([-1.0])
