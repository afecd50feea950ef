import pytest

from needs.concept import Concept
from needs.ledger import Entry
from signals.cell import Cell
from signals.fresh import look_at
from signals.rules import Rules
from signals.standing import differing, stands

RULES = Rules()


def cell(contributors, kind="occupation"):
    return Cell("key", kind, Concept("onet", "1", "Welders", "1"), None, contributors)


def hiring(groups, each=4):
    return {group: (each, each) for group in groups}


def stood(before, now):
    return stands(look_at(cell(before), RULES), cell(now) if now else None, RULES)


def test_a_group_differs_that_came_went_or_said_another_number():
    before, now = {"a": (1, 1), "b": (1, 1), "c": (1, 1)}, {"a": (1, 1), "b": (2, 2), "d": (1, 1)}
    assert differing(now, before) == {"b", "c", "d"}


@pytest.mark.parametrize(
    ("now", "stand"), [("abcde", True), ("abcdefg", True), ("cdefg", False), ("abcdefgh", False)]
)
def test_a_published_number_stands_until_three_groups_have_changed(now, stand):
    assert stood(hiring("abcde"), hiring(now)) is stand


def test_a_hidden_number_is_looked_at_again_as_soon_as_anything_changes():
    assert stood(hiring("ab"), hiring("ab"))
    assert not stood(hiring("ab"), hiring("abc"))


def test_a_cell_that_has_gone_does_not_stand():
    assert not stood(hiring("abcde"), None)
    assert stands(Entry("key", {}, None), None, RULES)


def test_openings_stand_if_their_growth_is_the_doing_of_one_group():
    before = hiring("abcdefgh", each=40)
    quiet = {"x": (0, 0), "y": (0, 0)}
    assert stood(before, before | quiet | {"z": (50, 50)})
    assert stood(before, before | {"x": (1, 1), "y": (1, 1), "z": (50, 50)})
    assert not stood(before, before | hiring("xyz", each=40))


def test_openings_stand_if_fewer_moved_them_than_a_stricter_threshold_asks():
    strict = Rules(threshold=5)
    before, quiet = hiring("abcdefgh", each=40), hiring("xy", each=0)
    now = cell(before | quiet | hiring("uvw", each=40))
    assert stands(look_at(cell(before), strict), now, strict)
    more = cell(before | quiet | hiring("tuvws", each=40))
    assert not stands(look_at(cell(before), strict), more, strict)


def test_newcomers_without_openings_move_the_number_of_employers_alone():
    before = hiring("abcde")
    assert not stood(before, before | hiring("xyz", each=0))


def test_one_newcomer_is_not_told_among_others_who_only_changed_their_openings():
    before = hiring("abcde")
    assert stood(before, before | hiring("abcx", each=9))
    assert not stood(before, before | hiring("abc", each=5))
