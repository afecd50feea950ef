import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.matching.fusion import Fusion, fusion
from taxonomy.matching.lanes import PHRASE_LANES, TEXT_LANES

LANES = {"texts": TEXT_LANES, "phrases": PHRASE_LANES}
MOST = 1.5  # no lane says more, for or against


@pytest.mark.parametrize("of", LANES)
def test_there_is_one_weight_for_each_lane(of: str) -> None:
    known = fusion(of)
    assert known.weights.shape == (len(LANES[of]),)
    assert np.isfinite([*known.weights, known.steep, known.middle]).all()
    assert known.steep > 0


@pytest.mark.parametrize("of", LANES)
@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_whatever_the_lanes_say_it_is_a_probability(of: str, seed: int) -> None:
    wide = len(LANES[of])
    drawn = np.random.default_rng(seed).uniform(-MOST, MOST, (30, wide)).astype(np.float32)
    ends = np.array([[-MOST] * wide, [MOST] * wide, [0] * wide], np.float32)
    scores = fusion(of).scores(np.concatenate([drawn, ends]))
    assert scores.dtype == np.float64
    assert ((scores >= 0) & (scores <= 1)).all()


@pytest.mark.parametrize("of", LANES)
@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), more=st.floats(0.001, 1))
def test_more_in_a_lane_moves_the_score_as_its_weight_says(of: str, seed: int, more: float) -> None:
    known = fusion(of)
    lanes = np.random.default_rng(seed).uniform(-1, 1, (1, len(LANES[of])))
    before = known.scores(lanes)[0]
    for place, weight in enumerate(known.weights):
        raised = lanes.copy()
        raised[0, place] += more
        assert (known.scores(raised)[0] - before) * np.sign(weight) >= 0


def test_scores_are_ordered_as_the_sums_of_lanes() -> None:
    lanes = np.random.default_rng(1).uniform(-1, 1, (200, 3))
    known = Fusion(np.array([2.0, 0.5, 1.0]), 3.0, 0.4)
    sums = lanes @ known.weights
    assert np.argsort(known.scores(lanes)).tolist() == np.argsort(sums).tolist()
    assert known.scores(np.array([[0.2, 0.0, 0.0]]))[0] == pytest.approx(0.5)


def test_nothing_seen_has_no_scores() -> None:
    assert fusion("texts").scores(np.zeros((0, len(TEXT_LANES)))).shape == (0,)
