"""What a message means as a whole: which of the things it says counts, for which job, and what is left unsaid."""

import re
from collections.abc import Iterable, Iterator

from needs.answers import Education, Experience, Money, NoAnswer, Quantity, Requirement, Schooling, Unanswered
from needs.command import Command
from needs.slots import SLOTS

from extraction.asked import answers
from extraction.clauses import Clauses
from extraction.commands import REFUSALS
from extraction.consent import agreed
from extraction.cues import patterns
from extraction.facts import facts
from extraction.money import as_pay
from extraction.pieces import EMPTY, joined
from extraction.pipeline import Sheet
from extraction.quantities import SLOTS as COUNTED
from extraction.quantities import mends
from extraction.said import Said
from extraction.titles import Jobs

Told = tuple[Said, int | None]
QUANTITIES = tuple(COUNTED.values())
SPLIT = ("role.openings_growth", "role.openings_replacement")
NAMING = frozenset({"role.openings", *SPLIT, "role.duties"})
NONE = re.compile(
    r"\W*(?:(?:well|oh|honestly|um+|lol|right now|currently|really|probably)[\s,]+)*(?:none|nobody|no one|zero|nope|nothing|not any|0(?! )|"
    r"no (?:\w+ )?(?:credentials?|certs?|certifications?|licen[sc]es?|reasons?|screens?|checks?|tests?|education(?: requirements?)?|offers?|tools?|requirements?|openings?)|"
    r"(?:it's |it is )?(?:not|isn't) (?:that |really )?hard(?: to fill)?|it isn't hard(?: to fill)?|easy to fill)(?!\w)",
    re.IGNORECASE,
)
EXCEPT = re.compile(r"(?<!\w)(?:except|but|only|though|other than|just)(?!\w)", re.IGNORECASE)
BESIDE = re.compile(r"\s*(?:[:=-]|at|is|get|gets|are|start at)?\s*", re.IGNORECASE)
LONG = 300


def meaning(left: Sheet, found: tuple[Command, ...]) -> tuple[tuple[Command, ...], list[Told]]:
    """Return the commands that stand, and everything that was said, each with its job."""
    jobs = Jobs(left.claims.plain, left.clauses, tuple(_named(left)))
    if Command.SAME_AS in found and not EXCEPT.search(left.claims.plain):
        return found, []
    told = _settled([*facts(left), *agreed(left.claims.plain, left.asked), *_titles(left, jobs, found)], jobs)
    told += list(_parallel(left, told, jobs))
    told += [(said, job) for said, job in _bare(left, {said.slot for said, _ in told}, jobs)]
    if not found or set(found) <= {Command.CORRECT, *REFUSALS}:
        told += [(said, None) for said in _free(left, told, found)]
        told += [(said, None) for said in _nothing(left, told)]
    told = _without_total(told)
    found = _standing(left, found, told)
    return found, told + [(said, None) for said in _refused(left, found, told)]


def _named(left: Sheet) -> list:
    wanted = not left.asked or set(left.asked) & {*NAMING, "roles"}
    mentions = left.mentions if wanted else []
    plain = left.claims.plain
    if len(plain) > LONG or plain.count("\n") >= 4:
        return [one for one in mentions if one.job == 0]
    return mentions


def _titles(left: Sheet, jobs: Jobs, found: tuple[Command, ...]) -> Iterator[Said]:
    if Command.SAME_AS in found or set(left.asked) & {"roles", "role.title"}:
        return
    seen: set[int] = set()
    for mention in jobs.mentions:
        if mention.job not in seen:
            seen.add(mention.job)
            yield Said("role.title", mention.words, mention.start, mention.end)


def _settled(said: Iterable[Said], jobs: Jobs) -> list[Told]:
    groups: dict[tuple[str, int | None], list[Said]] = {}
    for one in said:
        for job in jobs.at(one.start, one.end) if SLOTS[one.slot].scope == "role" else (None,):
            groups.setdefault((one.slot, job), []).append(one)
    return [(one, job) for (slot, job), them in groups.items() for one in _counting(slot, them, jobs.plain)]


def _counting(slot: str, said: list[Said], plain: str) -> list[Said]:
    if SLOTS[slot].many:
        seen: dict[object, Said] = {}
        for one in said:
            seen.setdefault(_key(one), one)
        return list(seen.values())
    best = max(one.weight for one in said)
    chosen: Said | None = None
    for one in sorted((one for one in said if one.weight == best), key=lambda one: one.start):
        if chosen is None or mends(plain, chosen.end, one.start):
            chosen = one
    return [chosen] if chosen else []


def _key(said: Said) -> object:
    value = said.value[0] if isinstance(said.value, tuple) and said.value else said.value
    return getattr(value, "name", None) or getattr(value, "reason", None) or getattr(value, "kind", None) or value


def _bare(left: Sheet, filled: set[str], jobs: Jobs) -> Iterator[Told]:
    """Give numbers without words of kind to the slot that was asked, where only one is open."""
    numbers = [claim for claim in left.claims.of("count") if claim.value.kind is None]
    open_ = [slot for slot in (*QUANTITIES, "role.pay") if slot in left.asked and slot not in filled]
    if not filled & set(SPLIT) and set(SPLIT) <= set(open_):
        yield from _halves(left, numbers)
        return
    if "role.openings" in open_ and filled & set(SPLIT):
        open_.remove("role.openings")
    if open_ == ["role.headcount", "role.vacancies"] and len(numbers) == 2:
        yield from _people_and_openings(numbers, left.asked)
    if len(open_) != 1:
        return
    yield from _settled([said for claim in numbers if (said := _as(open_[0], claim))], jobs)


def _people_and_openings(numbers: list, asked: tuple[str, ...]) -> Iterator[Told]:
    """Give two bare numbers to the two slots as they were asked, unless more were open than there are."""
    first, second = numbers if asked.index("role.headcount") < asked.index("role.vacancies") else numbers[::-1]
    if (first.value.span.hi or 0) < (second.value.span.lo or 0):
        first, second = second, first
    for slot, claim in (("role.headcount", first), ("role.vacancies", second)):
        if said := _as(slot, claim):
            yield said, None


def _parallel(left: Sheet, told: list[Told], jobs: Jobs) -> Iterator[Told]:
    """Read "welders 24/hr, helpers 18" as two jobs' pay."""
    paid = {job for said, job in told if said.slot == "role.pay"}
    for claim in left.claims.of("count") if jobs.several and paid else ():
        for mention in jobs.mentions:
            between = left.claims.plain[mention.end : claim.start]
            if mention.end <= claim.start and BESIDE.fullmatch(between) and mention.job not in paid:
                if claim.value.kind is None and (said := _as("role.pay", claim)):
                    yield said, mention.job


def _halves(left: Sheet, numbers: list) -> Iterator[Told]:
    if len(numbers) == 2:
        for slot, claim in zip([slot for slot in left.asked if slot in SPLIT], numbers, strict=False):
            if said := _as(slot, claim):
                yield said, None
    elif len(numbers) == 1 and (said := _as("role.openings", numbers[0])):
        yield said, None


def _as(slot: str, claim) -> Said | None:
    if slot == "role.pay":
        money: Money | None = as_pay(claim.value.span.lo, claim.value.span.hi)
        return Said(slot, money, claim.start, claim.end) if money else None
    return Said(slot, claim.value.quantity, claim.start, claim.end)


def _free(left: Sheet, told: list[Told], found: tuple[Command, ...]) -> Iterator[Said]:
    if set(found) & set(REFUSALS) and len(left.asked) == 1:
        return
    yield from answers(left.claims, left.mentions, left.asked, [said for said, _ in told])


def _nothing(left: Sheet, told: list[Told]) -> Iterator[Said]:
    """Read "none" as the answer of every asked slot that can have none and has no other."""
    plain = left.claims.plain
    for start, end in joined(plain) if len(left.asked) > 1 else [(0, len(plain))]:
        match = NONE.match(plain, start, end)
        if not match and not EMPTY.match(plain[start:end].strip(" .,!")):
            continue
        for slot in left.asked:
            if slot in {said.slot for said, _ in told} or slot not in SLOTS:
                continue
            value = _none(slot)
            if value is not None:
                first = start + len(plain[start:end]) - len(plain[start:end].lstrip())
                yield Said(slot, value, first, match.end() if match else end)
        return


def _none(slot: str) -> object:
    if slot == "role.experience":
        return Experience(0, 0, Requirement.NOT_REQUIRED)
    if slot == "role.education":
        return Education(Schooling.NONE, Requirement.NOT_REQUIRED)
    if slot in QUANTITIES:
        return Quantity(0, 0)
    return () if SLOTS[slot].many and slot not in {"roles", "employer.area", "role.skills"} else None


def _without_total(told: list[Told]) -> list[Told]:
    split = {job for said, job in told if said.slot in SPLIT}
    return [(said, job) for said, job in told if said.slot != "role.openings" or job not in split]


def _standing(left: Sheet, found: tuple[Command, ...], told: list[Told]) -> tuple[Command, ...]:
    """Drop a refusal where everything that was asked is answered."""
    open_ = set(left.asked) - {said.slot for said, _ in told}
    return tuple(command for command in found if command not in REFUSALS or open_ or not left.asked)


def _refused(left: Sheet, found: tuple[Command, ...], told: list[Told]) -> Iterator[Said]:
    """Mark the slots that were refused while others were answered."""
    filled = {said.slot for said, _ in told}
    refusal = {Command.DONT_KNOW: NoAnswer.DONT_KNOW, Command.DECLINE: NoAnswer.DECLINED}
    command = next((one for one in found if one in refusal), None)
    if not command or not filled & set(left.asked):
        return
    match = patterns("commands", "part")[command].search(left.claims.plain)
    for slot in left.asked if match else ():
        if slot in SLOTS and slot not in filled:
            yield Said(slot, Unanswered(refusal[command]), *match.span())
