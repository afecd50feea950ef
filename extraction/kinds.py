"""Answers out of closed lists: schedule, screens, level, education, reasons, offers."""

import re

from needs.answers import Difficulty, Level, OfferKind, Reason, Schedule, Schooling, Screen

from extraction.claims import Claim, Claims
from extraction.clauses import Clauses
from extraction.cues import patterns

CLOCK = re.compile(
    r"(?<![\w:])(?P<from>1[0-2]|[1-9])(?::\d\d)?\s?(?P<half>[ap]m?)?\s?(?:-|to|till|til|until)\s?(?P<to>1[0-2]|[1-9])(?::\d\d)?\s?(?P<end>[ap]\.?m?)(?!\w)",
    re.IGNORECASE,
)
COMMERCIAL = re.compile(r"(?:commercial|cdl|class [ab])\s$", re.IGNORECASE)
LEVEL_ENTRY = re.compile(r"(?<!\w)(?:entry[- ]level|(?i:junior|jr\.?)(?= [a-z])|trainee level)(?!\w)", re.IGNORECASE)
LEVEL_MID = re.compile(r"(?<!\w)mid[- ]?(?:level|career)(?!\w)", re.IGNORECASE)
LEVEL_SENIOR = re.compile(r"(?<!\w)(?:senior[- ]level|(?:senior|[Ss]r\.?)(?= (?!living|care|center|services|citizen|housing|home)[a-z]))(?!\w)")
AFTER = re.compile(
    r"\s*(?:[:,-]\s?)?(?:is |are |isn't |aren't )?(?:no(?! (?:problem|exceptions?|way|matter|ifs|less|more|issue))|nope|not(?! (?:just|only|everybody))|none)(?!\w)",
    re.IGNORECASE,
)
LIST = re.compile(r"(?:[\w/'-]+(?:,| or| nor| and|/)\s){0,3}", re.IGNORECASE)


def claim_kinds(claims: Claims, slot: str, values: type) -> None:
    """Claim every phrase that stands for a value of a closed list."""
    for name, pattern in patterns("kinds", slot).items():
        claims.take_all(slot, pattern, values(name))


def claim_schedule(claims: Claims) -> None:
    """Claim shifts and hours, those on the clock too."""
    for match in CLOCK.finditer(claims.masked):
        shift = _shift(match)
        claims.take("role.schedule" if shift else "noise", *match.span(), shift)
    claim_kinds(claims, "role.schedule", Schedule)


def _shift(match: re.Match[str]) -> Schedule | None:
    start = int(match["from"])
    half = (match["half"] or "").casefold()[:1]
    late = match["end"].casefold().startswith("p")
    evening = (half == "p" or (not half and late and start < int(match["to"]))) and 2 <= start < 8
    night = half == "p" and start >= 9 and not late
    return Schedule.EVENINGS if evening else Schedule.NIGHTS if night else None


def claim_screens(claims: Claims) -> None:
    """Claim checks that a new hire has to pass."""
    claim_kinds(claims, "role.screens", Screen)


def claim_licence(claims: Claims) -> None:
    """Claim the ordinary driving licence before a list of credentials can; a commercial one is none."""
    for match in patterns("kinds", "role.screens")["driving_licence"].finditer(claims.masked):
        if not COMMERCIAL.search(claims.plain[max(0, match.start() - 20) : match.start()]):
            claims.take("role.screens", *match.span(), Screen.DRIVING_LICENCE)


def claim_education(claims: Claims, asked: bool) -> None:
    """Claim levels of schooling."""
    for section in ("education", "education_asked") if asked else ("education",):
        for name, pattern in patterns("kinds", section).items():
            claims.take_all("role.education", pattern, Schooling(name))


def claim_level(claims: Claims, asked: bool) -> None:
    """Claim how experienced somebody has to be."""
    if asked:
        claim_kinds(claims, "role.level", Level)
    else:
        claims.take_all("role.level", LEVEL_ENTRY, Level.ENTRY)
        claims.take_all("role.level", LEVEL_MID, Level.MID)
        claims.take_all("role.level", LEVEL_SENIOR, Level.SENIOR)


def claim_difficulty(claims: Claims) -> None:
    """Claim words for how hard a job is to fill."""
    for name, pattern in patterns("kinds", "hard").items():
        claims.take_all("role.hard_to_fill", pattern, Difficulty(name))


def claim_reasons(claims: Claims, sections: tuple[str, ...]) -> None:
    """Claim reasons why a job is hard to fill."""
    for section in sections:
        for name, pattern in patterns("kinds", section).items():
            claims.take_all("role.hard_reasons", pattern, Reason(name))


def claim_offers(claims: Claims) -> None:
    """Claim what an employer offers."""
    claim_kinds(claims, "offers", OfferKind)


def denied(claim: Claim, plain: str, clauses: Clauses) -> bool:
    """Say whether a clause says "no" to what it names."""
    first, last = clauses.clause(claim.start)
    before = plain[first : claim.start]
    if AFTER.match(plain, claim.end, last):
        return True
    denial = [m for m in patterns("words", "marks")["denial"].finditer(before)]
    return bool(denial) and len(before[denial[-1].end() :].split()) <= 4


def refused(plain: str, clauses: Clauses, claim: Claim) -> bool:
    """Say whether "no" stands right before what a claim names."""
    first, _ = clauses.clause(claim.start)
    return re.search(r"(?<!\w)(?:no|nor|without|ni|sin)(?: [\w'-]+)?\s$", plain[first : claim.start], re.IGNORECASE) is not None


def mended(plain: str, clauses: Clauses, claim: Claim) -> bool:
    """Say whether the "no" of a clause takes back what stood before: "2, no make it 3"."""
    first, _ = clauses.clause(claim.start)
    return patterns("words", "marks")["repair"].search(plain, first, claim.start) is not None
