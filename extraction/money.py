"""Pay: what a new hire gets, for an hour, a day, a week, a month or a year."""

import re
from collections.abc import Iterator
from typing import Literal

from extraction.claims import Claims
from extraction.clauses import Clauses
from extraction.cues import patterns, table, whole
from extraction.numbers import AT_LEAST, NUMBER, OVER, TENS, THOUSAND, UP_TO, value
from extraction.numbers import UNITS as UNIT_WORDS
from needs.answers import Money

Per = Literal["hour", "day", "week", "month", "year"]

UNITS: dict[Per, str] = {
    "hour": r"\s?(?:/|per|an?|por|la|p)\s?(?:hours?|hrs?|h|hora)(?!\w)|\s?(?:hourly|"
    r"hr|ph)(?!\w)|\s?/\s?h(?!\w)",
    "day": r"\s?(?:/|per|an?)\s?day(?!\w)|\s?daily(?!\w)",
    "week": r"\s?(?:/|per|an?)\s?(?:week|wk|weak)(?!\w)|\s?weekly(?!\w)",
    "month": r"\s?(?:/|per|an?)\s?(?:month|mo)(?!\w)|\s?monthly(?!\w)",
    "year": r"\s?(?:/|per|an?)\s?(?:year|yr|annum)(?!\w)|\s?(?:annual(?:ly)?|"
    r"yearly|salary|salaried|base)(?!\w)",
}
_UNIT = "|".join(rf"(?P<{per}>{pattern})" for per, pattern in UNITS.items())
_EXTRA = (
    r"(?P<extra>\s?(?:\+|plus|and|&)\s(?:a\s)?(?:tips?|tip pool|"
    r"bonus\w*|commission|benefits|per diem|overtime))"
)
_MIDDLE = r"\s?-\s?|\s?(?:to|or|thru|through|and|a)\s"
PAY = re.compile(
    rf"(?:(?P<least>{AT_LEAST}|from|{OVER})\s+|(?P<most>{UP_TO})\s+)?(?P<between>between\s+)?"
    rf"(?<![\w.])(?P<dollar>\$\s?)?(?P<lo>{NUMBER})(?P<lok>{THOUSAND})?"
    rf"(?:(?:{_UNIT.replace('?P<', '?P<lo')})?(?P<mid>{_MIDDLE})(?P<dollar2>\$\s?)"
    rf"?(?P<hi>{NUMBER})(?P<hik>{THOUSAND})?)?"
    rf"(?P<plus>\+(?!\w)|\s(?:and|or)\s(?:up|more|better)(?!\w))?(?:\s(?P<bucks>dollars?|"
    rf"bucks?)(?!\w))?(?:{_UNIT}|{_EXTRA})?",
    re.IGNORECASE,
)
DECADES = {
    "teens": 10,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
}
PART = {
    "low": (0, 3),
    "lower": (0, 3),
    "mid": (4, 6),
    "middle": (4, 6),
    "high": (7, 9),
    "upper": (7, 9),
    "": (0, 9),
}
DECADE = re.compile(
    rf"(?P<from>low|lower|mid|middle|high|upper|the)(?:[- ](?:to[- ])?(?P<to>mid|"
    rf"high|upper))?[- ]?\s?"
    rf"(?P<tens>{'|'.join(DECADES)}|[1-9]0'?s)(?P<k>k)?(?:{_UNIT})?",
    re.IGNORECASE,
)
CENTS = re.compile(
    rf"(?<!\w)(?P<dollars>(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNIT_WORDS[1:10])})"
    rf")?|{'|'.join(UNIT_WORDS[10:])})"
    rf"\s(?P<cents>(?:{'|'.join(TENS)})(?:[- ]five)?|ten|fifteen)(?:{UNITS['hour']})",
    re.IGNORECASE,
)
SPOKEN = whole(table("pay")["pay"])


def claim_money(claims: Claims, clauses: Clauses) -> None:
    """Claim every amount that shows itself as pay; one that is somebody else's is noise."""
    amounts = [*_spoken(claims.masked), *_decades(claims.masked), *_amounts(claims, clauses)]
    for start, end, money in amounts:
        first, last = clauses.clause(start)
        others = patterns("words", "marks")["rivals"].search(claims.plain, first, last)
        if money or others:
            claims.take("noise" if others else "money", start, end, money)


def as_pay(lo: float | None, hi: float | None, per: Per | None = None) -> Money | None:
    """Return an amount as pay, its unit worked out from its size where it was not said."""
    size = next((end for end in (hi, lo) if end is not None), 0)
    per = per or ("hour" if 5 <= size < 200 else "year" if size >= 10_000 else None)
    return Money(lo, hi, per) if per else None


def _spoken(text: str) -> Iterator[tuple[int, int, Money | None]]:
    for match in CENTS.finditer(text):
        amount = value(match["dollars"])[0] + value(match["cents"])[0] / 100
        yield *match.span(), Money(amount, amount, "hour")


def _decades(text: str) -> Iterator[tuple[int, int, Money | None]]:
    for match in DECADE.finditer(text):
        first, last = match["from"].casefold(), (match["to"] or match["from"]).casefold()
        tens = match["tens"].casefold()
        base = DECADES[tens] if tens in DECADES else int(tens[:2])
        lo, hi = base + PART.get(first, (0, 9))[0], base + PART.get(last, (0, 9))[1]
        per = _unit(match)
        scale = 1000 if match["k"] or per == "year" else 1
        yield *match.span(), as_pay(lo * scale, hi * scale, per)


def _amounts(claims: Claims, clauses: Clauses) -> Iterator[tuple[int, int, Money | None]]:
    text = claims.masked
    at = 0
    while match := PAY.search(text, at):
        end = match.end() if _together(match) else match.end("lok" if match["lok"] else "lo")
        at = max(end, at + 1)
        if _shown(match, text, clauses):
            yield match.start(), end, _money(match, alone=not _together(match))


def _shown(match: re.Match[str], text: str, clauses: Clauses) -> bool:
    if match["dollar"] or match["dollar2"] or match["lok"] or match["hik"] or _unit(match):
        return not match["mid"] or match["mid"].strip() != "and" or bool(match["between"])
    cents = re.search(r"\.\d\d", match["lo"]) or re.search(r"\.\d\d", match["hi"] or "")
    spoken = SPOKEN.search(text, clauses.clause(match.start())[0], match.start())
    near = (
        spoken
        and match.start() - spoken.end() <= 25
        and not re.search(r"\d", text[spoken.end() : match.start()])
    )
    return bool(match["bucks"] or match["extra"] or near or (cents and _wage(match["lo"])))


def _wage(number: str) -> bool:
    return 5 <= value(number)[0] < 200


def _together(match: re.Match[str]) -> bool:
    if not match["hi"]:
        return True
    lo, hi = value(match["lo"])[0], value(match["hi"])[1]
    joined = match["mid"].strip().casefold() != "and" or bool(match["between"])
    return joined and (lo <= hi or bool(match["hik"]))


def _money(match: re.Match[str], alone: bool) -> Money | None:
    lo = value(match["lo"])[0]
    hi = value(match["hi"])[1] if match["hi"] and not alone else lo
    if match["hik"] and not alone:
        hi *= 1000
    if match["lok"] or (match["hik"] and not alone and lo < 1000):
        lo *= 1000
        hi = hi if match["hi"] and hi >= 1000 else hi * 1000 if match["hi"] and not alone else lo
    per = None if alone else _unit(match)
    if match["least"] or match["plus"]:
        return as_pay(lo, None, per)
    return as_pay(None if match["most"] else lo, hi, per)


def _unit(match: re.Match[str]) -> Per | None:
    groups = match.groupdict()
    return next((per for per in UNITS if groups.get(per) or groups.get(f"lo{per}")), None)
