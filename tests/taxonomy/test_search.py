from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.draft import Draft, Entry, drafting, finish
from taxonomy.edition import About, Edition, Kind
from taxonomy.index import Index
from taxonomy.search import search


def write(draft: Draft, kind: Kind, uri: str, names: list[str], code: str = "") -> None:
    concept = Concept("esco", uri, names[0], "9")
    draft.add(Entry(kind, concept, code), {"alt": names[1:]})


@pytest.fixture
def both(index: Index, tmp_path: Path) -> Iterator[Concepts]:
    with drafting(tmp_path / "esco.db") as draft:
        write(draft, "skill", "http://data.europa.eu/esco/skill/aaa", ["weld metal", "MIG welding"])
        write(draft, "skill", "s2", ["mix colours", "colour mixing"])
        write(draft, "skill", "s3", ["C++"])
        write(draft, "skill", "s4", ["C#"])
        write(draft, "group", "g1", ["working with machinery"], "S8.1")
        write(draft, "group", "g2", ["driving vehicles"], "S8.1.2")
        write(draft, "industry", "i1", ["Welding shops"], "33271")
        finish(draft, About(Edition("esco", "9", "", "", ""), "0" * 64))
    with closing(Index.open(tmp_path / "esco.db")) as esco:
        yield Concepts(index, {"esco": esco})


def labels(both: Concepts, typed: str, *kinds: Kind) -> list[str]:
    return [one.detail.concept.label for one in search(both, typed, kinds)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("phleb", "Phlebotomists"),
        ("phlebotomi", "Phlebotomists"),
        ("maintena mech", "Industrial Machinery Mechanics"),
        ("print read", "Read blueprints"),
        ("nurs aid", "Nursing Assistants"),
        ("mixing colors", "mix colours"),
        ("mixing colours", "mix colours"),
        ("C++", "C++"),
        ("c#", "C#"),
        ("S8.1", "working with machinery"),
        ("s8.1.2", "driving vehicles"),
        ("51-4121", "Welders, Cutters, Solderers, and Brazers"),
        ("CMM", "Use precision measuring tools"),
        ("notary", "Notary"),
    ],
)
def test_half_a_word_or_a_code_finds_a_concept(both: Concepts, typed: str, first: str) -> None:
    assert labels(both, typed)[0] == first


def test_the_beginning_of_a_code_finds_all_that_have_it(both: Concepts) -> None:
    assert labels(both, "S8") == ["working with machinery", "driving vehicles"]


def test_a_concept_is_found_once_as_the_scheme_in_use_calls_it(both: Concepts) -> None:
    found = [one for one in search(both, "GMAW")]
    assert [one.detail.concept.label for one in found] == ["weld metal"]
    assert (found[0].detail.concept.version, found[0].name) == ("9", "GMAW")


def test_only_the_kinds_asked_for_are_found(both: Concepts) -> None:
    assert labels(both, "weld", "industry") == ["Welding shops"]
    assert "Welding shops" not in labels(both, "weld", "skill", "occupation")


def test_no_more_than_asked_for_are_found_and_the_best_come_first(both: Concepts) -> None:
    found = search(both, "weld", most=3)
    assert len(found) == 3
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "*",
        '"',
        'a"b',
        "NEAR(",
        "weld OR",
        "-x",
        "^",
        "😀",
        "\x00",
        "\ud800",
        "%",
        "('",
        ":",
    ],
)
def test_nothing_typed_is_an_error(both: Concepts, typed: str) -> None:
    search(both, typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_no_text_breaks_the_search(both: Concepts, typed: str) -> None:
    assert all(0 < one.score <= 1 for one in search(both, typed))


def test_ten_thousand_characters_are_no_burden(both: Concepts) -> None:
    assert labels(both, "weld " * 2000)
    assert labels(both, "x" * 10_000) == []
