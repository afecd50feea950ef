import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.draft import Entry, drafting, finish
from taxonomy.edition import About, Edition
from taxonomy.index import Index
from taxonomy.industries import WORDS, industries
from tests.taxonomy.releases import Releases

TEXTS = tomllib.loads(Path(__file__).with_name("industries.toml").read_text("utf-8"))
TITLES = {
    "31-33": "Making",
    "3261": "Making of Plastics",
    "326199": "Making of Plastics",
    "23822": "Fitting of Pipes",
    "212": "Digging (except Wells)",
    "211": "Wells",
}


@pytest.fixture(scope="module")
def naics(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    target = tmp_path_factory.mktemp("naics") / "naics.sqlite"
    with drafting(target) as draft:
        for code, title in TITLES.items():
            draft.add(Entry("industry", Concept("naics", code, title, "2022"), code))
        finish(draft, About(Edition("naics", "2022", "NAICS", "", ""), "0"))
    with closing(Index.open(target)) as opened:
        yield opened


@pytest.fixture(scope="module")
def known(naics: Index, starter_index: Index) -> Concepts:
    return Concepts(starter_index, {"naics": naics})


def codes(concepts: Concepts, text: str) -> list[str]:
    return [one.code for one in industries(concepts, text)]


def test_our_own_words_lead_to_an_industry(known: Concepts):
    assert codes(known, "HVAC contractor")[0] == "23822"
    assert codes(known, "We're a family-owned plumbing company")[0] == "23822"


def test_of_industries_with_one_title_the_most_exact_is_given_once(known: Concepts):
    assert codes(known, "making of plastics") == ["326199"]


def test_what_a_title_excepts_is_not_found_by_it(known: Concepts):
    assert codes(known, "wells") == ["211"]


@pytest.mark.parametrize("text", ["", "?!", "our company", "no idea", "yes", "x" * 5000])
def test_what_names_no_industry_gets_none(known: Concepts, text: str):
    assert codes(known, text) == []


def test_without_naics_there_is_nothing_to_choose(starter_index: Index):
    assert codes(Concepts(starter_index), "plumbing") == []


def test_no_more_choices_than_wanted_are_given(known: Concepts):
    assert len(industries(known, "plumbing; injection molding; wells", most=2)) == 2


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
@given(text=st.text(max_size=600))
def test_any_text_gets_at_most_three_distinct_choices(known: Concepts, text: str):
    found = codes(known, text)
    assert len(found) == len(set(found)) <= 3


def test_no_phrase_of_ours_stands_under_two_industries():
    phrases = [
        one.casefold() for said in tomllib.loads(WORDS.read_text("utf-8")).values() for one in said
    ]
    assert len(phrases) == len(set(phrases))


@pytest.fixture(scope="module")
def whole(releases: Releases, starter_index: Index) -> Concepts:
    return Concepts(starter_index, {"naics": releases.index("naics-2022")})


def right(code: str, expected: list[str]) -> bool:
    first, _, last = code.partition("-")
    own = [code, *map(str, range(int(first), int(last) + 1))] if last else [code]
    return any(one.startswith(start) for one in own for start in expected)


def test_our_words_stand_under_official_codes(whole: Concepts):
    known = {one.code for one in whole.official["naics"].concepts("industry")}
    assert set(tomllib.loads(WORDS.read_text("utf-8"))) - known == set()


@pytest.mark.parametrize(("part", "most_missed", "not_first"), [("early", 0, 1), ("late", 5, 12)])
def test_industries_are_found_as_employers_say_them(
    whole: Concepts, part: str, most_missed: int, not_first: int
):
    found = {
        text: [right(code, expected) for code in codes(whole, text)]
        for text, expected in TEXTS[part].items()
        if expected
    }
    missed = [text for text, hits in found.items() if not any(hits)]
    assert len(missed) <= most_missed, missed
    later = [text for text, hits in found.items() if not any(hits[:1])]
    assert len(later) <= not_first, later


def test_what_names_no_industry_gets_none_of_the_official_ones(whole: Concepts):
    chatter = [text for part in TEXTS.values() for text, expected in part.items() if not expected]
    assert len(chatter) == 16
    assert [text for text in chatter if codes(whole, text)] == []
