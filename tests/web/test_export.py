import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needs.answers import Quantity
from needs.concept import Concept
from needs.signal import Release, Signal
from web.export import COLUMNS, csv_of

WELDERS = Concept("onet", "51-4121.00", "Welders, Cutters", "30.0")
WELD = Concept("esco", "esco:weld", "weld", "1.1.1")


def released(*signals, cycle="Fall 2026"):
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    return Release("Maple Valley", cycle, 1, at, 12, signals, 3, 3, 3)


def rows(release):
    return list(csv.DictReader(StringIO(csv_of(release), newline="")))


def test_credits_stand_at_the_end_with_nothing_to_count():
    written = csv_of(released(Signal("skill", WELD, 9)), ["Thanks, ESCO.", "=Thanks"])
    first, *credits = csv.DictReader(StringIO(written, newline=""))
    assert first["kind"] == "skill"
    assert [(one["kind"], one["label"]) for one in credits] == [
        ("credits", "Thanks, ESCO."),
        ("credits", "'=Thanks"),
    ]
    assert not any(one["employers"] or one["release"] for one in credits)


def test_a_release_is_one_flat_table():
    signals = (
        Signal("skill", WELD, 9),
        Signal("skill", WELD, 6, occupation=WELDERS),
        Signal("occupation", WELDERS, 6, openings=Quantity(0, 25, approx=True)),
    )
    header, *lines = csv_of(released(*signals)).splitlines()
    assert header.split(",") == list(COLUMNS)
    rest = "Fall 2026,1,2026-11-24T12:00:00+00:00,Maple Valley"
    assert lines == [
        f"skill,esco,esco:weld,1.1.1,weld,,,9,,,{rest}",
        f'skill,esco,esco:weld,1.1.1,weld,51-4121.00,"Welders, Cutters",6,,,{rest}',
        f'occupation,onet,51-4121.00,30.0,"Welders, Cutters",,,6,0,25,{rest}',
    ]


def test_an_empty_release_has_its_columns():
    assert csv_of(released()).startswith("kind,scheme,code,")
    assert rows(released()) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_spreadsheet_calculates_nothing(start):
    label = f"{start}HYPERLINK(1)"
    [row] = rows(released(Signal("credential", Concept("credential", label, label, ""), 3)))
    assert row["label"] == row["code"] == f"'{label}"


def test_a_cycle_with_a_formula_for_a_name_is_harmless_too():
    [row] = rows(released(Signal("skill", WELD, 3), cycle="=1+1"))
    assert row["cycle"] == "'=1+1"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20))
def test_any_label_comes_back_as_it_was_or_with_an_apostrophe(label):
    written = csv_of(released(Signal("skill", Concept("local", "1", label, "1"), 3)))
    [row] = csv.DictReader(StringIO(written, newline=""))
    assert row["label"].removeprefix("'") == label.removeprefix("'")
    assert not row["label"].startswith(tuple("=+-@\t\r"))
