"""Phrases from marks that are made up, so that any encoder's marks will do."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.encoding.encoded import Encoded, unit
from taxonomy.encoding.local import LocalEncoder
from taxonomy.encoding.phrases import BEGINS, GOES_ON, OUTSIDE, phrases

MARKS = st.sampled_from([OUTSIDE, BEGINS, GOES_ON])
LETTERS = "aB9é日ß²😀 ,-_.'/+#\n\t"
PLAIN = st.text("abc ,-é日9😀\n+#.'’/_\x00\u200b", max_size=120)


def marked(pieces: list[tuple[int, int, int]]) -> Encoded:
    """Make an encoded text of pieces: where each starts and ends, and its mark."""
    spans = np.array([one[:2] for one in pieces], np.int32).reshape(-1, 2)
    marks = np.eye(3, dtype=np.float32)[[one[2] for one in pieces]].reshape(-1, 3)
    words = unit(np.ones((len(pieces), 4)))
    return Encoded(unit(np.ones(4)), words, spans, marks)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int]]]:
    """Cut a text into pieces that no blank stands in, with signs of the encoder's own."""
    parts = draw(st.lists(st.text(LETTERS, min_size=1, max_size=4), max_size=12))
    pieces, at = [(0, 0, draw(MARKS))], 0
    for part in parts:
        bare = part.strip()
        first = at + part.index(bare[0]) if bare else at
        if bare:
            pieces.append((first, first + len(bare), draw(MARKS)))
        at += len(part)
    return "".join(parts), [*pieces, (0, 0, draw(MARKS))]


def runs_through(text: str, at: int) -> bool:
    """Say whether a run of letters and digits goes on at this place."""
    return 0 < at < len(text) and text[at - 1 : at + 1].isalnum()


def well_formed(text: str, found: list[tuple[int, int]]) -> None:
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert not [at for span in found for at in span if runs_through(text, at)]


@given(cut_texts())
def test_phrases_are_in_order_apart_and_cut_no_word(
    cut: tuple[str, list[tuple[int, int, int]]],
) -> None:
    text, pieces = cut
    well_formed(text, list(phrases(text, marked(pieces))))


@given(cut_texts())
def test_what_is_marked_is_in_a_phrase_and_what_is_outside_is_not(
    cut: tuple[str, list[tuple[int, int, int]]],
) -> None:
    text, pieces = cut
    inside = {at for one in phrases(text, marked(pieces)) for at in range(*one)}
    before: int | None = None
    for first, last, mark in pieces:
        if first < last and not (before == first and runs_through(text, first)):
            assert (first in inside) == (mark != OUTSIDE)
        before = last if first < last else before


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([OUTSIDE, OUTSIDE, OUTSIDE], []),
        ([BEGINS, GOES_ON, OUTSIDE], ["read prints"]),
        ([BEGINS, BEGINS, GOES_ON], ["read", "prints well"]),
        ([GOES_ON, GOES_ON, OUTSIDE], ["read prints"]),
        ([BEGINS, OUTSIDE, GOES_ON], ["read", "well"]),
        ([OUTSIDE, OUTSIDE, BEGINS], ["well"]),
    ],
)
def test_a_phrase_begins_and_goes_on_and_ends(marks: list[int], expected: list[str]) -> None:
    text = "read prints well"
    spans = [(0, 4), (5, 11), (12, 16)]
    pieces = [(*span, mark) for span, mark in zip(spans, marks, strict=True)]
    found = phrases(text, marked(pieces))
    assert [text[start:end] for start, end in found] == expected


def test_a_word_is_as_its_first_piece_is() -> None:
    text = "phlebotomy"
    assert list(phrases(text, marked([(0, 5, BEGINS), (5, 10, OUTSIDE)]))) == [(0, 10)]
    assert list(phrases(text, marked([(0, 5, OUTSIDE), (5, 10, BEGINS)]))) == []


def test_signs_are_words_of_their_own() -> None:
    text = "TIG,MIG"
    pieces = [(0, 3, BEGINS), (3, 4, OUTSIDE), (4, 7, BEGINS)]
    assert list(phrases(text, marked(pieces))) == [(0, 3), (4, 7)]


@pytest.mark.parametrize("pieces", [[], [(0, 0, BEGINS)], [(0, 0, BEGINS), (0, 0, GOES_ON)]])
def test_an_encoders_own_signs_are_no_phrase(pieces: list[tuple[int, int, int]]) -> None:
    assert list(phrases("weld", marked(pieces))) == []


def test_an_encoder_that_marks_nothing_finds_no_phrase() -> None:
    plain = Encoded(unit(np.ones(4)), unit(np.ones((1, 4))), np.array([[0, 4]], np.int32))
    assert list(phrases("weld", plain)) == []


@settings(max_examples=60)
@given(PLAIN)
def test_the_shipped_encoders_phrases_are_well_formed_too(encoder: LocalEncoder, text: str) -> None:
    well_formed(text, list(phrases(text, encoder.encode(text))))


@pytest.mark.parametrize("before", range(8))
@pytest.mark.parametrize("word", ["brazing, ", "phlebotomy, ", "calibrating micrometers, "])
def test_where_reading_ends_no_word_is_cut(encoder: LocalEncoder, word: str, before: int) -> None:
    text = "a " * before + word * 600
    well_formed(text, list(phrases(text, encoder.encode(text))))


@pytest.mark.parametrize("blanks", range(19_980, 20_000))
def test_where_the_letters_end_that_are_read_no_word_is_cut(
    encoder: LocalEncoder, blanks: int
) -> None:
    text = " " * blanks + "troubleshooting welding"
    well_formed(text, list(phrases(text, encoder.encode(text))))


@pytest.mark.parametrize("marks", [(BEGINS, BEGINS), (BEGINS, OUTSIDE), (OUTSIDE, BEGINS)])
def test_a_letter_in_several_pieces_is_one_letter(marks: tuple[int, int]) -> None:
    text = "각weld"
    pieces = [(0, 1, marks[0]), (0, 1, marks[1]), (1, 3, marks[1]), (3, 5, marks[1])]
    well_formed(text, list(phrases(text, marked(pieces))))


@pytest.mark.parametrize("text", ["용접 자격증", "TIG용접, MIG용접 가능자", "Excel 활용 능력"])
def test_korean_words_are_whole(encoder: LocalEncoder, text: str) -> None:
    well_formed(text, list(phrases(text, encoder.encode(text))))
