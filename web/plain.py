"""Values in plain words, for people."""

from datetime import date
from enum import Enum
from functools import singledispatch
from typing import Any

from needs.answers import (
    Credential,
    Education,
    Experience,
    HardReason,
    Industry,
    Money,
    NoAnswer,
    Offer,
    Period,
    Quantity,
    Requirement,
    Skill,
    Unanswered,
)

UNANSWERED = {
    NoAnswer.DONT_KNOW: "does not know",
    NoAnswer.DECLINED: "would rather not say",
    NoAnswer.NOT_APPLICABLE: "does not apply",
}
FIRMNESS = {
    Requirement.REQUIRED: "",
    Requirement.PREFERRED: " (a plus)",
    Requirement.NOT_REQUIRED: " (not needed)",
}


@singledispatch
def plain(value: Any) -> str:
    """Return a value as a person would write it."""
    return str(value)


@plain.register
def _(value: bool) -> str:
    return "yes" if value else "no"


@plain.register
def _(value: Enum) -> str:
    return str(value.value).replace("_", " ")


@plain.register
def _(value: tuple) -> str:  # type: ignore[type-arg]
    return ", ".join(plain(item) for item in value) or "none"


@plain.register
def _(value: Unanswered) -> str:
    return UNANSWERED[value.answer]


@plain.register
def _(value: Quantity) -> str:
    return ("about " if value.approx else "") + span(value.lo, value.hi)


@plain.register
def _(value: Money) -> str:
    lo, hi = dollars(value.lo), dollars(value.hi)
    per = "an" if value.per == "hour" else "a"
    return f"{span(lo, hi)} {per} {value.per}"


@plain.register
def _(value: Period) -> str:
    return (
        " ".join(
            f"{word} {_day(end)}"
            for word, end in (("from", value.start), ("until", value.end))
            if end
        )
        or "any time"
    )


@plain.register
def _(value: Experience) -> str:
    if value.lo == 0 and value.hi == 0:
        return "none"
    return f"{span(value.lo, value.hi)} months" + FIRMNESS[value.requirement]


@plain.register
def _(value: Education) -> str:
    return plain(value.level) + FIRMNESS[value.requirement]


@plain.register
def _(value: Industry) -> str:
    return f"{value.text} (NAICS {value.naics})" if value.naics else value.text


@plain.register
def _(value: Skill) -> str:
    return value.quote + FIRMNESS[value.requirement]


@plain.register
def _(value: Credential) -> str:
    return value.name + FIRMNESS[value.requirement]


@plain.register
def _(value: HardReason) -> str:
    return plain(value.reason)


@plain.register
def _(value: Offer) -> str:
    return plain(value.kind) + (f": {plain(value.quantity)}" if value.quantity else "")


def span(lo: object, hi: object) -> str:
    """Return a range in words; an open end is said as one."""
    if lo is None and hi is None:
        return "some"
    if hi is None:
        return f"at least {lo}"
    if lo is None:
        return f"up to {hi}"
    return f"{lo}" if lo == hi else f"{lo} to {hi}"


def dollars(amount: float | None) -> str | None:
    """Return an amount of money, with cents only where there are some."""
    if amount is None:
        return None
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def _day(at: date) -> str:
    return f"{at:%b} {at.day}, {at.year}"
