"""What a message adds to an interview: jobs, and facts that are new."""

from dataclasses import replace
from typing import Any

from bot.interview.jobs import find_job, job_meant, keep_jobs, open_jobs
from bot.interview.state import Heard, Interview, Place
from needs.answers import Unanswered
from needs.command import Command
from needs.fact import Fact, Quote
from needs.slots import SLOTS

SPLIT = {"role.openings_growth", "role.openings_replacement"}
KEYS = ("name", "quote", "kind", "reason")  # what makes two items of a list the same one
Facts = tuple[Fact, ...]


def learn(interview: Interview, heard: Heard, correcting: bool = False) -> tuple[Interview, Facts]:
    """Take a message's facts into an interview; return it with the facts that it took.

    What was asked for, and everything in a correction, replaces what was known; what is
    volunteered only adds to it. A list is replaced only where that is plainly meant.
    """
    interview, facts = _placed(interview, heard, correcting)
    asked = {(s, interview.asked.role) for s in interview.asked.slots} if interview.asked else set()
    plainly = bool({Command.CORRECT, Command.REJECT} & set(heard.reading.commands))
    replaced = {
        (f.slot, f.role)
        for f in facts
        if (f.slot, f.role) in asked or (correcting and (plainly or not SLOTS[f.slot].many))
    }
    taken = tuple(f for f in facts if (f.slot, f.role) in replaced or _adds(interview, f))
    kept = interview.without(replaced | _overruled(interview, taken))
    return replace(kept, facts=(*_without_same(kept.facts, taken), *taken)), taken


def _placed(interview: Interview, heard: Heard, correcting: bool) -> tuple[Interview, Facts]:
    """Give each fact the job that it is about; open the jobs that are named for the first time."""
    facts = heard.reading.facts
    named = {f.role: str(f.value) for f in facts if f.slot == "role.title"}
    before = interview
    interview = _opened(interview, heard, list(named.values()))
    numbers = {
        role: find_job(interview, title) for role, title in named.items() if role is not None
    }
    meant = job_meant(interview, heard, correcting)
    placed = (
        _at(fact, numbers, meant) for fact in facts if fact.slot not in ("roles", "role.title")
    )
    return interview, (*(f for f in placed if f), *_titles(before, interview, heard))


def _opened(interview: Interview, heard: Heard, named: list[str]) -> Interview:
    facts = heard.reading.facts
    listed = [str(one) for f in facts if f.slot == "roles" for one in _items(f)]
    if not listed and (interview.jobs or not named):
        return interview
    asked = interview.asked
    if asked and asked.slots == ("roles",) and asked.reopened and not asked.more:
        interview = keep_jobs(interview, listed)
    opened = open_jobs(interview, listed or named, heard)
    if not interview.jobs and len(opened.jobs) > 1:
        # What was said before any job was named cannot be told to belong to the first of several.
        opened = replace(opened, facts=tuple(f for f in opened.facts if f.role is None))
    return opened


def _at(fact: Fact, numbers: dict[int, int | None], meant: int | None) -> Fact | None:
    if SLOTS[fact.slot].scope == "org":
        return replace(fact, role=None)
    role = meant if fact.role is None else numbers.get(fact.role)
    return None if role is None else replace(fact, role=role)


def _titles(before: Interview, interview: Interview, heard: Heard) -> Facts:
    quotes = {
        str(one): fact.evidence
        for fact in heard.reading.facts
        if fact.slot in ("roles", "role.title")
        for one in (_items(fact) if fact.slot == "roles" else (fact.value,))
    }
    whole = Quote(heard.message, 0, len(heard.text), heard.text)
    known = {fact.role for fact in interview.facts if fact.slot == "role.title"}
    new = ((n, job) for n, job in enumerate(interview.jobs) if n not in known)
    return tuple(Fact("role.title", j.title, quotes.get(j.title, whole), n) for n, j in new)


def _adds(interview: Interview, fact: Fact) -> bool:
    known = [f for f in interview.known(fact.slot, fact.role) if not _unanswered(f)]
    split = (one for slot in SPLIT for one in interview.known(slot, fact.role))
    if fact.slot == "role.openings" and not all(map(_unanswered, split)):
        return False
    held = [item for one in known for item in _items(one)]
    return not known or any(item not in held for item in _items(fact))


def _overruled(interview: Interview, taken: Facts) -> set[Place]:
    """Return what new facts put out of force: a non-answer, a sum by its split, and the reverse."""
    silent = {(f.slot, f.role) for f in interview.facts if _unanswered(f)}
    places = {(f.slot, f.role) for f in taken} & silent
    places |= {("role.openings", f.role) for f in taken if f.slot in SPLIT}
    sums = [f.role for f in taken if f.slot == "role.openings"]
    return places | {(slot, role) for role in sums for slot in SPLIT}


def _without_same(known: Facts, taken: Facts) -> Facts:
    """Leave out the items of a list that are said anew."""
    anew = {(f.slot, f.role, _key(item)) for f in taken for item in _items(f)}
    return tuple(
        f
        for f in known
        if not _items(f) or not all((f.slot, f.role, _key(item)) in anew for item in _items(f))
    )


def _key(item: Any) -> str:
    named = (getattr(item, key) for key in KEYS if hasattr(item, key))
    return str(next(named, item)).casefold()


def _unanswered(fact: Fact) -> bool:
    return isinstance(fact.value, Unanswered)


def _items(fact: Fact) -> tuple[Any, ...]:
    return fact.value if isinstance(fact.value, tuple) else ()
