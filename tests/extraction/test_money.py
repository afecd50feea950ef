from collections.abc import Callable
from typing import Any

import pytest

from needs.answers import Money
from needs.message import Reading


@pytest.mark.parametrize(
    ("words", "lo", "hi", "per"),
    [
        ("$22.50/hr", 22.5, 22.5, "hour"),
        ("22 dollars an hour", 22, 22, "hour"),
        ("$18-$22 an hour", 18, 22, "hour"),
        ("$25 to $29 per hour", 25, 29, "hour"),
        ("between 19 and 22 an hour", 19, 22, "hour"),
        ("low twenties an hour", 20, 23, "hour"),
        ("mid twenties/hr", 24, 26, "hour"),
        ("high twenties", 27, 29, "hour"),
        ("62k", 62000, 62000, "year"),
        ("42-48k", 42000, 48000, "year"),
        ("58 to 64 thousand", 58000, 64000, "year"),
        ("$85,000 to $98,000 a year", 85000, 98000, "year"),
        ("1,250 a week", 1250, 1250, "week"),
        ("$280 a day", 280, 280, "day"),
        ("3,800 a month", 3800, 3800, "month"),
        ("starting at 24", 24, 24, "hour"),
        ("starting pay 24", 24, 24, "hour"),
        ("24 to start", 24, 24, "hour"),
        ("up to 30", None, 30, "hour"),
        ("at least 17 an hour", 17, None, "hour"),
        ("19.50", 19.5, 19.5, "hour"),
        ("twenty-two fifty an hour", 22.5, 22.5, "hour"),
    ],
)
def test_pay_is_read_with_its_unit(
    values: Callable[..., dict[str, Any]], words: str, lo: Any, hi: Any, per: str
) -> None:
    pay = values(words, "role.pay")["role.pay"]
    assert pay == {"lo": lo, "hi": hi, "per": per, "currency": "USD"}


@pytest.mark.parametrize(
    "words",
    [
        "$500 sign-on bonus",
        ".58 cpm",
        "nights get a $2 shift differential",
        "the warehouse beats us by 3 bucks",
        "401k match and dental",
    ],
)
def test_what_is_no_base_pay_is_no_pay(values: Callable[..., dict[str, Any]], words: str) -> None:
    assert "role.pay" not in values(words, "role.pay")


def test_the_base_is_read_beside_its_extras(values: Callable[..., dict[str, Any]]) -> None:
    pay = values("16/hr + bonus, weekend diff 1.50", "role.pay")["role.pay"]
    assert (pay["lo"], pay["hi"]) == (16, 16)


def test_two_jobs_in_one_breath_each_have_their_pay(read: Callable[..., Reading]) -> None:
    facts = read("line cook 18-20 plus tips, dishwasher 15").facts
    paid = {fact.role: fact.value for fact in facts if fact.slot == "role.pay"}
    assert paid == {0: Money(18, 20, "hour"), 1: Money(15, 15, "hour")}
