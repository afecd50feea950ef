from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.difference import Difference, difference
from tests.taxonomy.made import Said, opened

TIG, MIG = Said("tig", "TIG welding"), Said("mig", "MIG welding")


@pytest.fixture
def differ(tmp_path: Path):
    def differ(old: list[Said], new: list[Said]) -> Difference:
        return difference(opened(tmp_path, "1", *old), opened(tmp_path, "2", *new))

    return differ


def uris(changes):
    return [(one.old.concept.uri, one.new.concept.uri) for one in changes]


def gone_and_new(found):
    return [one.concept.uri for one in found.removed], [one.concept.uri for one in found.added]


def test_equal_versions_do_not_differ(differ):
    assert differ([TIG, MIG], [MIG, TIG]) == Difference()


def test_what_has_gone_and_what_has_come_is_told(differ):
    assert gone_and_new(differ([TIG], [MIG])) == (["tig"], ["mig"])


def test_another_label_is_told_with_both_labels(differ):
    (one,) = differ([TIG], [Said("tig", "heliarc welding")]).relabelled
    assert (one.old.concept.label, one.new.concept.label) == ("TIG welding", "heliarc welding")
    assert (one.old.concept.version, one.new.concept.version) == ("1", "2")


def test_a_group_that_became_a_skill_is_gone_as_a_group_and_new_as_a_skill(differ):
    found = differ([Said("x", "Safety", "group")], [Said("x", "Safety")])
    assert uris(found.retyped) == [("x", "x")]
    assert gone_and_new(found.of("group")) == (["x"], [])
    assert gone_and_new(found.of("skill")) == ([], ["x"])


def test_another_type_of_the_same_kind_is_no_coming_or_going(differ):
    found = differ([Said("x", "Safety", type="skill")], [Said("x", "Safety", type="knowledge")])
    assert (uris(found.retyped), *gone_and_new(found)) == ([("x", "x")], [], [])


def test_an_equal_code_tells_that_an_address_was_replaced(differ):
    found = differ([Said("old", "A", "group", code="S1")], [Said("new", "A", "group", code="S1")])
    assert uris(found.recoded) == [("old", "new")]
    assert found.heir(Concept("esco", "old", "A", "1")) == Concept("esco", "new", "A", "2")
    assert found.heir(Concept("esco", "new", "A", "1")) is None


def test_an_empty_code_links_nothing(differ):
    assert differ([Said("old", "A", "group")], [Said("new", "A", "group")]).recoded == ()


def test_a_code_that_several_have_links_nothing(differ):
    old = [Said("a", "A", "unit", code="1"), Said("b", "B", "unit", code="1")]
    assert differ(old, [Said("c", "C", "unit", code="1")]).recoded == ()


def test_a_code_of_another_kind_links_nothing(differ):
    assert differ([Said("a", "A", "group", code="1")], [Said("b", "A", code="1")]).recoded == ()


def test_who_has_another_parent_has_moved(differ):
    groups = [Said("g", "G", "group"), Said("h", "H", "group")]
    found = differ([*groups, Said("x", "X", under=("g",))], [*groups, Said("x", "X", under=("h",))])
    assert uris(found.moved) == [("x", "x")]


def test_whose_parent_only_has_another_address_has_not_moved(differ):
    old = [Said("g", "G", "group", code="S1"), Said("x", "X", under=("g",))]
    new = [Said("h", "G", "group", code="S1"), Said("x", "X", under=("h",))]
    assert differ(old, new).moved == ()


def test_other_further_names_are_told_and_another_order_is_none(differ):
    old = [Said("x", "X", names=("one", "two")), Said("y", "Y", names=("one",))]
    new = [Said("x", "X", names=("two", "one")), Said("y", "Y", names=("three",))]
    assert uris(differ(old, new).renamed) == [("y", "y")]


SAID = st.builds(Said, st.sampled_from("abcd"), st.sampled_from(["P", "Q"]))
VERSIONS = st.lists(SAID, max_size=4, unique_by=lambda one: one.uri)


@given(old=VERSIONS, new=VERSIONS)
def test_taking_away_what_has_gone_and_adding_what_has_come_gives_the_new_version(
    tmp_path_factory, old, new
):
    place = tmp_path_factory.mktemp("versions")
    found = difference(opened(place, "1", *old), opened(place, "2", *new))
    gone, come = gone_and_new(found)
    assert {one.uri for one in old} - set(gone) | set(come) == {one.uri for one in new}
    labels = {one.uri: one.label for one in old} | {
        one.new.concept.uri: one.new.concept.label for one in found.relabelled
    }
    assert all(labels[one.uri] == one.label for one in new if one.uri not in come)
