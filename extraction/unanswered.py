"""Answers that are no values: "none" to what may be none, and what was refused."""

import re
from collections.abc import Iterator

from extraction.bare import QUANTITIES
from extraction.cues import patterns
from extraction.pieces import EMPTY, joined, stripped
from extraction.pipeline import Sheet
from extraction.said import Said
from needs.answers import (
    Education,
    Experience,
    NoAnswer,
    Quantity,
    Requirement,
    Schooling,
    Unanswered,
)
from needs.command import Command
from needs.slots import SLOTS, Value

NONE = re.compile(
    r"(?:(?:well|oh|honestly|um+|lol|right now|currently|really|"
    r"probably)[\s,]+){0,4}(?:none|nobody|no one|zero|nope|nothing|not any|0(?! )|"
    r"no (?:\w+ )?(?:credentials?|certs?|certifications?|licen[sc]es?|"
    r"reasons?|screens?|checks?|tests?|education(?: requirements?)?|"
    r"offers?|tools?|requirements?|openings?)|"
    r"(?:it's |it is |it )?(?:not|isn't) (?:that |really )?hard(?: to fill)?|"
    r"easy to fill|not (?:right now|at this time|this year)|"
    r"(?:can't|cannot|couldn't|cant|won't) (?:really )?(?:offer|do|give|commit to) "
    r"(?:a thing|anything|much|any))(?!\w)",
    re.IGNORECASE,
)
REFUSED = {Command.DONT_KNOW: NoAnswer.DONT_KNOW, Command.DECLINE: NoAnswer.DECLINED}
NEVER_NONE = {"employer.size"}  # a company without people does not hire
NEVER_EMPTY = frozenset({"roles", "employer.area", "role.skills"})


def nothing(left: Sheet, filled: set[str]) -> Iterator[Said]:
    """Read "none" as the answer of every asked slot that may be none and has no other."""
    span = _none(left)
    for slot in left.asked if span else ():
        value = _empty(slot) if slot in SLOTS and slot not in filled | NEVER_NONE else None
        if span and value is not None:
            yield Said(slot, value, *span)


def _none(left: Sheet) -> tuple[int, int] | None:
    plain = left.claims.plain
    for piece in joined(plain) if len(left.asked) > 1 else [(0, len(plain))]:
        start, end = stripped(plain, *piece)
        if match := NONE.match(plain, start, end):
            return match.span()
        if EMPTY.match(plain[start:end]):
            return start, end
    return None


def _empty(slot: str) -> Value | None:
    if slot == "role.experience":
        return Experience(0, 0, Requirement.NOT_REQUIRED)
    if slot == "role.education":
        return Education(Schooling.NONE, Requirement.NOT_REQUIRED)
    if slot in QUANTITIES:
        return Quantity(0, 0)
    return () if SLOTS[slot].many and slot not in NEVER_EMPTY else None


def refused(left: Sheet, found: tuple[Command, ...], filled: set[str]) -> Iterator[Said]:
    """Mark the slots that were refused while others were answered."""
    command = next((one for one in found if one in REFUSED), None)
    if not command or not filled & set(left.asked):
        return
    match = patterns("commands", "part")[command].search(left.claims.plain)
    for slot in left.asked if match else ():
        if match and slot in SLOTS and slot not in filled:
            yield Said(slot, Unanswered(REFUSED[command]), *match.span())
