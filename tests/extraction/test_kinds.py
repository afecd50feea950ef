from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("words", "slot", "meant"),
    [
        ("full time days", "role.schedule", {"full_time", "days"}),
        ("2nd shift, weekends too", "role.schedule", {"evenings", "weekends"}),
        ("overnight, part time", "role.schedule", {"nights", "part_time"}),
        ("third", "role.schedule", {"nights"}),
        ("full time days. not weekends", "role.schedule", {"full_time", "days"}),
        ("remote 2 days so call it hybrid", "role.schedule", {"hybrid"}),
        ("rotating 12s, seasonal", "role.schedule", {"rotating", "seasonal"}),
        ("part time 4-9pm", "role.schedule", {"part_time", "evenings"}),
        ("background check yes, drug test no", "role.screens", {"background_check"}),
        (
            "a valid drivers license and a DOT physical",
            "role.screens",
            {"driving_licence", "physical"},
        ),
        ("secret clearance", "role.screens", {"clearance"}),
    ],
)
def test_a_list_is_read_without_what_is_denied(
    values: Values, words: str, slot: str, meant: set[str]
) -> None:
    assert set(values(words, slot)[slot]) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("super hard", "great"),
        ("can't find anybody", "great"),
        ("some trouble", "some"),
        ("kinda", "some"),
        ("not really", "no"),
        ("no", "no"),
        ("easy to fill", "no"),
        ("some. ok honestly great difficulty", "great"),
    ],
)
def test_how_hard_a_job_is_to_fill(values: Values, words: str, meant: str) -> None:
    assert values(words, "role.hard_to_fill")["role.hard_to_fill"] == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("nobody applies and the pay is bad", {"few_applicants", "pay"}),
        ("they can't pass the drug test", {"screens"}),
        ("they just don't have the license", {"qualifications"}),
        ("hours, childcare", {"hours", "childcare"}),
        ("not enough experience", {"experience"}),
        (
            "we're in the middle of nowhere and the mill down the road pays more",
            {"location", "competition"},
        ),
        ("they can't read a print, missing skills", {"skills"}),
    ],
)
def test_reasons_are_read_and_were_given_unprompted(
    values: Values, words: str, meant: set[str]
) -> None:
    found = values(words, "role.hard_reasons")["role.hard_reasons"]
    assert {one["reason"] for one in found} == meant
    assert {one["asked"] for one in found} == {"spontaneous"}


def test_offers_are_read_with_how_many(values: Values) -> None:
    found = values("2 interns each summer, plant tours, no apprenticeships", "offers")["offers"]
    assert [one["kind"] for one in found] == ["internship", "tour"]
    assert found[0]["quantity"] == {"lo": 2, "hi": 2, "approx": False}


def test_nothing_to_offer_is_an_empty_list(values: Values) -> None:
    assert values("nothing right now sorry", "offers") == {"offers": []}


def test_a_commercial_licence_is_no_ordinary_one(values: Values) -> None:
    found = values("class A CDL", "role.credentials", "role.screens")
    assert [one["name"] for one in found["role.credentials"]] == ["CDL-A"]
    assert "role.screens" not in found


def test_a_level_is_volunteered_only_in_plain_words(values: Values) -> None:
    assert values("senior estimator, just the one, 95-110k a year")["role.level"] == "senior"
    assert "role.level" not in values("Maple Hollow Senior Living is hiring")
