import numpy as np
import pytest

from benchmarks.linking.measures import DRAWS, estimates, measured


@pytest.mark.parametrize(
    ("gold", "ranked", "scores"),
    [
        ("a", "abc", [1, 1, 1, 1]),
        ("a", "bca", [0, 1, 1, 1 / 3]),
        ("ab", "xay", [0, 1 / 2, 1 / 2, 1 / 2]),
        ("abcdef", "abcdexyf", [1, 1, 1, 1]),
        ("abcdef", "xxxxxa", [0, 0, 1 / 6, 1 / 6]),
        ("a", "", [0, 0, 0, 0]),
    ],
)
def test_rankings_are_measured_by_what_could_be_found(gold, ranked, scores):
    assert measured(set(gold), list(ranked)) == pytest.approx(scores)


def test_an_interval_lies_around_its_mean():
    scores = np.random.default_rng(1).random((200, 4))
    one = estimates([scores])[0][0]
    assert one.mean == pytest.approx(scores[:, 0].mean())
    assert one.low < one.mean < one.high
    assert one.high - one.low == pytest.approx(4 * np.sqrt(1 / 12 / 200), rel=0.15)


def test_a_small_but_steady_gain_is_told_apart_though_the_intervals_overlap():
    first = np.random.default_rng(1).random((200, 4))
    ours, better, shuffled = estimates([first, first + 0.01, first[::-1] + 0.01])
    assert better[0].low < ours[0].high
    assert better[0].differs
    assert not shuffled[0].differs
    assert not ours[0].differs


def test_the_same_scores_have_the_same_intervals():
    scores = np.random.default_rng(1).random((50, 4))
    assert estimates([scores]) == estimates([scores])
    assert DRAWS >= 1000
