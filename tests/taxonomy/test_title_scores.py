"""How often titles as employers type them find a right occupation: `titles.jsonl`, to choose on."""

import json
from pathlib import Path
from typing import Any

import pytest

from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Index
from taxonomy.linker import Linker
from tests.taxonomy.releases import Releases

WRITTEN = Path(__file__).with_name("titles.jsonl")
TITLES = [json.loads(line) for line in WRITTEN.read_text("utf-8").splitlines()]
CHOSEN = [one for one in TITLES if one["set"] == "choose"]
FIT, NONE = [one for one in CHOSEN if one["codes"]], [one for one in CHOSEN if not one["codes"]]


@pytest.fixture(scope="module")
def official_linker(starter_index: Index, releases: Releases, encoder: LocalEncoder) -> Linker:
    return Linker(Concepts(starter_index, {"onet": releases.index("onet-29.0-text")}), encoder)


def codes(linker: Linker, title: dict[str, Any]) -> list[str]:
    return [one.concept.uri for one in linker.occupations(title["text"])]


def first(linker: Linker) -> float:
    return sum(bool(set(codes(linker, one)[:1]) & set(one["codes"])) for one in FIT) / len(FIT)


def among_three(linker: Linker) -> float:
    return sum(bool(set(codes(linker, one)) & set(one["codes"])) for one in FIT) / len(FIT)


def silent(linker: Linker) -> float:
    return sum(not codes(linker, one) for one in NONE) / len(NONE)


def test_with_the_starter_alone_most_titles_find_their_occupation(starter_linker: Linker) -> None:
    assert among_three(starter_linker) >= 0.8
    assert silent(starter_linker) >= 0.8


def test_with_official_titles_nearly_all_do(official_linker: Linker) -> None:
    assert first(official_linker) >= 0.82
    assert among_three(official_linker) >= 0.93
    assert silent(official_linker) >= 0.8


def test_a_lottery_is_said_to_be_one(official_linker: Linker) -> None:
    assert official_linker.meanings("service technician").ambiguous
    assert not official_linker.meanings("dental hygienist").ambiguous
    assert len(official_linker.meanings("service technician").links) == 3
