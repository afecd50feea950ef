from hypothesis import given
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.roster import Roster
from taxonomy.texts import Lookup, Texts

texts = st.lists(st.text(st.characters(codec=None), max_size=20), max_size=8)


@given(texts)
def test_texts_are_given_back_as_they_were(kept: list[str]) -> None:
    held = Texts.of(kept)
    assert [held[place] for place in range(len(held))] == kept


@given(texts, st.text(max_size=3))
def test_a_text_is_found_wherever_it_stands(kept: list[str], other: str) -> None:
    lookup = Lookup.of(kept)
    for text in [*kept, other]:
        assert lookup[text].tolist() == [at for at, one in enumerate(kept) if one == text]


def test_a_lookup_gives_the_numbers_that_it_was_given() -> None:
    assert Lookup.of(["a", "b", "a"], [7, 8, 9])["a"].tolist() == [7, 9]


def test_concepts_are_made_again_when_asked_for() -> None:
    known = [Concept("esco", "u", "Weld", "1"), Concept("local", "", "é 日本", "2")]
    roster = Roster.of(known)
    assert [roster[place] for place in range(len(roster))] == known
