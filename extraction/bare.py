"""Numbers without words of kind: they answer what was asked, and nothing else."""

import re
from collections.abc import Iterator, Sequence

from extraction.claims import Claim
from extraction.money import as_pay
from extraction.pipeline import Sheet
from extraction.quantities import SLOTS
from extraction.said import Said
from extraction.titles import Jobs

QUANTITIES = tuple(SLOTS.values())
SPLIT = ("role.openings_growth", "role.openings_replacement")
PEOPLE = ["role.headcount", "role.vacancies"]
NONE = re.compile(r"(?<!\w)(?:none|zero|no|nothing)(?!\w)", re.IGNORECASE)
BESIDE = re.compile(r"\s*(?:[:=-]|at|is|get|gets|are|start at)?\s*", re.IGNORECASE)


def bare_numbers(left: Sheet, filled: set[str]) -> Iterator[Said]:
    """Yield what bare numbers say for the asked slots that have no answer yet."""
    numbers = [claim for claim in left.claims.of("count") if claim.value.kind is None]
    open_ = [
        slot for slot in (*QUANTITIES, "role.pay") if slot in left.asked and slot not in filled
    ]
    if filled & set(SPLIT):
        open_ = [slot for slot in open_ if slot != "role.openings"]
    if set(SPLIT) <= set(open_):
        yield from _halves(numbers, left.asked)
    elif open_ == PEOPLE and len(numbers) == 2:
        yield from _people_and_openings(numbers, left.asked)
    elif open_ == PEOPLE and len(numbers) == 1 and NONE.search(left.claims.plain, numbers[0].end):
        yield from _each(PEOPLE, numbers)
    elif len(open_) == 1:
        yield from _each(open_ * len(numbers), numbers)


def _halves(numbers: Sequence[Claim], asked: tuple[str, ...]) -> Iterator[Said]:
    """Read two numbers in the order asked; a single one is the sum."""
    if len(numbers) == 2:
        yield from _each([slot for slot in asked if slot in SPLIT], numbers)
    elif len(numbers) == 1:
        yield from _each(["role.openings"], numbers)


def _people_and_openings(numbers: Sequence[Claim], asked: tuple[str, ...]) -> Iterator[Said]:
    """Read two numbers in the order asked, unless more were open than there are."""
    in_order = asked.index("role.headcount") < asked.index("role.vacancies")
    people, openings = numbers if in_order else numbers[::-1]
    if (people.value.span.hi or 0) < (openings.value.span.lo or 0):
        people, openings = openings, people
    yield from _each(PEOPLE, (people, openings))


def _each(slots: Sequence[str], numbers: Sequence[Claim]) -> Iterator[Said]:
    for slot, claim in zip(slots, numbers, strict=False):
        if said := _as(slot, claim):
            yield said


def parallel_pay(left: Sheet, paid: set[int | None], jobs: Jobs) -> Iterator[tuple[Said, int]]:
    """Read "welders 24/hr, helpers 18" as the pay of both jobs."""
    numbers = [claim for claim in left.claims.of("count") if claim.value.kind is None]
    for claim in numbers if jobs.several and paid else ():
        for mention in jobs.mentions:
            between = left.claims.plain[mention.end : claim.start]
            beside = mention.end <= claim.start and BESIDE.fullmatch(between)
            if beside and mention.job not in paid and (said := _as("role.pay", claim)):
                yield said, mention.job


def _as(slot: str, claim: Claim) -> Said | None:
    if slot != "role.pay":
        return Said(slot, claim.value.quantity, claim.start, claim.end)
    money = as_pay(claim.value.span.lo, claim.value.span.hi)
    return Said(slot, money, claim.start, claim.end) if money else None
