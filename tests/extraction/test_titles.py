from collections.abc import Callable

import pytest

from needs.answers import Quantity
from needs.message import Reading

Read = Callable[..., Reading]


def titles(reading: Reading) -> list[tuple[object, int | None]]:
    return [(fact.value, fact.role) for fact in reading.facts if fact.slot == "role.title"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("short on welders", "welders"),
        ("solar installers - 10 today", "solar installers"),
        ("senior estimator, just the one", "senior estimator"),
        ("Help desk tier 1. we've got 6", "Help desk"),
        ("we need 3 CNAs", "CNAs"),
        ("looking for two yard jockeys", "yard jockeys"),
    ],
)
def test_a_job_that_is_named_gives_its_title(read: Read, words: str, title: str) -> None:
    assert titles(read(words)) == [(title, None)]


def test_several_jobs_are_numbered_as_they_are_named(read: Read) -> None:
    reading = read("4 welders and 2 quality inspectors")
    assert titles(reading) == [("welders", 0), ("quality inspectors", 1)]


def test_each_fact_goes_to_the_job_whose_clause_it_stands_in(read: Read) -> None:
    facts = read("welders: 12 now, expect to hire 4. painters: 8 now, no openings today").facts
    found = {(fact.slot, fact.role): fact.value for fact in facts}
    assert found["role.headcount", 0] == Quantity(12, 12)
    assert found["role.openings", 0] == Quantity(4, 4)
    assert found["role.headcount", 1] == Quantity(8, 8)
    assert found["role.vacancies", 1] == Quantity(0, 0)


def test_what_is_said_of_both_is_given_for_each(read: Read) -> None:
    facts = read("line cook 18/hr, dishwasher 15/hr. weekends a must for both").facts
    assert {fact.role for fact in facts if fact.slot == "role.schedule"} == {0, 1}


def test_a_job_cut_short_is_still_that_job(read: Read) -> None:
    facts = read("carpenters n laborers. carps got 9. laborers got 15").facts
    found = {fact.role: fact.value for fact in facts if fact.slot == "role.headcount"}
    assert found == {0: Quantity(9, 9), 1: Quantity(15, 15)}


def test_roles_are_listed_only_where_they_were_asked(read: Read) -> None:
    asked = read("#1 diesel techs, #2 yard drivers, #3 dispatchers", "roles").facts
    assert [fact.value for fact in asked if fact.slot == "roles"] == [
        ("diesel techs",),
        ("yard drivers",),
        ("dispatchers",),
    ]
    assert all(fact.slot != "roles" for fact in read("welders and painters").facts)


def test_a_licence_to_drive_is_no_driver(read: Read) -> None:
    assert titles(read("driver's license required")) == []
