"""Any text at all goes through the linker, alone and through the JSON lines."""

import io
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.lines import LinkLines
from bot.jsonl import answer_lines
from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.edition import Kind
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Index, Name
from taxonomy.linker import Linker
from taxonomy.ranking import Link
from taxonomy.tables import Tables

PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
any_text = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = [
    "must weld (MIG, TIG) and read prints",
    "draw blood from kids",
    "Use the CMMS",
    "LOTO",
    "😀😀 nothing here",
    "they need to bend sheet metal, on a brake",
]
BLANK = ["", " ", "\n\t", "\x00", "\u200b", "😀😀", "?!", "\ud800"]
ODD = [
    "19 84 2026",
    "for (;;) { weld[0]++; } // MIG",
    "<script>alert('MIG')</script>",
    "'; DROP TABLE name; --",
    "日本語の溶接",
    "용접",
    "لحام",
    "сварка MIG",
    "MIG\x00welding",
    "[CLS] MIG [SEP]",
    "MIG\u202ewelding",
    "M" + "\u0301" * 500,
]


def shape(links: list[Link], top: int) -> None:
    assert len(links) <= top
    scores = [link.score for link in links]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    identities = [(link.concept.scheme, link.concept.uri) for link in links]
    assert len(set(identities)) == len(identities)


@any_text
@given(text=PLAIN, start=st.integers(0, 80), length=st.integers(0, 80), top=st.integers(1, 9))
def test_any_text_and_any_part_of_it_is_ranked_or_left(
    linker: Linker, text: str, start: int, length: int, top: int
) -> None:
    shape(linker.skills(text, top), top)
    assert linker.skills(text, 20)[:top] == linker.skills(text, top)
    found = linker.skill(text, start, start + length)
    assert found is None or found in [one.concept for one in linker.skills("x", 20)]
    assert all(0 <= first < last <= len(text) for first, last in linker.spot(text))


@pytest.mark.parametrize("text", BLANK, ids=ascii)
def test_what_says_nothing_has_no_skills(linker: Linker, text: str) -> None:
    assert linker.skills(text) == []
    assert linker.skill(text) is None
    assert linker.spot(text) == []


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_an_odd_text_is_a_text(linker: Linker, text: str) -> None:
    shape(linker.skills(text), 50)
    linker.skill(text)
    assert all(0 <= start < end <= len(text) for start, end in linker.spot(text))


@pytest.mark.parametrize("piece", ["weld and read prints, ", "x", "日本", "😀 ", "{ } ; "])
def test_forty_thousand_characters_take_a_moment(linker: Linker, piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.process_time()
    shape(linker.skills(text), 50)
    linker.skill(text)
    linker.skill(text, 39_900, 39_940)
    assert all(0 <= first < last <= len(text) for first, last in linker.spot(text))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (9, 4), (40, 90), (500, 900)])
def test_a_part_that_is_none_has_no_skill(linker: Linker, start: int, end: int) -> None:
    assert linker.skill("MIG welding", start, end) is None


def test_a_part_of_a_text_is_looked_at_and_not_the_rest(linker: Linker) -> None:
    text = "They draw blood; MIG welding; and so on."
    found = [
        linker.skill(text, at, at + len(said))
        for said in ("draw blood", "MIG welding")
        if (at := text.index(said)) >= 0
    ]
    assert [one.label for one in found if one] == ["Draw blood", "MIG welding"]


@pytest.mark.parametrize("top", range(1, 10))
def test_a_scheme_has_as_many_skills_as_are_asked_for(linker: Linker, top: int) -> None:
    for scheme, many in (("esco", 6), ("local", 2)):
        all_of_it = [one for one in linker.skills("LOTO", 50) if one.concept.scheme == scheme]
        assert len(all_of_it) == many
        assert linker.skills("LOTO", top, scheme) == all_of_it[:top]


def test_what_was_asked_before_changes_nothing(
    linker: Linker, concepts: Concepts, encoder: LocalEncoder
) -> None:
    def answers(of: Linker, texts: list[str]) -> dict[str, object]:
        return {one: (of.skills(one), of.skill(one), of.spot(one)) for one in texts}

    forwards = answers(linker, TEXTS)
    assert answers(linker, TEXTS[::-1]) == forwards
    again = answers(Linker(concepts, encoder), [*ODD, *TEXTS])
    assert {one: again[one] for one in TEXTS} == forwards


def test_two_at_once_get_what_one_gets(linker: Linker) -> None:
    def answer(text: str) -> object:
        return linker.skills(text), linker.skill(text, 5), linker.spot(text)

    texts = TEXTS * 3
    alone = [answer(text) for text in texts]
    with ThreadPoolExecutor(2) as hands:
        assert list(hands.map(answer, texts)) == alone


def test_a_skill_of_their_own_is_ranked_once(linker: Linker) -> None:
    known = linker.skills("MIG welding")[0].concept
    own = linker.beside([Name(known, "stick a seam", "local")])
    for text in (*TEXTS, "stick a seam"):
        shape(own.skills(text), 50)
        shape(own.skills(text, 3), 3)
    assert own.skills("stick a seam")[0].concept == known


def test_own_words_leave_what_shares_nothing_with_them_as_it_was(linker: Linker) -> None:
    own = Concept("local", "local:1/skill/own", "Tune the zorblatt", "local")
    wider = linker.beside([Name(own, "Tune the zorblatt", "local")])
    for text in TEXTS:
        assert [one for one in wider.skills(text) if one.concept != own] == linker.skills(text)


def linked(linker: Linker, texts: list[str], at_once: int) -> list[dict[str, object]]:
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
    out = io.StringIO()
    answer_lines([*lines, "nonsense"], out, LinkLines(linker, "esco", 5), at_once)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("at_once", [1, 3])
def test_every_line_is_answered_whatever_it_says(linker: Linker, at_once: int) -> None:
    texts = [*BLANK, *ODD, *TEXTS, "x" * 40_000, "MIG welding, " * 3_000]
    answers = linked(linker, texts, at_once)
    assert [one["id"] for one in answers] == [*range(len(texts)), None]
    assert not [one for one in answers[:-1] if "error" in one]
    assert answers[0]["skills"] == []
    assert "error" in answers[-1]


def test_several_lines_at_once_are_answered_as_one_by_one(linker: Linker) -> None:
    assert linked(linker, TEXTS * 3, 4) == linked(linker, TEXTS * 3, 1)


HALF = ["MIG \ud800", "\ud83d weld", "must know\udfff how to read prints"]


@pytest.mark.parametrize("text", HALF, ids=ascii)
def test_half_a_character_is_no_reason_to_fail(linker: Linker, text: str) -> None:
    shape(linker.skills(text), 50)
    assert linker.skills(text)
    linker.skill(text)
    assert all(0 <= start < end <= len(text) for start, end in linker.spot(text))
    assert linker.search(text, "skill") is not None


def test_a_line_with_half_a_character_is_answered(linker: Linker) -> None:
    answers = linked(linker, HALF, 2)
    assert all(one["skills"] for one in answers[:-1])


def test_who_waits_hears_of_hidden_names_neither_before_nor_after(
    index: Index, encoder: LocalEncoder
) -> None:
    class Hiding(Concepts):
        def named(self, kind: Kind) -> list[Name]:
            names = super().named(kind)
            return [*names, Name(names[0].concept, "hidden words", "hidden")]

    heard: list[tuple[int, int]] = []
    Tables.of(Hiding(index), encoder, lambda more, of: heard.append((more, of)))
    assert sum(more for more, _ in heard) == heard[0][1]
