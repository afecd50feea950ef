"""What a message adds to an interview: jobs, and facts that are new."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.interview.state import MOST_JOBS, Heard, Interview, Job
from needs.answers import Unanswered
from needs.concept import Concept
from needs.fact import Fact, Given, Quote
from needs.slots import SLOTS, load

SPLIT = {"role.openings_growth", "role.openings_replacement"}


def learn(
    interview: Interview, heard: Heard, correcting: bool = False
) -> tuple[Interview, tuple[Fact, ...]]:
    """Take a message's facts into an interview; return it with the facts that it took.

    What was asked for, and everything in a correction, replaces what was known; what is
    volunteered only adds to it.
    """
    interview, facts = place(interview, heard)
    asked = {(s, interview.asked.role) for s in interview.asked.slots} if interview.asked else set()
    replaced = {(f.slot, f.role) for f in facts if correcting or (f.slot, f.role) in asked}
    taken = tuple(f for f in facts if (f.slot, f.role) in replaced or _adds(interview, f))
    kept = interview.without(replaced | _overruled(taken))
    return replace(kept, facts=(*kept.facts, *taken)), taken


def place(interview: Interview, heard: Heard) -> tuple[Interview, list[Fact]]:
    """Give each fact the job that it is about; open the jobs that are named for the first time."""
    facts = list(heard.reading.facts)
    named = {f.role: str(f.value) for f in facts if f.slot == "role.title"}
    listed = [fact for fact in facts if fact.slot == "roles"]
    opens = bool(listed) or not interview.jobs
    titles = [str(one) for fact in listed for one in _items(fact)] or list(named.values())
    before = len(interview.jobs)
    if opens and any(fact.role is not None or fact.slot.startswith("role") for fact in facts):
        interview = open_jobs(interview, titles, heard.occupations)
    numbers = {role: find_job(interview, title) for role, title in named.items()}
    placed = [_at(interview, fact, numbers) for fact in facts if fact.slot not in ("roles",)]
    told = [f for f in placed if f is not None and f.slot != "role.title"]
    return interview, told + _titles(interview, before, heard)


def open_jobs(
    interview: Interview,
    titles: Iterable[str],
    occupations: Iterable[tuple[str, tuple[Concept, ...]]],
) -> Interview:
    """Add the jobs that are not there yet, up to the most that one interview takes."""
    candidates = dict(occupations)
    for title in titles:
        if find_job(interview, title) is None and len(interview.jobs) < MOST_JOBS:
            job = Job(title, candidates.get(title, ()))
            interview = replace(interview, jobs=(*interview.jobs, job))
    return interview


def find_job(interview: Interview, title: str) -> int | None:
    """Return the number of the job that a title names."""
    wanted = _folded(title)
    names = [_folded(job.title) for job in interview.jobs]
    if wanted in names:
        return names.index(wanted)
    within = [n for n, name in enumerate(names) if wanted and (wanted in name or name in wanted)]
    return within[0] if len(within) == 1 else None


def named_job(interview: Interview, text: str) -> int | None:
    """Return the number of the only job that is named in a text."""
    said = f" {_folded(text)} "
    names = [f" {_folded(job.title)} " for job in interview.jobs]
    found = [number for number, name in enumerate(names) if name in said]
    return found[0] if len(found) == 1 else None


def press(choice: str, message: str) -> tuple[Fact, ...]:
    """Return the facts that a pressed button gives; ValueError where it is none of ours."""
    filled = json.loads(choice.removeprefix("set:"))
    given = Given("button", message)
    return tuple(Fact(slot, load(slot, plain), given) for slot, plain in filled.items())


def pick(text: str, candidates: Collection[Concept]) -> Concept | None:
    """Return the occupation that somebody typed instead of pressing its button."""
    words = set(_folded(text).split()) - {"the", "one", "ones", "a", "it", "s", "is", "yes"}
    same = [one for one in candidates if _folded(one.label) == _folded(text)]
    shared = {one: len(words & set(_folded(one.label).split())) for one in candidates}
    most = max(shared.values(), default=0)
    best = [one for one in candidates if shared[one] == most and most > 0]
    found = same or best
    return found[0] if len(found) == 1 else None


def named(text: str, found: Collection[Concept]) -> Concept | None:
    """Return the occupation whose very name somebody typed."""
    return next((one for one in found if _folded(one.label) == _folded(text)), None)


def _items(fact: Fact) -> tuple[object, ...]:
    return fact.value if isinstance(fact.value, tuple) else ()


def _at(interview: Interview, fact: Fact, numbers: dict[int | None, int | None]) -> Fact | None:
    if SLOTS[fact.slot].scope == "org":
        return replace(fact, role=None)
    role = numbers.get(fact.role)
    if fact.role is not None and role is None:
        return None
    return replace(fact, role=_current(interview) if role is None else role)


def _current(interview: Interview) -> int:
    if interview.asked and interview.asked.role is not None:
        return interview.asked.role
    return interview.focus or 0


def _titles(interview: Interview, before: int, heard: Heard) -> list[Fact]:
    quotes = {
        str(one): fact.evidence
        for fact in heard.reading.facts
        for one in (_items(fact) if fact.slot == "roles" else (fact.value,))
        if fact.slot in ("roles", "role.title")
    }
    whole = Quote(heard.message, 0, len(heard.text), heard.text)
    new = enumerate(interview.jobs[before:], before)
    return [Fact("role.title", job.title, quotes.get(job.title, whole), n) for n, job in new]


def _adds(interview: Interview, fact: Fact) -> bool:
    known = interview.known(fact.slot, fact.role)
    if fact.slot == "role.openings" and any(interview.known(s, fact.role) for s in SPLIT):
        return False
    if not known or all(isinstance(one.value, Unanswered) for one in known):
        return True
    held = [item for one in known for item in _items(one)]
    return any(item not in held for item in _items(fact))


def _overruled(facts: Iterable[Fact]) -> set[tuple[str, int | None]]:
    return {("role.openings", fact.role) for fact in facts if fact.slot in SPLIT}


def _folded(title: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in title.casefold()).split()
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)
