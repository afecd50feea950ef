import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.encoding.encoded import Encoded, unit

PIECES = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=12)


def made(gaps: list[tuple[int, int]]) -> Encoded:
    """Make a text of pieces, each so far behind the one before and so long."""
    spans, at = [], 0
    for gap, length in gaps:
        spans.append((at + gap, at + gap + length))
        at += gap + length
    words = unit(np.eye(len(gaps), 12, dtype=np.float32) + np.float32(0.1))
    return Encoded(unit(np.ones(12)), words, np.array(spans, np.int32).reshape(-1, 2))


@given(PIECES, st.integers(0, 60), st.integers(1, 60))
def test_a_stretch_has_the_pieces_that_stand_in_it_and_no_others(
    gaps: list[tuple[int, int]], start: int, length: int
) -> None:
    text = made(gaps)
    inside = [
        place
        for place, (first, last) in enumerate(text.spans.tolist())
        if set(range(first, last)) & set(range(start, start + length))
    ]
    part = text.between(start, start + length)
    if part is None:
        assert not inside
        return
    assert part.spans.tolist() == [text.spans[place].tolist() for place in inside]
    assert np.array_equal(part.words, text.words[inside])
    assert np.allclose(part.mean, unit(text.words[inside].mean(axis=0)))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (50, 90), (90, 50)])
def test_where_nothing_stands_there_is_no_stretch(start: int, end: int) -> None:
    assert made([(0, 4), (1, 4)]).between(start, end) is None


def test_the_signs_of_an_encoder_are_in_no_stretch() -> None:
    signs = made([(0, 0), (0, 4), (0, 0)])
    part = signs.between(0, 4)
    assert part is not None
    assert part.spans.tolist() == [[0, 4]]


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=8))
def test_vectors_get_the_length_one_or_stay_nothing(cells: list[float]) -> None:
    found = unit(np.array([cells, [0.0] * len(cells)], np.float32))
    assert found.dtype == np.float32
    assert np.isfinite(found).all()
    assert not found[1].any()
    if max(abs(one) for one in cells) > 1e-6:
        assert np.linalg.norm(found[0]) == pytest.approx(1, abs=1e-5)
