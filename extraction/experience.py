"""Earlier experience, in months."""

import re
from collections.abc import Iterator

from extraction.claims import Claims
from extraction.clauses import Clauses
from extraction.numbers import ABOUT, AT_LEAST, NUMBER, OVER, UP_TO, Span, value

_MIDDLE = r"\s?-\s?|\s?(?:to|or)\s"
LENGTH = re.compile(
    rf"(?:(?P<least>{AT_LEAST})\s+|(?P<over>{OVER})\s+|(?P<most>{UP_TO})\s+)?(?:(?:{ABOUT})\s)?"
    rf"(?<![\w.$-])(?P<lo>{NUMBER}|an?|un)(?P<plus>\s?\+)?(?:(?P<mid>{_MIDDLE})"
    rf"(?P<hi>{NUMBER})(?P<plus2>\+)?)?[\s-]?"
    r"(?P<unit>years?'?|yrs?|yr|años?|months?'?|mos?|meses)(?![\w])"
    r"(?P<more>\s?\+|\s(?:or more|minimum|min|at least|plus(?! )|and up|or better))?",
    re.IGNORECASE,
)
EVIDENCE = re.compile(
    r"(?<!\w)(?:experience|background|otr|in (?:a|the|an) .{2,30}(?:role|"
    r"field|trade|shop)|required|preferred|minimum|min|must|a must|"
    r"a plus|of .{3,30} work|commercial|doing (?:this|it|the)|on the (?:job|"
    r"tools)|hands[- ]on|under (?:their|his|her) belt)(?!\w)",
    re.IGNORECASE,
)
TENURE = re.compile(
    r"(?<!\w)(?:next|over the|within|ago|since|been (?:here|open|"
    r"doing|in business)|in business|old|with us|until|lease|contract|"
    r"program|"
    r"degree|for the past|last|the past|guys with|in thirty|after|"
    r"every|stay|of hire|a year(?: for)?|per)(?!\w)",
    re.IGNORECASE,
)
NONE = re.compile(
    r"(?<!\w)(?:no|zero|without(?: any)?|ninguna|sin) (?:prior |"
    r"previous |work |real |formal |industry )?(?:experience|experiencia)"
    r"(?P<fine>(?:'?s)?(?: is| at all)? (?:needed|necessary|required|"
    r"ok|okay|fine|requirement|is ok|is fine|necesaria))?"
    r"|(?<!\w)experience (?:is )?(?:not|isn't|never) (?:required|needed|necessary)(?P<fine2>)"
    r"|(?<!\w)experience[,:-]*\s(?:none|no|not needed|not required|"
    r"doesn't matter|optional|zero)(?P<fine3>)(?!\w)",
    re.IGNORECASE,
)
SERVED = re.compile(
    r"\s(?:in|as|on|with|doing|working|running)\s(?:an?|the|similar|any|our)\s", re.IGNORECASE
)
NOTHING = Span(0, 0)


def claim_experience(claims: Claims, clauses: Clauses, asked: tuple[str, ...]) -> None:
    """Claim the lengths of time that are experience; where it was asked, any length is."""
    wanted = "role.experience" in asked
    for match in NONE.finditer(claims.masked):
        fine = match["fine"] or match["fine2"] is not None or match["fine3"] is not None
        if fine or (
            (wanted or "role.hard_reasons" not in asked) and _ends_there(claims.plain, match.end())
        ):
            claims.take("experience", *match.span(), NOTHING)
    for start, end, months, evident in _lengths(claims, clauses):
        if evident or wanted:
            claims.take("experience", start, end, months)


def _ends_there(plain: str, at: int) -> bool:
    return re.match(r"\s*(?:[.,;!\n]|$|and|but)", plain[at:]) is not None


def _lengths(claims: Claims, clauses: Clauses) -> Iterator[tuple[int, int, Span, bool]]:
    for match in LENGTH.finditer(claims.masked):
        first, last = clauses.clause(match.start())
        after = claims.plain[match.end() : last]
        around = f"{claims.plain[first : match.start()]} {after}"
        evident = bool(match["more"] or match["plus"] or EVIDENCE.search(around))
        evident = evident or SERVED.match(after) is not None
        if match["lo"].casefold() in {"a", "an"}:
            evident = re.match(r".{0,30}experience", after) is not None
        if not TENURE.search(around):
            yield *match.span(), _months(match), evident


def _months(match: re.Match[str]) -> Span:
    scale = 12 if match["unit"].casefold()[0] in "ya" else 1
    lo = 1 if match["lo"].casefold() in {"a", "an", "un"} else value(match["lo"])[0]
    hi = value(match["hi"])[1] if match["hi"] else (value(match["lo"])[1] if lo != 1 else lo)
    lo, hi = round(lo * scale), round(hi * scale)
    if match["least"] or match["plus"] or match["plus2"] or match["more"]:
        return Span(lo, None)
    if match["over"]:
        return Span(lo + 1, None)
    return Span(None, hi) if match["most"] else Span(lo, hi)
