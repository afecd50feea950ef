from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.difference import difference
from taxonomy.succession import Passage, means_the_same
from tests.taxonomy.made import Said, opened

DATABASE = Concept("esco", "db", "maintain database", "1")


@pytest.fixture
def judge(tmp_path: Path):
    def judge(old: Said, *new: Said, kind="skill"):
        before, after = opened(tmp_path, "1", old), opened(tmp_path, "2", *new)
        passage = Passage(after, before, difference(before, after))
        return passage.judge(Concept("esco", old.uri, old.label, "1"), kind)

    return judge


def test_what_is_still_there_under_the_same_label_is_certain(judge):
    found = judge(Said("db", "maintain database"), Said("db", "maintain database"))
    assert found.heir == Concept("esco", "db", "maintain database", "2")
    assert (found.old.version, found.suggestions) == ("1", ())


def test_a_mended_label_is_certain(judge):
    assert judge(Said("x", "install radtors"), Said("x", "install radiators")).heir is not None


def test_another_label_may_be_another_meaning_and_is_open(judge):
    new = Said("db", "maintain freelance database")
    found = judge(Said("db", "maintain database"), new)
    assert found.heir is None
    (first, *_) = found.suggestions
    assert (first.concept.label, first.reason) == (new.label, "has kept its identity")


def test_what_has_gone_is_open_even_if_another_has_its_label(judge):
    found = judge(Said("a", "tend boilers"), Said("b", "tend boilers"))
    assert found.heir is None
    assert [one.concept.uri for one in found.suggestions] == ["b"]
    assert found.suggestions[0].reason == "has the same name"


def test_another_address_under_the_same_code_is_certain(judge):
    old, new = (Said(uri, "Welding", "group", code="S1") for uri in ("old", "new"))
    found = judge(old, new, kind="group")
    assert found.heir == Concept("esco", "new", "Welding", "2")


def test_what_became_a_group_is_open(judge):
    found = judge(Said("x", "digital safety"), Said("x", "digital safety", "group"))
    assert (found.heir, found.suggestions) == (None, ())


def test_without_the_index_of_its_version_a_stored_label_is_compared(tmp_path):
    new = opened(tmp_path, "2", Said("db", "maintain databases"), Said("w", "weld"))
    assert Passage(new).judge(DATABASE, "skill").heir == new.concept("esco", "db")
    other = Concept("esco", "w", "join metal", "1")
    assert Passage(new).judge(other, "skill").heir is None


def test_the_official_label_is_compared_and_not_the_stored_one(tmp_path):
    before, after = (opened(tmp_path, one, Said("w", "weld")) for one in ("1", "2"))
    found = Passage(after, before).judge(Concept("esco", "w", "Join metal with heat", "1"), "skill")
    assert found.heir == Concept("esco", "w", "weld", "2")
    assert found.old.label == "Join metal with heat"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Incremental development", "incremental development"),
        ("manage a team.", "manage team"),
        ("manufacturing of small parts", "manufacture of small parts"),
        ("think innovately", "think innovatively"),
    ],
)
def test_case_spelling_and_the_form_of_a_word_mean_the_same(old, new):
    assert means_the_same(old, new)
    assert means_the_same(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("maintain database", "maintain freelance database"),
        ("teach adults", "adults teach"),
        ("legal advice", "illegal advice"),
        ("hypothermia", "hyperthermia"),
        ("prescribe treatment", "proscribe treatment"),
        ("soluble coatings", "insoluble coatings"),
        ("Visual Studio 2010", "Visual Studio 2012"),
        ("C", "C++"),
        ("weld", ""),
    ],
)
def test_another_word_another_order_or_another_letter_may_mean_something_else(old, new):
    assert not means_the_same(old, new)
    assert not means_the_same(new, old)


@given(st.text(st.characters(max_codepoint=127)))
def test_every_label_means_the_same_in_capitals(label):
    assert means_the_same(label.upper(), label.lower())
