"""The jobs of an interview: opened, found by what people call them, dropped."""

from collections.abc import Iterable
from dataclasses import replace

from bot.interview.state import MOST_JOBS, Heard, Interview, Job
from needs.fact import Fact

NO_JOB = {"none", "no", "nothing", "na", "n a", "any", "not sure"}
_SMALL = (
    "a all an and any are as at by do else for from i in is it its me my no none not of on one "
    "ones or other our s so that the their them these they this those to us we with yes"
)
SMALL_WORDS = frozenset(_SMALL.split())


def folded(words: str) -> str:
    """Return words as they are compared: lower case, singular, without punctuation."""
    plain = "".join(c if c.isalnum() else " " for c in words.casefold()).split()
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in plain)


def telling(words: str) -> set[str]:
    """Return the words that say something: without those that stand in every sentence."""
    return set(folded(words).split()) - SMALL_WORDS


def open_jobs(interview: Interview, titles: Iterable[str], heard: Heard) -> Interview:
    """Add the jobs that are not there yet, up to the most that one interview takes."""
    candidates = dict(heard.occupations)
    for title in titles:
        known = NO_JOB | {folded(job.title) for job in interview.jobs}
        if folded(title) not in known and len(interview.jobs) < MOST_JOBS:
            job = Job(title, candidates.get(title, ()), title in heard.ambiguous)
            interview = replace(interview, jobs=(*interview.jobs, job))
    return interview


def find_job(interview: Interview, title: str) -> int | None:
    """Return the number of the job that a title means: its name, or the only one like it."""
    wanted = folded(title)
    names = [folded(job.title) for job in interview.jobs]
    if wanted in names:
        return names.index(wanted)
    alike = [n for n, name in enumerate(names) if _within(wanted, name) or _within(name, wanted)]
    return alike[0] if len(alike) == 1 else None


def named_job(interview: Interview, text: str) -> int | None:
    """Return the number of the only job that is named in a text, in full or by its last word."""
    said = folded(text)
    names = [folded(job.title) for job in interview.jobs]
    whole = [n for n, name in enumerate(names) if _within(name, said)]
    longest = [n for n in whole if not any(_inside(names[n], names[m]) for m in whole)]
    heads = [n for n, name in enumerate(names) if _within(name.rpartition(" ")[2], said)]
    found = longest or heads
    return found[0] if len(found) == 1 else None


def job_meant(interview: Interview, heard: Heard, correcting: bool) -> int | None:
    """Return the job that a message is about; None where that is not clear."""
    asked = interview.asked
    here = asked.role if asked else None
    answers = any(fact.slot in asked.slots for fact in heard.reading.facts) if asked else False
    if here is not None and answers and not correcting:
        return here
    titles = [str(f.value) for f in heard.reading.facts if f.slot == "role.title"]
    named = find_job(interview, titles[0]) if len(titles) == 1 else None
    if named is None:
        named = named_job(interview, heard.text)
    if named is not None or here is not None:
        return here if named is None else named
    return 0 if len(interview.jobs) < 2 else interview.focus


def drop_job(interview: Interview, number: int) -> Interview:
    """Take a job out, with everything that was said of it."""
    jobs = tuple(job for n, job in enumerate(interview.jobs) if n != number)
    facts = (_renumbered(f, number) for f in interview.facts if f.role != number)
    left = ((s, _moved(r, number)) for s, r in interview.left if r != number)
    trail = ((q, _moved(r, number)) for q, r in interview.trail if r != number)
    return replace(
        interview,
        jobs=jobs,
        facts=tuple(facts),
        left=tuple(left),
        trail=tuple(trail),
        asked=None,
        focus=None,
    )


def keep_jobs(interview: Interview, titles: Iterable[str]) -> Interview:
    """Drop the jobs that are not among the titles."""
    kept = {folded(title) for title in titles}
    for number in reversed(range(len(interview.jobs))):
        if folded(interview.jobs[number].title) not in kept:
            interview = replace(drop_job(interview, number), asked=interview.asked)
    return interview


def _renumbered(fact: Fact, gone: int) -> Fact:
    return replace(fact, role=_moved(fact.role, gone))


def _moved(role: int | None, gone: int) -> int | None:
    return role if role is None or role < gone else role - 1


def _within(name: str, text: str) -> bool:
    return bool(name) and f" {name} " in f" {text} "


def _inside(name: str, other: str) -> bool:
    return name != other and _within(name, other)
