"""What a message means as a whole: what counts, for which job, and what is left unsaid."""

import re
from collections.abc import Iterable, Iterator

from extraction.asked import answers
from extraction.bare import SPLIT, bare_numbers, parallel_pay
from extraction.commands import REFUSALS
from extraction.consent import agreed
from extraction.facts import facts
from extraction.pipeline import Sheet
from extraction.quantities import mends
from extraction.said import Said
from extraction.titles import Jobs, Mention
from extraction.unanswered import nothing, refused
from needs.command import Command
from needs.slots import SLOTS

Told = tuple[Said, int | None]
NAMING = frozenset({"role.openings", *SPLIT, "role.duties", "roles"})
EXCEPT = re.compile(r"(?<!\w)(?:except|but|only|though|other than|just)(?!\w)", re.IGNORECASE)
LONG = 300  # letters; a longer text is about the first job that it names


def meaning(left: Sheet, found: tuple[Command, ...]) -> tuple[tuple[Command, ...], list[Told]]:
    """Return the commands that stand, and everything that was said, each with its job."""
    if Command.SAME_AS in found and not EXCEPT.search(left.claims.plain):
        return found, []
    jobs = Jobs(left.claims.plain, left.clauses, tuple(_named(left)))
    evident = [*facts(left), *agreed(left.claims.plain, left.asked), *_titles(left, jobs, found)]
    told = _settled(evident, jobs)
    told += parallel_pay(left, {job for said, job in told if said.slot == "role.pay"}, jobs)
    told += _settled(bare_numbers(left, _slots(told)), jobs)
    if not set(found) - set(REFUSALS):
        told += _own_words(left, told, found)
    if found and set(left.asked) == {"role.skills"}:
        told = [(said, job) for said, job in told if said.slot != "role.skills"]
    told = _without_total(told)
    found = _standing(left, found, told)
    return found, told + [(said, None) for said in refused(left, found, _slots(told))]


def _slots(told: list[Told]) -> set[str]:
    return {said.slot for said, _ in told}


def _named(left: Sheet) -> list[Mention]:
    """Return the mentions of jobs, where a job may be named at all."""
    plain = left.claims.plain
    if left.asked and not set(left.asked) & NAMING:
        return []
    if len(plain) > LONG or plain.count("\n") >= 4:
        return [one for one in left.mentions if one.job == 0]
    return left.mentions


def _titles(left: Sheet, jobs: Jobs, found: tuple[Command, ...]) -> Iterator[Said]:
    if Command.SAME_AS in found or set(left.asked) & {"roles", "role.title"}:
        return
    seen: set[int] = set()
    for mention in jobs.mentions:
        if mention.job not in seen:
            seen.add(mention.job)
            yield Said("role.title", mention.words, mention.start, mention.end)


def _own_words(left: Sheet, told: list[Told], found: tuple[Command, ...]) -> list[Told]:
    """Return the answers in people's own words, and then what is none."""
    more: list[Told] = []
    if len(left.asked) > 1 or not set(found) & set(REFUSALS):
        known = [said for said, _ in told]
        more += [(said, None) for said in answers(left.claims, left.mentions, left.asked, known)]
    return more + [(said, None) for said in nothing(left, _slots([*told, *more]))]


def _settled(said: Iterable[Said], jobs: Jobs) -> list[Told]:
    """Return what counts of everything that was said, each for its job."""
    groups: dict[tuple[str, int | None], list[Said]] = {}
    for one in said:
        about = jobs.at(one.start, one.end) if SLOTS[one.slot].scope == "role" else (None,)
        for job in about:
            groups.setdefault((one.slot, job), []).append(one)
    return [
        (one, job)
        for (slot, job), them in groups.items()
        for one in _counting(slot, them, jobs.plain)
    ]


def _counting(slot: str, said: list[Said], plain: str) -> list[Said]:
    """Return every item of a list once; of other values the first, or one that mends it."""
    if SLOTS[slot].many:
        return list({_key(one): one for one in reversed(said)}.values())[::-1]
    best = max(one.weight for one in said)
    chosen: Said | None = None
    for one in sorted((one for one in said if one.weight == best), key=lambda one: one.start):
        if chosen is None or mends(plain, chosen.end, one.start):
            chosen = one
    return [chosen] if chosen else []


def _key(said: Said) -> object:
    value = said.value[0] if isinstance(said.value, tuple) and said.value else said.value
    names = (getattr(value, name, None) for name in ("name", "reason", "kind"))
    return next((name for name in names if isinstance(name, str)), value)


def _without_total(told: list[Told]) -> list[Told]:
    split = {job for said, job in told if said.slot in SPLIT}
    return [(said, job) for said, job in told if said.slot != "role.openings" or job not in split]


def _standing(left: Sheet, found: tuple[Command, ...], told: list[Told]) -> tuple[Command, ...]:
    """Drop a refusal where everything that was asked is answered."""
    open_ = set(left.asked) - _slots(told)
    kept = bool(open_) or not left.asked
    return tuple(command for command in found if command not in REFUSALS or kept)
