"""Numbers and ranges of numbers, in digits and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES = {
    **{word: number for number, word in enumerate(UNITS)},
    **{word: 20 + 10 * number for number, word in enumerate(TENS)},
    **dict(
        zip(
            [
                "uno",
                "una",
                "dos",
                "tres",
                "cuatro",
                "cinco",
                "seis",
                "siete",
                "ocho",
                "nueve",
                "diez",
            ],
            (1, *range(1, 11)),
            strict=True,
        )
    ),
    "hundred": 100,
    "a hundred": 100,
    "a dozen": 12,
    "dozen": 12,
    "half a dozen": 6,
    "half dozen": 6,
    "a couple dozen": 24,
    "two dozen": 24,
    "a couple": 2,
    "couple": 2,
    "a pair": 2,
}
VAGUE = {"a few": (3, 5), "few": (3, 5), "several": (4, 7), "a handful": (3, 5), "handful": (3, 5)}

_TENS = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])}))?"
_WORD = rf"(?:{'|'.join(sorted((*VALUES, *VAGUE), key=len, reverse=True))})"
_DIGITS = r"\d{1,3}(?:,\d{3})++(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?"
NUMBER = rf"(?:(?:{_DIGITS})|(?<![\w-])(?:{_TENS}|{_WORD})(?![\w]))"

THOUSAND = r"k(?!\w)|\s(?:thousand|grand)(?!\w)"

AT_LEAST = (
    r"at least|a minimum of|minimum(?: of)?|min\.?|no (?:less|fewer) than|not less than|upwards of"
)
OVER = r"over|more than|north of|above|better than"
UP_TO = (
    r"up to|no more than|not more than|at most|a maximum of|maximum(?: of)?|"
    r"max|as many as|no higher than"
)
UNDER = r"under|less than|fewer than|below"
ABOUT = (
    r"about|around|approximately|approx\.?|roughly|maybe|probably|"
    r"prob|like|close to|nearly|almost|some|say|ish|circa|como|unos|"
    r"unas"
)
_BEFORE = rf"(?:(?P<least>{AT_LEAST})|(?P<over>{OVER})|(?P<most>{UP_TO})|(?P<under>{UNDER}))\s+"
_ABOUT = rf"(?P<about>(?<!\w)(?:{ABOUT})\s+(?:a\s+)?|~\s?)"
_MIDDLE = r"\s?-\s?|\s+(?:to|or|thru|through|and|a)\s+"
_AFTER = (
    r"(?P<plus>\+(?!\w)|\s+(?:or|and)\s+(?:more|up|better|above)(?!\w)|"
    r"\s+(?:at least|minimum|min)(?!\w))"
    r"|(?P<cap>\s+(?:or less|or fewer|at most|max|maximum|tops)(?!\w))"
    r"|(?P<ish>\s?-?ish(?!\w)|\s+(?:or so|give or take)(?!\w))"
)
RANGE = re.compile(
    rf"(?<![\w.$-])(?:(?<!\w)(?:{_BEFORE}))?(?:{_ABOUT})?(?P<between>between\s+)?"
    rf"(?P<lo>{NUMBER})(?P<lok>{THOUSAND})?"
    rf"(?:(?P<mid>{_MIDDLE})(?:{_ABOUT.replace('?P<about>', '?:')})"
    rf"?(?P<hi>{NUMBER})(?P<hik>{THOUSAND})?)?"
    rf"(?:{_AFTER})?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """A range of numbers. `None` is an open end."""

    lo: float | None
    hi: float | None
    approx: bool = False

    @property
    def whole(self) -> bool:
        """Say whether both ends are whole numbers."""
        return all(end is None or end == int(end) for end in (self.lo, self.hi))


def value(words: str) -> tuple[float, float]:
    """Return the lowest and highest number that a number's words stand for."""
    small = " ".join(words.casefold().replace(",", "").split())
    if small in VAGUE:
        return VAGUE[small]
    if small in VALUES:
        return VALUES[small], VALUES[small]
    if small[0].isdigit():
        return float(small), float(small)
    tens, _, unit = small.replace("-", " ").partition(" ")
    return (VALUES[tens] + VALUES.get(unit, 0),) * 2


def ranges(text: str) -> Iterator[tuple[int, int, Span]]:
    """Yield the start, end and meaning of every number and range of numbers in a text."""
    at = 0
    while match := RANGE.search(text, at):
        at = match.end() if _one(match) else match.end("lok" if match["lok"] else "lo")
        yield match.start(), at, spanned(match) if _one(match) else Span(*_ends(match, alone=True))


def _one(match: re.Match[str]) -> bool:
    if not match["hi"]:
        return True
    joined = match["mid"].strip().casefold() != "and" or match["between"]
    lo, hi = _ends(match)
    return bool(joined) and lo <= hi


def spanned(match: re.Match[str]) -> Span:
    """Return the range that a match of RANGE stands for."""
    lo, hi = _ends(match)
    approx = bool(match["about"] or match["ish"]) or match["lo"].casefold() in VAGUE
    if match["least"] or match["plus"]:
        return Span(lo, None, approx)
    if match["over"]:
        return Span(lo + 1, None, approx)
    if match["most"] or match["cap"]:
        return Span(None, hi, approx)
    if match["under"]:
        return Span(None, hi - 1, approx)
    return Span(lo, hi, approx)


def _ends(match: re.Match[str], alone: bool = False) -> tuple[float, float]:
    lo, hi = value(match["lo"])
    if alone:
        return (lo * 1000, hi * 1000) if match["lok"] else (lo, hi)
    if match["hi"]:
        hi = value(match["hi"])[1]
    if match["hik"] or (match["lok"] and not match["hi"]):
        hi *= 1000
    if match["lok"] or (match["hik"] and lo < 1000):
        lo *= 1000
    if match["lok"] and match["hi"] and hi < 1000:
        hi *= 1000
    return lo, hi
