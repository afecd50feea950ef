"""Named stretches of the year, and which one is the next to come."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from needs.answers import Period

MONTHS = {
    **{name.casefold(): number for number, name in enumerate(calendar.month_name) if number},
    **{name.casefold(): number for number, name in enumerate(calendar.month_abbr) if number},
    "sept": 9,
    **dict(
        zip(
            [
                "enero",
                "febrero",
                "marzo",
                "abril",
                "mayo",
                "junio",
                "julio",
                "agosto",
                "septiembre",
                "octubre",
                "noviembre",
                "diciembre",
            ],
            range(1, 13),
            strict=True,
        )
    ),
}
SEASONS = {
    "spring": 3,
    "summer": 6,
    "fall": 9,
    "autumn": 9,
    "winter": 12,
    "primavera": 3,
    "verano": 6,
    "otoño": 9,
    "invierno": 12,
}


def month(year: int, number: int) -> Period:
    """Return one month."""
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Period:
    """Return one quarter of a year."""
    return Period(month(year, 3 * number - 2).start, month(year, 3 * number).end)


def season(year: int, first_month: int) -> Period:
    """Return the three months of a season that begins in this year."""
    year_end, month_end = divmod(first_month + 1, 12)
    return Period(date(year, first_month, 1), month(year + year_end, month_end + 1).end)


def whole_year(year: int) -> Period:
    """Return a year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def coming(
    stretch: Callable[[int], Period], today: date, year: int | None = None, skip: bool = False
) -> Period:
    """Return a yearly stretch: of the year that was named, else the first that is not over.

    With `skip`, one that has already begun is passed over ("next spring", said in spring).
    """
    if year:
        return stretch(year)
    for number in range(today.year - 1, today.year + 3):
        found = stretch(number)
        if found.end and found.end >= today and not (skip and found.start and found.start <= today):
            return found
    return stretch(today.year + 1)


def later(day: date, number: int, unit: str) -> date:
    """Return the day that is so many days, weeks, months or years later."""
    if unit in {"day", "week"}:
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = day.month - 1 + number * (12 if unit == "year" else 1)
    year, number = day.year + months // 12, months % 12 + 1
    return date(year, number, min(day.day, calendar.monthrange(year, number)[1]))


def weekday_of(year: int, number: int, weekday: int, which: int) -> date:
    """Return the first, second … (or with -1 the last) such weekday of a month."""
    days = [d for week in calendar.monthcalendar(year, number) if (d := week[weekday])]
    return date(year, number, days[which])


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year": lambda year: date(year, 1, 1),
    "new years": lambda year: date(year, 1, 1),
    "new year's": lambda year: date(year, 1, 1),
    "memorial day": lambda year: weekday_of(year, 5, 0, -1),
    "independence day": lambda year: date(year, 7, 4),
    "july 4th": lambda year: date(year, 7, 4),
    "fourth of july": lambda year: date(year, 7, 4),
    "4th of july": lambda year: date(year, 7, 4),
    "labor day": lambda year: weekday_of(year, 9, 0, 0),
    "halloween": lambda year: date(year, 10, 31),
    "thanksgiving": lambda year: weekday_of(year, 11, 3, 3),
    "christmas": lambda year: date(year, 12, 25),
}
