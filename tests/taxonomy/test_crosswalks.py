from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.crosswalks import (
    Counterpart,
    Programme,
    esco_occupations_of,
    occupations_of_programme,
    onet_occupations_of,
    programmes_of,
    stale_codes,
)
from taxonomy.draft import Draft, Entry, drafting, finish
from taxonomy.edition import About, Edition
from taxonomy.index import Index
from tests.taxonomy.releases import Releases

WELDERS = Concept("onet", "51-4121.00", "Welders, Cutters, Solderers, and Brazers", "29.0")
WELDER = Concept("esco", "http://occupation/welder", "welder", "1.1.1")
GROUP = Concept("isco", "7212", "Welders and flamecutters", "1.1.1")
MODEL = Concept("onet", "51-4121.06", "Model Welders", "29.0")


def programmes(draft: Draft) -> None:
    for code, title in (
        ("48.0508", "Welding"),
        ("15.0614", "Welding Engineering"),
        ("01.0508", "Taxidermy"),
    ):
        draft.add(Entry("programme", Concept("cip", code, title, "2020"), code))
    for soc, title in (("51-4121", "Welders"), ("13-1074", "Farm Labor Contractors")):
        draft.add(Entry("unit", Concept("soc", soc, title, "2018"), soc))
    draft.map(("cip", "48.0508"), ("soc", "51-4121"), "")
    draft.map(("cip", "48.0508"), ("soc", "99-0001"), "")
    draft.map(("cip", "15.0614"), ("soc", "51-4121"), "")
    draft.map(("cip", "15.0614"), ("soc", "51-4121"), "")


def secretariat(draft: Draft) -> None:
    draft.map(("onet", "51-4121.00"), ("isco", "7212"), "broad")
    draft.map(("onet", "51-4121.00"), ("esco", WELDER.uri), "exact")
    draft.map(("onet", "51-4121.00"), ("esco", "http://occupation/gone"), "close")
    draft.map(("onet", "99-9999.00"), ("esco", WELDER.uri), "narrow")


def nesta(draft: Draft) -> None:
    draft.map(("onet", "51-4121.00"), ("esco", WELDER.uri), "", "confidence 2.0")


def esco(draft: Draft) -> None:
    draft.add(Entry("occupation", WELDER))
    draft.add(Entry("unit", GROUP, "7212"))


def onet(draft: Draft) -> None:
    for concept in (WELDERS, MODEL):
        draft.add(Entry("occupation", concept, concept.uri))


SCHEMES = {
    "cip-soc": programmes,
    "esco-onet": secretariat,
    "esco-onet-nesta": nesta,
    "esco": esco,
    "onet": onet,
}


@pytest.fixture
def official_ones(tmp_path: Path) -> Iterator[dict[str, Index]]:
    with ExitStack() as opened:
        indexes = {}
        for scheme, write in SCHEMES.items():
            target = tmp_path / f"{scheme}.sqlite"
            with drafting(target) as draft:
                write(draft)
                finish(draft, About(Edition(scheme, "1", scheme, "", ""), scheme))
            indexes[scheme] = opened.enter_context(closing(Index.open(target)))
        yield indexes


@pytest.fixture
def all_of_them(index: Index, official_ones: dict[str, Index]) -> Concepts:
    return Concepts(index, official_ones)


def only(index: Index, official_ones: dict[str, Index], *schemes: str) -> Concepts:
    return Concepts(index, {scheme: official_ones[scheme] for scheme in schemes})


@pytest.mark.parametrize("code", ["51-4121.00", "51-4121.06", "51-4121"])
def test_programmes_are_found_by_the_soc_code_each_once_and_in_order(
    all_of_them: Concepts, code: str
):
    assert programmes_of(all_of_them, code) == [
        Programme("15.0614", "Welding Engineering"),
        Programme("48.0508", "Welding"),
    ]


@pytest.mark.parametrize("code", ["13-1074.00", "00-0000.00", "", "welder"])
def test_an_occupation_without_a_match_has_no_programmes(all_of_them: Concepts, code: str):
    assert programmes_of(all_of_them, code) == []


def test_a_programme_leads_to_the_occupations_of_its_soc_codes(all_of_them: Concepts):
    assert occupations_of_programme(all_of_them, "48.0508") == [WELDERS, MODEL]
    assert occupations_of_programme(all_of_them, "01.0508") == []


def test_without_an_onet_release_the_starter_says_which_occupations_there_are(
    index: Index, official_ones: dict[str, Index]
):
    concepts = only(index, official_ones, "cip-soc")
    assert occupations_of_programme(concepts, "48.0508") == [WELDERS]


def test_counterparts_keep_their_match_and_the_closest_come_first(all_of_them: Concepts):
    gone = Concept("esco", "http://occupation/gone", "http://occupation/gone", "")
    assert esco_occupations_of(all_of_them, "51-4121.00") == [
        Counterpart(WELDER, "exact", "", "esco-onet"),
        Counterpart(gone, "close", "", "esco-onet", stale=True),
        Counterpart(GROUP, "broad", "", "esco-onet"),
        Counterpart(WELDER, "", "confidence 2.0", "esco-onet-nesta"),
    ]


def test_the_other_way_round_broad_is_narrow(all_of_them: Concepts):
    assert onet_occupations_of(all_of_them, "isco", "7212") == [
        Counterpart(WELDERS, "narrow", "", "esco-onet")
    ]
    matches = [
        (one.concept.uri, one.match, one.stale)
        for one in onet_occupations_of(all_of_them, "esco", WELDER.uri)
    ]
    assert matches == [
        ("51-4121.00", "exact", False),
        ("99-9999.00", "broad", True),
        ("51-4121.00", "", False),
    ]


def test_nothing_is_implied_without_a_crosswalk(index: Index, official_ones: dict[str, Index]):
    concepts = only(index, official_ones, "esco", "onet")
    assert programmes_of(concepts, "51-4121.00") == []
    assert occupations_of_programme(concepts, "48.0508") == []
    assert esco_occupations_of(concepts, "51-4121.00") == []
    assert onet_occupations_of(concepts, "esco", WELDER.uri) == []


def test_codes_are_stale_only_where_a_release_says_so(
    all_of_them: Concepts, index: Index, official_ones: dict[str, Index]
):
    assert stale_codes(all_of_them, "esco-onet") == ["99-9999.00"]
    assert stale_codes(all_of_them, "esco-onet-nesta") == []
    assert stale_codes(only(index, official_ones, "esco-onet"), "esco-onet") == []
    (unknown,) = esco_occupations_of(only(index, official_ones, "esco-onet-nesta"), "51-4121.00")
    assert not unknown.stale


def test_the_official_crosswalks_lead_to_these(releases: Releases, starter_index: Index):
    official = {
        "onet": releases.index("onet-29.0-text"),
        "cip-soc": releases.index("cip-2020/CIP2020_SOC2018_Crosswalk.csv"),
        "esco-onet-nesta": releases.index("crosswalk-esco-onet-nesta"),
    }
    concepts = Concepts(starter_index, official)
    leads = [one.uri for one in occupations_of_programme(concepts, "48.0508")]
    codes = {one.concept.uri[:7] for one in official["onet"].named("occupation")}
    without = {code for code in codes if not programmes_of(concepts, code)}
    assert [one.code for one in programmes_of(concepts, "51-4121.00")] == ["15.0614", "48.0508"]
    assert leads == ["51-4121.00", "51-4122.00"]
    assert len(stale_codes(concepts, "esco-onet-nesta")) == 668 - 525
    assert (len(codes), len(without)) == (867, 180)
