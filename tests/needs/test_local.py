from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needs.concept import Concept
from needs.local import LocalName, bare, is_own, key_of, own_concept

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the Mazak", "Mazak"),
        ("Our  five axis", "five axis"),
        ("theory", "theory"),
        ("the", "the"),
        ("the our Mazak", "Mazak"),
    ],
)
def test_words_are_looked_for_without_their_article(words: str, said: str) -> None:
    assert bare(words) == said


def test_the_same_words_have_one_key_however_they_are_written() -> None:
    assert key_of("the  MAZAK") == key_of("Mazak") == "mazak"


def test_the_same_label_gives_the_same_concept_and_another_one_does_not() -> None:
    assert own_concept(3, "skill", "Run the  Mazak") == own_concept(3, "skill", "Run the Mazak")
    assert own_concept(3, "skill", "C++").uri != own_concept(3, "skill", "C").uri
    assert own_concept(3, "skill", "C++").uri != own_concept(4, "skill", "C++").uri
    assert own_concept(3, "skill", "C++").uri != own_concept(3, "credential", "C++").uri


def test_concepts_of_the_starter_are_not_a_partnerships_own() -> None:
    assert is_own(own_concept(3, "skill", "Run the Mazak"))
    assert not is_own(Concept("local", "local:skill/lockout", "Lockout/tagout", "2"))


def test_only_the_label_founds_a_concept() -> None:
    own = own_concept(3, "skill", "Run the Mazak")
    assert LocalName(1, "skill", "run the Mazak", own, NOW).founds
    assert not LocalName(2, "skill", "Mazak", own, NOW).founds
    known = Concept("esco", "esco:cnc", "Mazak", "1.1.1")
    assert not LocalName(3, "skill", "Mazak", known, NOW).founds


@given(st.text(), st.text())
def test_two_labels_share_a_concept_only_where_they_share_their_key(one: str, other: str) -> None:
    same = own_concept(1, "skill", one).uri == own_concept(1, "skill", other).uri
    assert same == (key_of(one) == key_of(other))
