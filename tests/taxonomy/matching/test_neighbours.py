"""The company of skills, against the same computed skill by skill."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.encoding.encoded import Vectors, unit
from taxonomy.matching.neighbours import Neighbours

SKILLS, WIDE = 7, 5
WANTED = st.lists(st.lists(st.integers(0, SKILLS - 1), unique=True, max_size=5), max_size=6)


def centres(seed: int) -> Vectors:
    return unit(np.random.default_rng(seed).normal(size=(SKILLS, WIDE)))


def places(wanted: Sequence[Sequence[int]]) -> list[np.ndarray]:
    return [np.array(one, np.int64) for one in wanted]


def company(skill: int, wanted: list[list[int]], vectors: Vectors) -> Vectors:
    """Return the mean, over the occupations that want a skill, of what they want beside it."""
    each = [
        np.mean([vectors[one] for one in skills if one != skill] or [np.zeros(WIDE)], axis=0)
        for skills in wanted
        if skill in skills
    ]
    return np.mean(each, axis=0)


@settings(max_examples=80)
@given(WANTED, st.integers(0, 20))
def test_company_is_as_one_would_compute_it_by_hand(wanted: list[list[int]], seed: int) -> None:
    vectors = centres(seed)
    found = Neighbours.of(vectors, places(wanted))
    known = sorted({skill for skills in wanted for skill in skills})
    said = {skill: company(skill, wanted, vectors) for skill in known}
    middle = np.mean(list(said.values()), axis=0) if known else np.zeros(WIDE)
    assert np.allclose(found.middle, middle, atol=1e-5)
    most = max([1, *(sum(skill in skills for skills in wanted) for skill in range(SKILLS))])
    for skill in range(SKILLS):
        often = sum(skill in skills for skills in wanted)
        assert found.wanted[skill] == pytest.approx(np.log1p(often) / np.log1p(most), abs=1e-6)
        apart = said[skill] - middle if skill in said else np.zeros(WIDE)
        if skill not in said:
            assert not found.vectors[skill].any()
        elif np.linalg.norm(apart) > 1e-3:
            assert np.allclose(found.vectors[skill], unit(apart), atol=1e-3)


@given(WANTED, st.integers(0, 20))
def test_nearness_is_a_cosine(wanted: list[list[int]], seed: int) -> None:
    found = Neighbours.of(centres(seed), places(wanted))
    near = found.near(centres(seed + 1)[0], np.arange(SKILLS))
    assert near.shape == (SKILLS,)
    assert (np.abs(near) <= 1 + 1e-5).all()
    part = np.array([3, 0])
    assert np.allclose(found.near(centres(seed + 1)[0], part), near[part], atol=1e-6)


def test_whose_company_a_text_is_like_is_nearest() -> None:
    vectors = np.eye(SKILLS, dtype=np.float32)
    found = Neighbours.of(vectors, places([[0, 1], [2, 3], [4, 5]]))
    near = found.near(vectors[1], np.arange(SKILLS))
    assert near.argmax() == 0
    assert near[6] == 0


@pytest.mark.parametrize("wanted", [[], [[]], [[], []]])
def test_where_no_occupation_is_known_nothing_is_said(wanted: list[list[int]]) -> None:
    found = Neighbours.of(centres(1), places(wanted))
    assert not found.vectors.any()
    assert not found.wanted.any()
    assert not found.near(centres(2)[0], np.arange(SKILLS)).any()


def test_no_skills_keep_no_company() -> None:
    found = Neighbours.of(np.zeros((0, WIDE), np.float32), [])
    assert found.vectors.shape == (0, WIDE)
    assert found.near(centres(1)[0], np.zeros(0, np.int64)).shape == (0,)
