from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from needs.concept import Concept
from needs.succession import UNCHANGED, Heirs, bare, identity


def concept(uri: str, version: str, label: str = "") -> Concept:
    return Concept("esco", uri, label or uri, version)


A1, A2, B2, C3 = concept("a", "1"), concept("a", "2"), concept("b", "2"), concept("c", "3")


def test_what_was_never_asked_about_stays() -> None:
    assert UNCHANGED.of(A1) == A1
    assert UNCHANGED.of(None) is None
    assert Heirs({identity(A1): B2}).of(A2) == A2, "another version is another concept"


def test_heirs_are_followed_over_versions() -> None:
    found = Heirs({identity(A1): B2, identity(B2): C3})
    assert found.of(A1) == C3
    assert found.path(A1) == [A1, B2, C3]


def test_a_concept_may_have_no_heir() -> None:
    assert Heirs({identity(A1): None}).of(A1) is None


def test_a_concept_that_was_kept_is_its_own_heir() -> None:
    assert Heirs({identity(A1): A1}).of(A1) == A1


def test_the_label_plays_no_part() -> None:
    assert Heirs({identity(A1): B2}).of(concept("a", "1", "another label")) == B2


SOME = st.sampled_from([concept(uri, version) for uri in "abc" for version in "12"])


@given(st.dictionaries(SOME.map(identity), st.none() | SOME), SOME)
def test_following_ends_whoever_inherits_from_whom_and_following_on_changes_nothing(
    settled: dict[tuple[str, str, str], Concept | None], one: Concept
) -> None:
    found = Heirs(settled)
    assert found.of(found.of(one)) == found.of(one)


def test_a_bare_code_is_called_what_it_was_called_when_it_was_asked_about() -> None:
    code = bare("51-4121.00")
    asked = replace(code, label="Welders")
    assert Heirs(called={identity(code): asked}).named(code) == asked
    assert UNCHANGED.named(code) is None
    assert UNCHANGED.named(A1) == A1
