"""From claims to what was said: one small reader for each kind of slot."""

import re
from collections.abc import Iterator

from extraction import company, kinds
from extraction.claims import Claim
from extraction.cues import patterns
from extraction.numbers import ranges
from extraction.pipeline import Sheet
from extraction.places import places
from extraction.quantities import SLOTS, Count
from extraction.said import Said
from extraction.scopes import Scopes
from extraction.skills import PHRASED, said_skills, speaks_of_skills, spread
from needs.answers import (
    Credential,
    Education,
    Experience,
    HardReason,
    Level,
    NoAnswer,
    Offer,
    Quantity,
    Requirement,
    Schedule,
    Schooling,
    Skill,
    Unanswered,
)

SEATS = re.compile(
    r",?\s(?:for|of)\s.{0,20}?\d{1,3}(?=\s(?:students?|kids|people|"
    r"teachers?|interns?|at a time|a year|each))"
)
NEEDED = re.compile(
    r"(?<!\w)(?:need|want|start\w*|hire|hiring|bring|on the floor|in place)(?!\w)", re.IGNORECASE
)
RANKS = {"senior": Level.SENIOR, "sr": Level.SENIOR, "junior": Level.ENTRY, "jr": Level.ENTRY}
WEIGHT = {Requirement.REQUIRED: 3, Requirement.PREFERRED: 2, Requirement.NOT_REQUIRED: 1}
REQUIRABLE = ("credential", "role.education", "experience", "role.screens")
COMPANY = ("respondent", "employer", "roles")
SHORT = 160
QUIET = {
    "role.skills": ("role.start",),
    "role.hard_reasons": (
        "role.screens",
        "role.schedule",
        "role.experience",
        "role.education",
        "role.credentials",
    ),
    "barriers": (
        "role.screens",
        "role.schedule",
        "role.experience",
        "role.education",
        "role.credentials",
        "role.pay",
        "role.start",
    ),
    "role.sources": (
        "role.screens",
        "role.schedule",
        "role.education",
        "role.credentials",
        "role.start",
    ),
    "offers": (
        "role.schedule",
        "role.education",
        "role.start",
        "role.credentials",
        "role.experience",
        "role.openings",
    ),
    "codesign": ("role.schedule", "role.start"),
}


def facts(left: Sheet) -> Iterator[Said]:
    """Yield everything that the claims say; an answer about something else volunteers less."""
    quiet = QUIET.get(left.asked[0], ()) if len(left.asked) == 1 else ()
    if left.asked and all(slot.startswith(COMPANY) for slot in left.asked):
        quiet = ("role.schedule",) if len(left.claims.plain) < SHORT else ()
    yield from (said for said in _facts(left) if said.slot not in quiet)


def _facts(left: Sheet) -> Iterator[Said]:
    skills = _skill_claims(left)
    scopes = Scopes(
        left.claims.plain, left.clauses, spread([*left.claims.of(*REQUIRABLE), *skills])
    )
    yield from _pay(left)
    yield from _start(left)
    yield from _counted(left)
    yield from _experience(left, scopes)
    yield from _education(left, scopes)
    yield from _credentials(left, scopes)
    yield from _schedule(left)
    yield from _listed(left, "role.screens")
    yield from _skills(left, skills, scopes)
    yield from _chosen(left, "role.level")
    yield from () if "role.level" in left.asked else _ranked(left)
    yield from _chosen(left, "role.hard_to_fill")
    yield from _reasons(left)
    yield from _offers(left)
    yield from _company(left)


def _pay(left: Sheet) -> Iterator[Said]:
    for claim in left.claims.of("money"):
        if claim.value:
            yield Said("role.pay", claim.value, claim.start, claim.end)


def _start(left: Sheet) -> Iterator[Said]:
    for claim in left.claims.of("period"):
        if not claim.value.horizon or "role.start" in left.asked:
            near = left.claims.plain[max(0, claim.start - 25) : claim.end]
            weight = -1 if claim.value.horizon else int(NEEDED.search(near) is not None)
            yield Said("role.start", claim.value.period, claim.start, claim.end, weight)


def _counted(left: Sheet) -> Iterator[Said]:
    for claim in left.claims.of("count"):
        slot = SLOTS.get(claim.value.kind)
        if slot and not _offered(left, claim):
            yield Said(slot, claim.value.quantity, claim.start, claim.end)


def _offered(left: Sheet, claim: Claim) -> bool:
    clause = left.clauses.clause(claim.start)
    return any(clause == left.clauses.clause(offer.start) for offer in left.claims.of("offers"))


def _experience(left: Sheet, scopes: Scopes) -> Iterator[Said]:
    for claim in left.claims.of("experience"):
        firm = scopes.requirement(claim) or Requirement.REQUIRED
        if claim.value.hi == 0:
            firm = Requirement.NOT_REQUIRED
        lo, hi = (None if end is None else round(end) for end in (claim.value.lo, claim.value.hi))
        yield Said("role.experience", Experience(lo, hi, firm), claim.start, claim.end)


def _education(left: Sheet, scopes: Scopes) -> Iterator[Said]:
    for claim in left.claims.of("role.education"):
        firm = scopes.requirement(claim)
        if kinds.refused(left.claims.plain, left.clauses, claim):
            said = Education(Schooling.NONE, Requirement.NOT_REQUIRED)
            yield Said("role.education", said, claim.start, claim.end, 0)
        elif claim.value is not Schooling.NONE:
            firm = firm or Requirement.REQUIRED
            yield Said(
                "role.education", Education(claim.value, firm), claim.start, claim.end, WEIGHT[firm]
            )
        elif firm is Requirement.NOT_REQUIRED:
            yield Said("role.education", Education(claim.value, firm), claim.start, claim.end, 0)


def _credentials(left: Sheet, scopes: Scopes) -> Iterator[Said]:
    for claim in left.claims.of("credential"):
        firm = scopes.requirement(claim) or Requirement.REQUIRED
        marks, own = patterns("words", "marks"), scopes.own(claim)
        by_law = claim.value.by_law
        if marks["by_law"].search(own):
            by_law = True
        if marks["not_by_law"].search(own):
            by_law = False
        yield Said(
            "role.credentials",
            (Credential(claim.value.name, firm, by_law),),
            claim.start,
            claim.end,
        )


def _schedule(left: Sheet) -> Iterator[Said]:
    said = list(_listed(left, "role.schedule"))
    hybrid = any(one.value == (Schedule.HYBRID,) for one in said)
    for one in said:
        if not (hybrid and one.value in {(Schedule.REMOTE,), (Schedule.ON_SITE,)}):
            yield one


def _listed(left: Sheet, slot: str) -> Iterator[Said]:
    for claim in left.claims.of(slot):
        if not kinds.denied(claim, left.claims.plain, left.clauses):
            yield Said(slot, (claim.value,), claim.start, claim.end)


def _chosen(left: Sheet, slot: str) -> Iterator[Said]:
    for claim in left.claims.of(slot):
        yield Said(slot, claim.value, claim.start, claim.end)


def _ranked(left: Sheet) -> Iterator[Said]:
    """Read the level that a job's title begins with."""
    for mention in left.mentions:
        first = mention.words.split()[0].casefold().strip(".")
        if level := RANKS.get(first):
            yield Said("role.level", level, mention.start, mention.start + len(first))


def _reasons(left: Sheet) -> Iterator[Said]:
    for claim in left.claims.of("role.hard_reasons"):
        if not kinds.AFTER.match(left.claims.plain, claim.end):
            yield Said("role.hard_reasons", (HardReason(claim.value),), claim.start, claim.end)


def _offers(left: Sheet) -> Iterator[Said]:
    reviewing = "codesign" in left.asked
    for claim in left.claims.of("offers"):
        shy = kinds.denied(claim, left.claims.plain, left.clauses) and not kinds.mended(
            left.claims.plain, left.clauses, claim
        )
        if shy or (reviewing and claim.value == "curriculum_review"):
            continue
        many, start, end = _how_many(left, claim)
        yield Said("offers", (Offer(claim.value, many),), start, end)


def _how_many(left: Sheet, claim: Claim) -> tuple[Quantity | None, int, int]:
    before = [one for one in left.claims.of("count") if one.end <= claim.start]
    between = left.claims.plain[before[-1].end : claim.start] if before else ""
    if before and len(between.split()) <= 1 and not set(between) & set(",;."):
        return before[-1].value.quantity, before[-1].start, claim.end
    after = SEATS.match(left.claims.plain, claim.end)
    for first, last, span in ranges(after[0]) if after else ():
        return Count(span, None).quantity, claim.start, claim.end + last + 0 * first
    return None, claim.start, claim.end


def _skill_claims(left: Sheet) -> list[Claim]:
    """Return the phrases that name skills: the spotted, then what else is said or known."""
    if not speaks_of_skills(left.asked):
        return []
    kept = list(left.spotted)
    said = said_skills(left.claims) if PHRASED & set(left.asked) else ()
    jobs = [Claim("job", one.start, one.end) for one in left.mentions]
    kept += [one for one in said if not _overlaps(one, kept)]
    kept += [one for one in left.skills if not _overlaps(one, [*jobs, *kept])]
    return spread(kept)


def _overlaps(claim: Claim, others: list[Claim]) -> bool:
    return any(one.start < claim.end and claim.start < one.end for one in others)


def _skills(left: Sheet, skills: list[Claim], scopes: Scopes) -> Iterator[Said]:
    for claim in scopes.claims:
        if claim.kind == "skill":
            firm = scopes.requirement(claim) or Requirement.REQUIRED
            words = left.claims.plain[claim.start : claim.end]
            yield Said(
                "role.skills",
                (Skill(words, None, firm, scopes.when(claim)),),
                claim.start,
                claim.end,
            )


def _company(left: Sheet) -> Iterator[Said]:
    plain = left.claims.plain
    for match in company.PARENT.finditer(plain):
        group = "after" if match["after"] else "before"
        yield Said("employer.parent", match[group], *match.span(group))
    for match in company.ALONE_SAID.finditer(plain):
        yield Said("employer.parent", Unanswered(NoAnswer.NOT_APPLICABLE), *match.span(), -1)
    for pattern in (company.STATED, company.OPENING, company.AT, company.HERE, company.PLACED):
        for match in pattern.finditer(plain):
            named = match["name"].split()[0] not in company.NO_NAME
            if named and not company.COUNTY.search(match["name"]):
                yield Said("employer.name", match["name"], *match.span("name"))
    for span in places(plain, 0, len(plain)):
        yield Said("employer.area", (plain[slice(*span)],), *span)
