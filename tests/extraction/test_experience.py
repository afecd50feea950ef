from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("words", "lo", "hi", "requirement"),
    [
        ("3+ yrs", 36, None, "required"),
        ("2 yrs", 24, 24, "required"),
        ("2 yrs min", 24, None, "required"),
        ("at least 4 years, required", 48, None, "required"),
        ("6 months preferred", 6, 6, "preferred"),
        ("1-2 years", 12, 24, "required"),
        ("none", 0, 0, "not_required"),
        ("no experience needed", 0, 0, "not_required"),
        ("a year would be nice", 12, 12, "preferred"),
    ],
)
def test_experience_is_read_in_months(
    values: Callable[..., dict[str, Any]], words: str, lo: int, hi: int | None, requirement: str
) -> None:
    found = values(words, "role.experience")["role.experience"]
    assert found == {"lo": lo, "hi": hi, "requirement": requirement}


@pytest.mark.parametrize(
    "words",
    ["we've been here 20 years", "over the next 2 years", "the guys with 10 yrs in", "2 years ago"],
)
def test_other_stretches_of_time_are_no_experience(
    values: Callable[..., dict[str, Any]], words: str
) -> None:
    assert "role.experience" not in values(words)
