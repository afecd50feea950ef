import pytest

from needs.answers import Quantity
from signals.fresh import look_at
from signals.rules import Rules
from signals.summarise import summarise

RULES = Rules()


def signal_of(needs):
    [cell] = summarise(needs)
    return look_at(cell, RULES).signal


@pytest.mark.parametrize(("groups", "told"), [(2, None), (3, 3), (4, 3), (5, 6), (13, 12)])
def test_enough_employers_are_told_in_round_numbers(say, groups, told):
    signal = signal_of([say(f"g{n}") for n in range(groups)])
    assert (signal and signal.employers) == told


def test_openings_keep_their_range_rounded(say):
    signal = signal_of([say(f"g{n}", hires=(2, 4)) for n in range(6)])
    assert signal.openings == Quantity(10, 25, approx=True)


def test_openings_need_five_groups_that_hire(say):
    hiring = [say(f"g{n}", hires=(2, 4)) for n in range(4)]
    signal = signal_of([*hiring, say("silent"), say("none", hires=(0, 0))])
    assert (signal.employers, signal.openings) == (6, None)


@pytest.mark.parametrize("giants", [(500, 500), (1, 500)])
def test_openings_that_one_group_makes_up_are_not_told(say, giants):
    small = [say(f"g{n}", hires=(1, 1)) for n in range(5)]
    assert signal_of([*small, say("giant", hires=giants)]).openings is None


def test_a_lowest_number_that_one_group_makes_up_is_not_told_either(say):
    vague = [say(f"g{n}", hires=(0, 30)) for n in range(5)]
    assert signal_of([*vague, say("exact", hires=(30, 30))]).openings is None
