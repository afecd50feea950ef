from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("ASAP", "2026-11-23", "2026-11-23"),
        ("now", "2026-11-23", "2026-11-23"),
        ("yesterday", "2026-11-23", "2026-11-23"),
        ("by the end of Q3", None, "2027-09-30"),
        ("Q2", "2027-04-01", "2027-06-30"),
        ("in March", "2027-03-01", "2027-03-31"),
        ("june 7", "2027-06-07", "2027-06-07"),
        ("between April and June", "2027-04-01", "2027-06-30"),
        ("from Oct 1 thru Dec 31", "2027-10-01", "2027-12-31"),
        ("next spring", "2027-03-01", "2027-05-31"),
        ("this summer", "2027-06-01", "2027-08-31"),
        ("winter", "2026-12-01", "2027-02-28"),
        ("over the next 18 months", "2026-11-23", "2028-05-23"),
        ("within 60 days", "2026-11-23", "2027-01-22"),
        ("from May", "2027-05-01", None),
        ("not before May", "2027-05-01", None),
        ("by fall", None, "2027-09-01"),
        ("by June", None, "2027-06-01"),
        ("by Q3", None, "2027-07-01"),
        ("by end of february", None, "2027-02-28"),
        ("by labor day", None, "2027-09-06"),
        ("by 4/1", None, "2027-04-01"),
        ("de mayo a septiembre", "2027-05-01", "2027-09-30"),
        ("in January", "2027-01-01", "2027-01-31"),
        ("next month", "2026-12-01", "2026-12-31"),
    ],
)
def test_a_period_is_the_next_one_to_come(
    values: Values, words: str, start: str | None, end: str | None
) -> None:
    assert values(words, "role.start")["role.start"] == {"start": start, "end": end}


def test_a_quarter_that_has_begun_is_the_one_that_is_meant(values: Values) -> None:
    found = values("Q4", "role.start")["role.start"]
    assert found == {"start": "2026-10-01", "end": "2026-12-31"}


@pytest.mark.parametrize(
    "words",
    ["been here since june", "we opened in march", "on a roof and not fall off", "31 june"],
)
def test_what_is_past_or_no_date_is_no_start(values: Values, words: str) -> None:
    assert "role.start" not in values(words)
