from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("words", "requirement"),
    [
        ("OSHA 10", "required"),
        ("OSHA 10 is a must", "required"),
        ("OSHA 10 preferred", "preferred"),
        ("OSHA 10 preferred, not required", "preferred"),
        ("OSHA 10 would be nice, not a must", "preferred"),
        ("ideally OSHA 10", "preferred"),
        ("OSHA 10 a huge plus", "preferred"),
        ("OSHA 10 is not required", "not_required"),
        ("you don't need an OSHA 10", "not_required"),
        ("no OSHA 10, no job", "required"),
        ("OSHA 10 preferred. no sorry, required", "required"),
        ("nice to have: OSHA 10", "preferred"),
    ],
)
def test_how_firmly_something_is_asked_for(values: Values, words: str, requirement: str) -> None:
    found = values(words, "role.credentials")["role.credentials"]
    assert [(one["name"], one["requirement"]) for one in found] == [("OSHA 10", requirement)]


def test_each_of_several_has_its_own_firmness(values: Values) -> None:
    found = values("CDL-A required, OSHA 10 preferred", "role.credentials")["role.credentials"]
    assert [one["requirement"] for one in found] == ["required", "preferred"]


def test_a_list_shares_what_is_said_at_its_end(values: Values) -> None:
    found = values("CDL-A and OSHA 10 preferred", "role.credentials")["role.credentials"]
    assert [one["requirement"] for one in found] == ["preferred", "preferred"]


def test_a_law_is_recorded_only_where_it_is_said_or_known(values: Values) -> None:
    said = values("OSHA 10 is required by state law", "role.credentials")["role.credentials"]
    unsaid = values("OSHA 10 required", "role.credentials")["role.credentials"]
    assert (said[0]["by_law"], unsaid[0]["by_law"]) == (True, None)


@pytest.mark.parametrize(
    ("words", "level", "requirement"),
    [
        ("HS diploma or GED", "high_school", "required"),
        ("high school, preferred", "high_school", "preferred"),
        ("no degree needed", "none", "not_required"),
        ("bachelor's not required", "bachelor", "not_required"),
        ("nope. no diploma, no GED, nothing", "none", "not_required"),
        ("associates in mechatronics is required, bachelors a plus", "associate", "required"),
        ("two-year degree would be nice", "associate", "preferred"),
        ("none", "none", "not_required"),
        ("a certificate, required", "certificate", "required"),
        ("BS preferred", "bachelor", "preferred"),
    ],
)
def test_schooling_is_read_with_its_firmness(
    values: Values, words: str, level: str, requirement: str
) -> None:
    found = values(words, "role.education")["role.education"]
    assert found == {"level": level, "requirement": requirement}


def test_when_a_skill_is_needed_is_read_from_its_clause(values: Values) -> None:
    found = values("day one they read prints. we'll teach brazing. Excel a plus", "role.skills")
    told = {one["quote"]: (one["when"], one["requirement"]) for one in found["role.skills"]}
    assert told["read prints"][0] == "day_one"
    assert told["brazing"][0] == "we_train"
    assert told["Excel"] == (None, "preferred")
