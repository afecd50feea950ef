"""Facts in words that an employer would use."""

from collections.abc import Iterable
from datetime import date
from functools import singledispatch
from itertools import groupby
from typing import Any

from bot.interview.state import Interview
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
from needs.fact import Fact
from prompts.guide import Guide
from prompts.phrases import say

FREE_TEXT = {"role.duties", "barriers", "roles", "role.title"}
UNDERSTOOD = {"consent.participate", "roles"}  # goes without saying at the read-back


def name_facts(guide: Guide, interview: Interview, facts: Iterable[Fact]) -> str:
    """Return facts in one line: "in the job now 9; openings today 2"."""
    told = [fact for fact in facts if fact.slot not in FREE_TEXT]
    return "; ".join(_lines(guide, interview, told, whose=len(interview.jobs) > 1))


def list_facts(guide: Guide, interview: Interview) -> str:
    """Return all facts of an interview, those of each job under its title."""
    blocks = ["\n".join(_lines(guide, interview, [f for f in interview.facts if f.role is None]))]
    for number, job in enumerate(interview.jobs):
        facts = [f for f in interview.facts if f.role == number and f.slot != "role.title"]
        lines = _lines(guide, interview, facts)
        blocks.append(
            "\n".join([job.title[:1].upper() + job.title[1:], *(f"- {x}" for x in lines)])
        )
    return "\n\n".join(block for block in blocks if block) or say("nothing_yet")


def _lines(
    guide: Guide, interview: Interview, facts: Iterable[Fact], whose: bool = False
) -> list[str]:
    order = list(guide.slots)
    told = sorted((f for f in facts if f.slot not in UNDERSTOOD), key=_place(order))
    groups = groupby(told, key=lambda fact: (fact.slot, fact.role))
    lines = ((role, _line(guide, interview, slot, list(some))) for (slot, role), some in groups)
    return [_of(interview, role, line) if whose else line for role, line in lines]


def _of(interview: Interview, role: int | None, line: str) -> str:
    """Say which of several jobs a line is about, where the question does not say it already."""
    here = interview.asked.role if interview.asked else None
    if role is None or role == here or role >= len(interview.jobs):
        return line
    return f"{interview.jobs[role].title}, {line}"


def _place(order: list[str]) -> Any:
    return lambda fact: (fact.role or 0, order.index(fact.slot))


def _line(guide: Guide, interview: Interview, slot: str, facts: list[Fact]) -> str:
    if slot == "role.occupation":
        said = _occupation(interview, facts[-1])
    else:
        said = ", ".join(filter(None, (in_words(fact.value) for fact in facts))) or say("none")
    return f"{guide.slots[slot].name}: {said}"


def _occupation(interview: Interview, fact: Fact) -> str:
    candidates = interview.jobs[fact.role].candidates if fact.role is not None else ()
    labels = (one.label for one in candidates if one.uri == fact.value)
    return next(labels, in_words(fact.value))


@singledispatch
def in_words(value: Any) -> str:
    """Return a value in words."""
    return str(value).replace("_", " ")


@in_words.register
def _(value: bool) -> str:
    return say("yes") if value else say("no")


@in_words.register
def _(value: tuple) -> str:  # type: ignore[type-arg]
    return ", ".join(in_words(one) for one in value)


@in_words.register
def _(value: Unanswered) -> str:
    names = {NoAnswer.DONT_KNOW: "unknown", NoAnswer.DECLINED: "unsaid"}
    return say(names.get(value.answer, "does_not_apply"))


@in_words.register
def _(value: Quantity) -> str:
    return (say("about") + " " if value.approx else "") + _ends(value.lo, value.hi)


@in_words.register
def _(value: Money) -> str:
    lo, hi = (None if end is None else _dollars(end) for end in (value.lo, value.hi))
    units = {"hour": "an_hour", "day": "a_day", "week": "a_week", "month": "a_month"}
    return f"{_ends(lo, hi)} {say(units.get(value.per, 'a_year'))}"


@in_words.register
def _(value: Period) -> str:
    if value.start == value.end and value.start:
        return _day(value.start)
    if value.start and value.end:
        return f"{_day(value.start)} {say('to')} {_day(value.end)}"
    end = value.start or value.end
    return f"{say('from' if value.start else 'until')} {_day(end)}" if end else ""


@in_words.register
def _(value: Experience) -> str:
    if value.hi == 0:
        return say("none")
    return _with(f"{_ends(value.lo, value.hi)} {say('months')}", value.requirement)


@in_words.register
def _(value: Education) -> str:
    return _with(in_words(value.level.value), value.requirement)


@in_words.register
def _(value: Industry) -> str:
    return value.text


@in_words.register
def _(value: Skill) -> str:
    return _with(value.quote, value.requirement)


@in_words.register
def _(value: Credential) -> str:
    return _with(value.name, value.requirement)


@in_words.register
def _(value: HardReason) -> str:
    return in_words(value.reason.value)


@in_words.register
def _(value: Offer) -> str:
    count = f" ({in_words(value.quantity)})" if value.quantity else ""
    return in_words(value.kind.value) + count


def _with(words: str, requirement: Requirement) -> str:
    added = {Requirement.PREFERRED: "preferred", Requirement.NOT_REQUIRED: "not_required"}
    phrase = added.get(requirement)
    return f"{words} ({say(phrase)})" if phrase else words


def _ends(lo: object, hi: object) -> str:
    if lo == hi:
        return str(lo)
    if hi is None:
        return f"{say('at_least')} {lo}"
    return f"{say('up_to')} {hi}" if lo is None else f"{lo} {say('to')} {hi}"


def _dollars(amount: float) -> str:
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
