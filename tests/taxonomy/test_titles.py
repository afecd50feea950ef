import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.titles import plain_title, readings, vague


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Welders", "welder"),
        ("CNAs nights", "cna"),
        ("warehouse sup", "warehouse supervisor"),
        ("maint. mech III", "maintenance mechanic"),
        ("machine ops 2nd shift", "machine operator"),
        ("Dental Asst., full-time", "dental assistant"),
        ("IT mgr", "it manager"),
        ("pharm techs x2", "pharmacy technician"),
        ("welder (MIG)", "welder mig"),
        ("home health aides", "home health aide"),
        ("QC inspector lvl 2", "qc inspector"),
        ("Level III", ""),
        ("nights", ""),
        ("", ""),
        ("🤷", ""),
    ],
)
def test_a_title_is_brought_into_plain_form(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_a_title_is_read_whole_and_in_its_parts() -> None:
    read = readings("SPD techs (sterile processing), nights")
    assert list(read) == [
        "spd technician sterile processing",
        "spd technician",
        "sterile processing",
    ]


def test_the_whole_title_counts_most_and_what_follows_a_comma_least() -> None:
    read = readings("biller/coder, hospital")
    assert read["biller coder hospital"] == 1.0
    assert read["biller coder"] > read["coder"] > read["hospital"]


@pytest.mark.parametrize("title", ["tech 2", "operator B", "helpers", "general labor", "Associate"])
def test_some_titles_could_be_any_job(title: str) -> None:
    assert vague(plain_title(title))


@given(st.text(max_size=60))
def test_shifts_and_levels_are_dropped_whatever_the_title(title: str) -> None:
    assert plain_title(f"{title}, nights, level III") == plain_title(f"2nd shift {title}")
