"""When people are needed: words for a stretch of days, read against the day they were said."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from extraction.calendar import (
    later,
    month,
    whole_year,
)
from extraction.claims import Claims
from extraction.clauses import Clauses
from extraction.cues import patterns
from extraction.numbers import NUMBER, value
from extraction.points import period_named, point, whole_period, year_said
from needs.answers import Period

LEADS = {
    "by": r"by(?: the)?|no later than|before(?: the)?|until|till|through|"
    r"in time for|ahead of|para(?: el| la)?|prior to",
    "from": r"from|starting(?: in| on| from)?|start(?:s|ing)? (?:in|on)|"
    r"not before|no earlier than|after(?: the)?|as of|beginning(?: in|"
    r" on)?|desde|any time after",
    "in": r"in|on|during|around|about|for|over(?: the)?|en|sometime in|come",
}
RANGE = re.compile(
    rf"(?<!\w)(?:(?P<lead>between|from|de|starting|for|in)\s)?{point('a')}\s?(?:-|"
    rf"to|thru|through|and|until|till|a|y)\s?{point('b')}(?!\w)",
    re.IGNORECASE,
)
SINGLE = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(f'(?P<{name}>{words})' for name, words in LEADS.items())})"
    rf"\s)?{point('a')}(?!\w)",
    re.IGNORECASE,
)
SPAN = re.compile(
    rf"(?<!\w)(?P<lead>over|within|in|during|inside|the|for|next|"
    rf"sometime in|about)\s(?:the\s)?(?:about\s)?(?P<coming>next |"
    rf"coming |following )?(?:(?:{NUMBER})\s?(?:-|to|or)\s?)?"
    rf"(?:(?P<number>{NUMBER}|an?)\s?)?(?P<unit>day|week|wk|month|"
    rf"mo|year|yr)s?(?!\w)(?P<from>\sfrom now| out)?",
    re.IGNORECASE,
)
AT_ONCE = re.compile(
    r"(?<!\w)(?:a\.?s\.?a\.?p|as soon as (?:possible|we can|they can)|"
    r"immediately|right away|yesterday|straight away|pronto|lo antes posible)"
    r"(?!\w)",
    re.IGNORECASE,
)
NOW = re.compile(r"(?<!\w)(?:right now|now|today|tomorrow|any ?time|ya|ahora)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class When:
    """A period, and whether it says for how long one looks ahead rather than when one begins."""

    period: Period
    horizon: bool = False


def claim_periods(claims: Claims, clauses: Clauses, today: date, asked: tuple[str, ...]) -> None:
    """Claim the stretches of days that are still to come."""
    wanted = "role.start" in asked
    for match in AT_ONCE.finditer(claims.masked):
        if wanted or match[0][0] in "aA":
            claims.take("period", *match.span(), When(Period(today, today)))
    for pattern, read in ((RANGE, _range), (SPAN, _span), (SINGLE, _single)):
        for match in pattern.finditer(claims.masked):
            when = _safely(read, match, today)
            if when and (wanted or not _elsewhere(claims, clauses, match)):
                claims.take("period", *match.span(), when)
    if wanted and not any(not claim.value.horizon for claim in claims.of("period")):
        _claim_now(claims, today)


def _claim_now(claims: Claims, today: date) -> None:
    for match in NOW.finditer(claims.masked):
        claims.take("period", *match.span(), When(Period(today, today)))


def _elsewhere(claims: Claims, clauses: Clauses, match: re.Match[str]) -> bool:
    """Say whether a clause tells of the past, or why something is so."""
    first, last = clauses.clause(match.start())
    marks = patterns("words", "marks")
    return any(marks[name].search(claims.plain, first, last) for name in ("past", "reason"))


def _safely(
    read: Callable[[re.Match[str], date], When | None], match: re.Match[str], today: date
) -> When | None:
    try:
        return read(match, today)
    except (ValueError, OverflowError):  # 31 June, or a day beyond the calendar
        return None


def _range(match: re.Match[str], today: date) -> When | None:
    first, last = period_named(match, "a", today), period_named(match, "b", today)
    if (
        (match["bwhole"] and not match["bwhole"].isdigit())
        or match["awhole"]
        or not first
        or not last
    ):
        return None
    if first.start and last.end and last.end < first.start:
        last = _after(match, first.start)
    elif (
        first.start
        and last.end
        and first.start > today
        and (last.end - first.start).days > 366
        and not year_said(match, "b")
    ):
        return None
    return When(Period(first.start, last.end)) if last else None


def _after(match: re.Match[str], start: date) -> Period:
    return period_named(match, "b", start) or Period(None, None)


def _single(match: re.Match[str], today: date) -> When | None:
    named = period_named(match, "a", today)
    if not named or ((_bare_may(match) or _verb(match)) and not match["by"]):
        return None
    if match["awhole"] and not match["apart"]:
        if (
            (match["anext"] or "the").casefold() == "the"
            and "year" not in match["awhole"].casefold()
            and not match["awhole"].isdigit()
        ):
            return None
        return When(
            named,
            horizon=not (match["anext"] or "").casefold().startswith("next")
            or match["awhole"].casefold().endswith("year"),
        )
    if (
        match["by"]
        and not match["apart"]
        and not year_said(match, "a")
        and named.start
        and named.start < today
    ):
        named = whole_period(match, "a", today, late=True) or named
    if match["by"]:
        return When(
            Period(
                None,
                named.end if match["apart"] and "end" in match["apart"].casefold() else named.start,
            )
        )
    if match["from"]:
        return When(Period(named.start, None))
    return When(named)


def _verb(match: re.Match[str]) -> bool:
    """Say whether "fall" or "spring" is what somebody does."""
    led = ("in", "from", "anext", "apart", "ayear4")
    word = (match["aseason"] or "").casefold()
    return word in {"fall", "spring"} and not any(match[name] for name in led)


def _bare_may(match: re.Match[str]) -> bool:
    name = match["amonth"]
    return (
        bool(name)
        and name.casefold() in {"may", "march", "mar", "sep", "dec", "jan"}
        and name.islower()
        and name in {"may", "march", "mar"}
        and not (
            match["in"]
            or match["from"]
            or match["aday"]
            or match["apart"]
            or match["anext"]
            or match["ayear"]
        )
    )


def _span(match: re.Match[str], today: date) -> When | None:
    lead, unit = match["lead"].casefold(), match["unit"].casefold()
    unit = {"wk": "week", "mo": "month", "yr": "year"}.get(unit, unit)
    if not match["number"]:
        return _coming_span(match, today, lead, unit)
    number = 1 if match["number"].casefold() in {"a", "an"} else round(value(match["number"])[1])
    if number > {"year": 5, "month": 60}.get(unit, 400) or (
        match["number"].casefold() in {"a", "an"} and not match["from"]
    ):
        return None
    if lead in {"the", "about", "for", "next"} and not (match["coming"] or lead == "next"):
        return None
    end = later(today, number, unit)
    if lead == "in" and not match["coming"]:
        return When(Period(end, end))
    return When(Period(today, end), horizon=unit == "year" or (unit == "month" and number >= 12))


def _coming_span(match: re.Match[str], today: date, lead: str, unit: str) -> When | None:
    if not match["coming"] and lead not in {"next"}:
        return (
            When(Period(today, later(today, 1, "year")), horizon=True)
            if lead in {"over", "during", "within"} and unit == "year"
            else None
        )
    if unit == "year" and lead not in {"next", "in"}:
        return When(Period(today, later(today, 1, "year")), horizon=True)
    if unit == "year":
        return When(whole_year(today.year + 1), horizon=True)
    if unit == "month":
        first = later(today.replace(day=1), 1, "month")
        return When(month(first.year, first.month))
    monday = later(today, 7 - today.weekday(), "day")
    return When(Period(monday, later(monday, 6, "day"))) if unit == "week" else None
