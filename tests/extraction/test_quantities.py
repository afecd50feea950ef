from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[..., dict[str, Any]]
HEADS, OPEN, HIRES = "role.headcount", "role.vacancies", "role.openings"
NEW, REPLACED, SIZE = "role.openings_growth", "role.openings_replacement", "employer.size"


def one(number: int) -> dict[str, Any]:
    return {"lo": number, "hi": number, "approx": False}


@pytest.mark.parametrize(
    ("words", "slot", "number"),
    [
        ("19 on staff", HEADS, 19),
        ("we have 14 now", HEADS, 14),
        ("23 of em on staff", HEADS, 23),
        ("40 people in the job", HEADS, 40),
        ("3 open today", OPEN, 3),
        ("2 vacant since sept", OPEN, 2),
        ("no openings today", OPEN, 0),
        ("5 reqs open right now", OPEN, 5),
        ("expect to hire 6", HIRES, 6),
        ("8 coming on next year", HIRES, 8),
        ("4 new positions", NEW, 4),
        ("adding 3", NEW, 3),
        ("2 to replace people who leave", REPLACED, 2),
        ("5 retirements", REPLACED, 5),
        ("not replacing anyone", REPLACED, 0),
        ("340 employees", SIZE, 340),
        ("82 people across both plants", SIZE, 82),
    ],
)
def test_the_words_around_a_number_say_what_it_counts(
    values: Values, words: str, slot: str, number: int
) -> None:
    assert values(words) == {slot: one(number)}


@pytest.mark.parametrize(
    "words",
    [
        "call 616-555-0142",
        "ISO 9001 shop",
        "open 24/7",
        "88-bed home, 48 trucks",
        "7 to 3:30",
        "80% travel",
        "line 2 is down",
        "four owners since 1994",
        "at 4100 Industrial Pkwy bldg 12",
        "need 7",
        "lift 50 lbs",
    ],
)
def test_a_number_that_counts_no_people_is_no_fact(values: Values, words: str) -> None:
    assert not values(words).keys() & {HEADS, OPEN, HIRES, NEW, REPLACED, SIZE, "role.pay"}


def test_a_bare_number_answers_what_was_asked_and_nothing_else(values: Values) -> None:
    assert values("7", OPEN) == {OPEN: one(7)}
    assert values("7", SIZE) == {SIZE: one(7)}
    assert values("7") == {}


def test_a_bare_number_takes_the_slot_that_is_left(values: Values) -> None:
    assert values("9; 2 open today", HEADS, OPEN) == {HEADS: one(9), OPEN: one(2)}


def test_two_halves_are_read_by_their_words_or_in_the_order_asked(values: Values) -> None:
    assert values("3 and 2", NEW, REPLACED) == {NEW: one(3), REPLACED: one(2)}
    assert values("2 replacement, 3 new", NEW, REPLACED) == {NEW: one(3), REPLACED: one(2)}


def test_the_total_stays_empty_once_a_half_is_said(values: Values) -> None:
    found = values("14 hires over the year: 12 to replace leavers and 2 new", HIRES, NEW, REPLACED)
    assert found == {NEW: one(2), REPLACED: one(12)}


def test_a_later_clause_can_say_what_all_of_them_are(values: Values) -> None:
    assert values("hiring 3 over the year, all new positions") == {NEW: one(3)}


def test_a_slip_is_mended(values: Values) -> None:
    assert values("we run 45. sorry, meant 54", HEADS) == {HEADS: one(54)}
    assert values("12 open. wait no, its 9") == {OPEN: one(9)}
    found = values("10 new and 5 replacement. no, other way round: 5 new and 10 replacement")
    assert found == {NEW: one(5), REPLACED: one(10)}


def test_one_number_is_one_thing(values: Values) -> None:
    found = values("12 welders at $22.50/hr, OSHA 10 required, start by June 7", HIRES)
    assert found[HIRES] == one(12)
    assert found["role.pay"]["lo"] == 22.5
    assert found["role.start"] == {"start": None, "end": "2027-06-07"}
    assert found["role.credentials"][0]["name"] == "OSHA 10"
