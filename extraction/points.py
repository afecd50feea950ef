"""Named points of the calendar: a month, a day, a quarter, a season, "next week"."""

import re
from dataclasses import replace
from datetime import date

from extraction.calendar import (
    HOLIDAYS,
    MONTHS,
    SEASONS,
    coming,
    later,
    month,
    quarter,
    season,
    whole_year,
)
from needs.answers import Period

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:,?\s(?:of\s)?(?P<{0}year>20[2-9]\d)(?!\w))?"
_DAY = r"(?P<{0}day>[0-3]?\d)(?:st|nd|rd|th)?"
_POINT = (
    rf"(?:(?P<{{0}}part>(?:the )?(?:very )?(?:end|middle|beginning|"
    rf"start|first|last week|first week|second half|first half|early|"
    rf"mid|late|close)(?: part)?(?: of)?)[ -](?:the |of )?)?"
    rf"(?:(?P<{{0}}month>{_MONTH})\.?(?:\s{_DAY}(?![\d:%]|\.\d|\s?(?:am|pm)))?{_YEAR}"
    rf"|(?P<{{0}}dayfirst>[0-3]?\d)(?:st|nd|rd|th)?(?: of| de)? (?P<{{0}}month2>{_MONTH})"
    rf"{_YEAR.replace('year>', 'year2>')}"
    rf"|(?P<{{0}}m>1[0-2]|0?[1-9])/(?P<{{0}}d>[0-3]?\d)(?:/(?P<{{0}}y>(?:20)?[2-9]\d))?(?![\d/])"
    rf"|(?P<{{0}}iso>20[2-9]\d-[01]\d-[0-3]\d)"
    rf"|(?P<{{0}}quarter>q[1-4]|(?:first|second|third|fourth|1st|"
    rf"2nd|3rd|4th) quarter){_YEAR.replace('year>', 'year3>')}"
    rf"|(?P<{{0}}season>{'|'.join(SEASONS)}){_YEAR.replace('year>', 'year4>')}"
    rf"|(?P<{{0}}holiday>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})"
    rf"|(?P<{{0}}whole>(?:the )?(?:month|year|quarter)|20[2-9]\d)(?!\w))"
)
_NEXT = r"(?:(?P<{0}next>next|this(?: coming)?|coming|the coming|the)\s)?"


def point(name: str) -> str:
    """Return the pattern of a point; its groups begin with a name."""
    return (_NEXT + _POINT).replace("{0}", name)


def year_said(match: re.Match[str], name: str) -> int | None:
    """Return the year that is said, if one is."""
    said = next(
        (
            match[f"{name}{group}"]
            for group in ("year", "year2", "year3", "year4")
            if match[f"{name}{group}"]
        ),
        None,
    )
    return int(said) if said else None


def period_named(match: re.Match[str], name: str, today: date) -> Period | None:
    """Return the period that a point names, or the part of it."""
    part = (match[f"{name}part"] or "").casefold()
    found = whole_period(match, name, today)
    return _part(found, part) if found and part else found


def whole_period(match: re.Match[str], name: str, today: date, late: bool = False) -> Period | None:
    """Return the whole period that a point names."""
    year = year_said(match, name)
    skip = late or (match[f"{name}next"] or "").casefold() == "next"
    if match[f"{name}month"] or match[f"{name}month2"]:
        return _month(match, name, today, skip)
    if match[f"{name}m"] or match[f"{name}iso"]:
        return _date(match, name, today)
    if match[f"{name}quarter"]:
        number = _ordinal(match[f"{name}quarter"])
        return coming(lambda y: quarter(y, number), today, year, skip)
    if match[f"{name}season"]:
        first = SEASONS[match[f"{name}season"].casefold()]
        return coming(lambda y: season(y, first), today, year, skip)
    if match[f"{name}holiday"]:
        day = HOLIDAYS[match[f"{name}holiday"].casefold()]
        return coming(lambda y: Period(day(y), day(y)), today)
    return _calendar(match[f"{name}whole"].casefold().removeprefix("the "), today, skip)


def _calendar(unit: str, today: date, skip: bool) -> Period:
    if unit.isdigit():
        return whole_year(int(unit))
    if unit == "year":
        return whole_year(today.year + skip)
    if unit == "quarter":
        return coming(lambda y: quarter(y, (today.month + 2) // 3), today)
    first = later(today.replace(day=1), int(skip), "month")
    return month(first.year, first.month)


def _ordinal(words: str) -> int:
    small = words.casefold()
    return (
        int(small[1])
        if small[0] == "q"
        else {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3}.get(small[:2], 4)
    )


def _month(match: re.Match[str], name: str, today: date, skip: bool) -> Period:
    number = MONTHS[(match[f"{name}month"] or match[f"{name}month2"]).casefold()]
    said = match[f"{name}day"] or match[f"{name}dayfirst"]
    year = year_said(match, name)
    if not said:
        return coming(lambda y: month(y, number), today, year, skip)
    day = int(said)
    return coming(lambda y: _one_day(y, number, day), today, year)


def _one_day(year: int, number: int, day: int) -> Period:
    return Period(date(year, number, day), date(year, number, day))


def _date(match: re.Match[str], name: str, today: date) -> Period:
    if match[f"{name}iso"]:
        day = date.fromisoformat(match[f"{name}iso"])
        return Period(day, day)
    said = match[f"{name}y"]
    year = int(said) % 100 + 2000 if said else None
    number, day_number = int(match[f"{name}m"]), int(match[f"{name}d"])
    return coming(lambda y: _one_day(y, number, day_number), today, year)


def _part(period: Period, part: str) -> Period:
    if not period.start or not period.end:
        return period
    days = (period.end - period.start).days + 1
    if "end" in part or "close" in part:
        return replace(period, start=period.end)
    if "begin" in part or "start" in part or part.startswith("first of") or part == "first":
        return replace(period, end=period.start)
    if "mid" in part:
        return Period(
            later(period.start, days // 3, "day"), later(period.start, 2 * days // 3 - 1, "day")
        )
    if "early" in part or "first" in part:
        return replace(period, end=later(period.start, days // 3 - 1, "day"))
    return replace(period, start=later(period.start, 2 * days // 3, "day"))
