"""Counts of people: which number counts what."""

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from extraction.claims import Claim, Claims
from extraction.clauses import Clauses
from extraction.cues import patterns
from extraction.numbers import Span, ranges
from extraction.titles import HEADS
from needs.answers import Quantity

FAR = 80  # letters between a slip and its mending
MOST = 300  # numbers in a message that anybody wrote
STRONG = ("growth", "replacement", "vacancies", "size", "headcount")
WEAK = ("present", "openings", "posts")
SKILLED = {"role.skills", "role.tools", "role.duties", "role.skill_when", "role.skill_votes"}
SLOTS = {
    "size": "employer.size",
    "headcount": "role.headcount",
    "vacancies": "role.vacancies",
    "openings": "role.openings",
    "growth": "role.openings_growth",
    "replacement": "role.openings_replacement",
}
JOINT = re.compile(r"\s(?:and|n|so|then|with|y|&|because|bc)\s|:\s", re.IGNORECASE)
REFERENCE = re.compile(
    r"(?<!\w)(?:last|first|those|these|the other|the same|all|of the|"
    r"every|past|one of the|another|top|other|"
    r"new|right|good|old|big|only|that|this|the|no|any|which|either|each|some|number|my|his|her)\s$",
    re.IGNORECASE,
)
UP_TO_NOW = re.compile(r"(?<!\w)(?:we're|we are|it's|now|are|i'm)\s$", re.IGNORECASE)
JOB = re.compile(rf"(?:\s[a-z]+){{0,2}}?\s{HEADS.pattern}", re.IGNORECASE)
STRETCH = re.compile(
    r"(?<!\w)(?:could be|might be|may be|possibly|could go to|as high as)\s$", re.IGNORECASE
)
NOTHING = re.compile(
    r"(?<!\w)(?:(?:no|zero|0|none|nothing|not any|nobody|not one)\s(?:of (?:them|"
    r"those) )?(?:currently )?"
    r"(?:(?P<vacancies>openings?(?! (?:expected|next|this year))|"
    r"open(?! to\b)|vacan\w+|posted|unfilled)"
    r"|(?P<growth>new(?! hires?)(?: (?:positions?|jobs?|ones?|spots?|"
    r"seats?))?|growth|expansion|added?)"
    r"|(?P<replacement>replacements?|retire\w*|leaving|turnover|backfills?)"
    r"|(?P<openings>hir(?:es?|ing)(?! bonus)|new hires?)))(?!\w)|"
    r"(?<!\w)(?P<vacancies2>fully staffed|full up)(?!\w)"
    r"|(?<!\w)not (?P<replacement2>replacing|losing)(?: any(?:one|body)?)?(?!\w)"
    r"|(?<!\w)not (?P<growth2>adding|growing|expanding)(?: any(?:one|body|thing)?)?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Count:
    """A number of people, and what it counts where the words around it say so."""

    span: Span
    kind: str | None

    @property
    def quantity(self) -> Quantity:
        """Return the number as a quantity."""
        lo, hi = (None if end is None else round(end) for end in (self.span.lo, self.span.hi))
        return Quantity(lo, hi, self.span.approx)


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    count: Count


def claim_quantities(claims: Claims, clauses: Clauses, asked: tuple[str, ...] = ()) -> None:
    """Claim every number that is left, with what it counts."""
    for match in NOTHING.finditer(claims.masked):
        kind = next(name for name, said in match.groupdict().items() if said).removesuffix("2")
        claims.take("count", *match.span(), Count(Span(0, 0), kind))
    found: list[_Found] = []
    for start, end, span in islice(ranges(claims.masked), MOST):
        _add(found, _Found(start, end, Count(span, None)), claims, clauses)
    about_skills = bool(asked) and set(asked) <= SKILLED
    typed = [_typed(found, at, claims, clauses, about_skills) for at in range(len(found))]
    for one in _inherited(_explained(typed, claims, clauses), claims):
        count = replace(one.count, kind=_asked(one.count.kind, asked))
        claims.take("count", one.start, one.end, count)


def _asked(kind: str | None, asked: tuple[str, ...]) -> str | None:
    """Read words that only say "there are so many" as the answer to what was asked."""
    if kind == "present":
        others = [name for name in ("headcount", "vacancies", "size") if SLOTS[name] in asked]
        return others[0] if len(others) == 1 else "headcount"
    if kind == "posts":
        others = [name for name in ("vacancies", "openings") if SLOTS[name] in asked]
        return others[0] if len(others) == 1 else None
    return kind


def _add(found: list[_Found], one: _Found, claims: Claims, clauses: Clauses) -> None:
    before = claims.plain[max(0, one.start - 16) : one.start]
    if UP_TO_NOW.search(before) and one.count.span.lo is None:
        one = replace(one, count=Count(Span(one.count.span.hi, one.count.span.hi), None))
    if (
        STRETCH.search(before)
        and found
        and clauses.sentence(found[-1].start) == clauses.sentence(one.start)
    ):
        found[-1] = replace(
            found[-1], count=Count(replace(found[-1].count.span, hi=one.count.span.hi), None)
        )
    elif found and before.casefold().endswith("not "):
        return  # "6, not 5": the number that is not meant
    elif one.count.span.whole and not _is_reference(before, claims.plain[one.start : one.end]):
        found.append(one)


def _is_reference(before: str, number: str) -> bool:
    if before.casefold().endswith("no ") and number[0].isdigit():
        return False
    return (
        REFERENCE.search(before) is not None
        and re.search(r"(?:just|only) (?:the )?$", before) is None
    )


def _typed(
    found: list[_Found], at: int, claims: Claims, clauses: Clauses, about_skills: bool
) -> _Found:
    one = found[at]
    left, right = _sides(found, at, claims.masked, clauses)
    kind = _said(left, right, about_skills)
    kind = kind or _looking_ahead(claims, clauses, one) or _before(claims, clauses, one, left)
    if _is_lone_one(claims.plain[one.start : one.end], kind, left, right):
        return replace(one, count=Count(one.count.span, "none"))
    return replace(one, count=Count(one.count.span, kind))


def _said(left: str, right: str, about_skills: bool) -> str | None:
    """Return what the words say; a job right behind a number makes it people in that job."""
    kind, job = _kind(left, right), JOB.match(right)
    if kind == "present" and about_skills and not job:
        return None
    return "headcount" if kind == "size" and job else kind


def _is_lone_one(words: str, kind: str | None, left: str, right: str) -> bool:
    if words.casefold() not in {"one", "una", "uno", "some"}:
        return False
    if re.fullmatch(r"\W*(?:just|only)(?: the)?\W*", left):
        return False
    return kind not in STRONG and (left + right).strip(" .,!?") != ""


def _sides(found: list[_Found], at: int, text: str, clauses: Clauses) -> tuple[str, str]:
    one = found[at]
    first, last = clauses.clause(one.start)
    before = found[at - 1].end if at and found[at - 1].end > first else first
    after = found[at + 1].start if at + 1 < len(found) and found[at + 1].start < last else last
    left, right = text[before : one.start], text[one.end : after]
    if before != first:
        left = re.split(JOINT, left, maxsplit=1)[-1]
    if after != last:
        right = re.split(JOINT, right, maxsplit=1)[0]
    return left, right


def _kind(left: str, right: str) -> str | None:
    found: list[tuple[int, int, str]] = []
    for rank, kinds in enumerate((STRONG, WEAK)):
        for kind in kinds:
            if after := patterns("words", "counted")[kind].search(right):
                found.append((rank, after.start(), kind))
            before = patterns("words", "counting").get(kind)
            for match in before.finditer(left) if before else ():
                found.append((rank, len(left) - match.end() + 2, kind))
    if {kind for _, _, kind in found} == {"present", "posts"}:
        return "vacancies"
    return min(found)[2] if found else None


def _looking_ahead(claims: Claims, clauses: Clauses, one: _Found) -> str | None:
    first, last = clauses.clause(one.start)
    ahead = [c for c in claims.of("period") if first <= c.start < last and c.value.horizon]
    return "openings" if ahead else None


def _before(claims: Claims, clauses: Clauses, one: _Found, left: str) -> str | None:
    """Read the clause before, where it is no more than a heading: "growth? zero"."""
    first, _ = clauses.clause(one.start)
    if left.replace("lol", "").strip(" ,:-") or not first:
        return None
    start, end = clauses.clause(first - 1)
    heading = claims.masked[start:end]
    if (
        re.search(r"\d", heading)
        or len(heading.split()) > 4
        or not heading.rstrip().endswith(("?", "-", ":"))
    ):
        return None
    return _kind("", heading)


def _explained(found: list[_Found], claims: Claims, clauses: Clauses) -> list[_Found]:
    """Give a number the kind that a later clause of its sentence says of all of it."""
    result = list(found)
    numbers = {clauses.clause(one.start)[0] for one in found}
    for start, end in clauses.each():
        if start in numbers or end - start < 4 or not found:
            continue
        kind = _kind("", claims.masked[start:end])
        if kind not in {"growth", "replacement"}:
            continue
        sentence, _ = clauses.sentence(start)
        earlier = [at for at, one in enumerate(result) if sentence <= one.start < start]
        if earlier and result[earlier[-1]].count.kind in {None, "openings", "posts"}:
            last = result[earlier[-1]]
            result[earlier[-1]] = replace(last, count=Count(last.count.span, kind))
    return result


def _inherited(found: list[_Found], claims: Claims) -> list[_Found]:
    """Give a mended number the kind of the slip that it mends."""
    result: list[_Found] = []
    for one in found:
        mended = result and mends(claims.plain, result[-1].end, one.start)
        kind = one.count.kind or (result[-1].count.kind if mended else None)
        result.append(replace(one, count=Count(one.count.span, kind)))
    return result


def mends(plain: str, start: int, end: int) -> bool:
    """Say whether the words between two values take the first one back."""
    return (
        patterns("words", "marks")["repair"].search(plain, max(0, start - 4, end - FAR), end + 1)
        is not None
    )


def settled(claims: list[Claim], plain: str) -> Claim | None:
    """Return the one that counts: the first, or the last one that mends what stood before."""
    chosen: Claim | None = None
    for claim in claims:
        if chosen is None or mends(plain, chosen.end, claim.start):
            chosen = claim
    return chosen


def counts(claims: Claims, kind: str | None) -> list[Claim]:
    """Return the counts of one kind."""
    return [claim for claim in claims.of("count") if _value(claim).kind == kind]


def _value(claim: Claim) -> Any:
    return claim.value
