"""Answers out of closed lists: schedule, screens, level, education, reasons, offers."""

import re

from extraction.claims import Claim, Claims
from extraction.clauses import Clauses
from extraction.cues import patterns
from needs.answers import Difficulty, Level, OfferKind, Reason, Schedule, Schooling, Screen

CLOCK = re.compile(
    r"(?<![\w:])(?P<from>1[0-2]|[1-9])(?::\d\d)?\s?(?P<half>[ap]m?)?\s?(?:-|"
    r"to|till|til|until)\s?(?P<to>1[0-2]|[1-9])(?::\d\d)?\s?(?P<end>[ap]\.?m?)"
    r"(?!\w)",
    re.IGNORECASE,
)
HARD = re.compile(
    r"(?<!\w)(?:not (?:that |really |very )?|(?:really|very|super|"
    r"so|extremely|pretty|too|real|always|never|impossibly) )*"
    r"(?:hard(?:est)?|tough|difficult|easy|impossible|brutal)(?: job|"
    r" one| ones)? to (?:fill|find|hire|staff|get|keep)(?!\w)",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"(?<!\w)(?:(?:we|i)(?:'d| could| can|'ll| would| will)(?: also|"
    r" do| even| always)?|happy to|willing to|"
    r"love to|glad to)(?!\w)",
    re.IGNORECASE,
)
OWN = {OfferKind.ON_THE_JOB_TRAINING, OfferKind.TUITION, OfferKind.EQUIPMENT, OfferKind.PROJECT}
COMMERCIAL = re.compile(r"(?:commercial|cdl|class [ab])\s$", re.IGNORECASE)
LEVEL_ENTRY = re.compile(
    r"(?<!\w)(?:entry[- ]level|(?i:junior|jr\.?)(?= [a-z])|trainee level)(?!\w)", re.IGNORECASE
)
LEVEL_MID = re.compile(r"(?<!\w)mid[- ]?(?:level|career)(?!\w)", re.IGNORECASE)
LEVEL_SENIOR = re.compile(
    r"(?<!\w)(?:senior[- ]level|(?:senior|[Ss]r\.?)(?= (?!living|"
    r"care|center|services|citizen|housing|home)[a-z]))(?!\w)"
)
AFTER = re.compile(
    r"\s*(?:[:,-]\s?)?(?:is |are |isn't |aren't )?(?:no(?! (?:problem|"
    r"exceptions?|way|matter|ifs|less|more|issue))|nope|not(?! (?:just|"
    r"only|everybody))|none)(?!\w)",
    re.IGNORECASE,
)


def claim_kinds(claims: Claims, slot: str, values: type) -> None:
    """Claim every phrase that stands for a value of a closed list."""
    for name, pattern in patterns("kinds", slot).items():
        claims.take_all(slot, pattern, values(name))


def claim_schedule(claims: Claims, asked: bool) -> None:
    """Claim shifts and hours, those on the clock too."""
    for match in CLOCK.finditer(claims.masked):
        shift = _shift(match)
        claims.take("role.schedule" if shift else "noise", *match.span(), shift)
    claim_kinds(claims, "role.schedule", Schedule)
    if asked:
        for name, pattern in patterns("kinds", "schedule_asked").items():
            claims.take_all("role.schedule", pattern, Schedule(name))


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
    """Claim the ordinary driving licence before a list of credentials can."""
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


def claim_hardship(claims: Claims) -> None:
    """Claim what is volunteered on how hard a job is to fill, and then why."""
    found = [match.span() for match in HARD.finditer(claims.masked)]
    for start, end in found:
        for name, pattern in patterns("kinds", "hard").items():
            if pattern.search(claims.plain, start, end):
                claims.take("role.hard_to_fill", start, end, Difficulty(name))
    if found:
        claim_reasons(claims, ("reasons.strong",))


def claim_volunteered(claims: Claims, clauses: Clauses) -> None:
    """Claim offers that nobody asked for, where a clause says that it is one."""
    for name, pattern in patterns("kinds", "offers").items():
        for match in pattern.finditer(claims.masked):
            first, _ = clauses.clause(match.start())
            offered = OFFERED.search(claims.plain, first, match.start())
            if offered and OfferKind(name) not in OWN:
                claims.take("offers", *match.span(), OfferKind(name))


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
    return (
        re.search(
            r"(?<!\w)(?:no|nor|without|ni|sin)(?: [\w'-]+)?\s$",
            plain[first : claim.start],
            re.IGNORECASE,
        )
        is not None
    )


def mended(plain: str, clauses: Clauses, claim: Claim) -> bool:
    """Say whether the "no" of a clause takes back what stood before: "2, no make it 3"."""
    first, _ = clauses.clause(claim.start)
    return patterns("words", "marks")["repair"].search(plain, first, claim.start) is not None
