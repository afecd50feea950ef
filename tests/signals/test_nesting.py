import pytest

from needs.concept import Concept
from needs.ledger import Entry
from needs.signal import Signal
from signals.nesting import withhold_nested


def entry(key, groups, concept="weld", told=True):
    signal = Signal("skill", Concept("esco", concept, concept, "1"), len(groups))
    return Entry(key, {group: (1, 1) for group in groups}, signal if told else None)


def told(fresh, public=()):
    decided = withhold_nested(fresh, public, threshold=3)
    return {key for key, one in decided.items() if one.signal}


@pytest.mark.parametrize(
    ("wide", "kept"),
    [("abc", {"all", "jobs"}), ("abcd", {"all"}), ("abcde", {"all"}), ("abcdef", {"all", "jobs"})],
)
def test_the_narrower_gives_way_if_too_few_are_between(wide, kept):
    assert told([entry("jobs", "abc"), entry("all", wide)]) == kept


def test_two_narrow_ones_are_compared_too():
    narrow = [entry("welders", "abc"), entry("fitters", "abcd")]
    assert told([*narrow, entry("all", "abcdefgh")]) == {"fitters", "all"}


def test_another_skill_is_no_neighbour():
    assert told([entry("jobs", "abc", "cut"), entry("all", "abcd")]) == {"jobs", "all"}


def test_what_is_hidden_hides_nothing_else():
    assert told([entry("jobs", "abc"), entry("all", "abcd", told=False)]) == {"jobs"}


def test_a_wider_one_gives_way_to_what_is_public_already():
    assert told([entry("all", "abcd")], public=[entry("jobs", "abc")]) == set()


def test_a_narrow_one_gives_way_to_what_was_public_once():
    fresh = [entry("jobs", "abcdef"), entry("all", "abcdefghij")]
    assert told(fresh, public=[entry("all", "abcdefg")]) == {"all"}
