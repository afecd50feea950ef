"""The vocabulary that ships and the linker together."""

import pytest

from taxonomy.index import Index
from taxonomy.linker import Linker


@pytest.mark.parametrize("start", range(2))
def test_a_known_phrase_finds_its_own_skill(
    starter_index: Index, starter_linker: Linker, start: int
) -> None:
    some = starter_index.named("skill")[start::12]
    assert [name.text for name in some if starter_linker.skill(name.text) != name.concept] == []


def test_a_known_title_finds_its_own_occupation(
    starter_index: Index, starter_linker: Linker
) -> None:
    for name in starter_index.named("occupation")[::6]:
        found = [one.concept for one in starter_linker.occupations(name.text)]
        assert name.concept in found, name.text


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("reads blueprints", "blueprint"),
        ("heliarc", "tig"),
        ("lockout/tagout", "lockout"),
        ("good communicator", "communicat"),
    ],
)
def test_employers_own_words_find_a_skill(starter_linker: Linker, phrase: str, meant: str) -> None:
    concept = starter_linker.skill(phrase)
    assert concept
    assert meant in concept.label.casefold()


@pytest.mark.parametrize(
    "phrase",
    [
        "lol no idea",
        "the state changed the ratio rules again",
        "we are family owned",
        "call me tomorrow",
        "quantum field theory",
        "asdkjh qwe",
        "between 15 and 20",
        "what do you mean",
    ],
)
def test_chatter_finds_no_skill(starter_linker: Linker, phrase: str) -> None:
    assert starter_linker.skill(phrase) is None


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("CNC machinists, 2nd shift", "51-4041.00"),
        ("MIG welder", "51-4121.00"),
        ("maint techs", "49-9041.00"),
        ("CNAs - nights", "31-1131.00"),
        ("RN (med/surg)", "29-1141.00"),
    ],
)
def test_employers_own_titles_find_an_occupation(
    starter_linker: Linker, title: str, code: str
) -> None:
    assert code in [one.concept.uri for one in starter_linker.occupations(title)]
