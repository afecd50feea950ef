"""The commands that move on, and the two endings."""

import re
from dataclasses import replace

from bot.interview.asides import Act
from bot.interview.asking import ask, read_back, speak
from bot.interview.going_on import again, changed, leave, missed, noted
from bot.interview.hearing import evidence
from bot.interview.jobs import drop_job, named_job, open_jobs
from bot.interview.learning import learn
from bot.interview.state import MOST_JOBS, Asked, Heard, Interview, Place, Turn
from needs.answers import NoAnswer, Unanswered
from needs.command import Command
from needs.fact import Fact
from prompts.guide import Guide
from prompts.phrases import say

JOBS = ("roles", None)
KEPT = {"role.title", "roles"}  # a job's name goes only together with the job


def _skip(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return ask(guide, leave(interview), say("skipped"))


def _dont_know(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return _refuse(guide, interview, heard, NoAnswer.DONT_KNOW)


def _decline(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return _refuse(guide, interview, heard, NoAnswer.DECLINED)


def _refuse(guide: Guide, interview: Interview, heard: Heard, answer: NoAnswer) -> Turn:
    asked = interview.asked
    open_slots = [s for s in asked.slots if s != "roles"] if asked else []
    slots = [s for s in open_slots if asked and not interview.known(s, asked.role)]
    facts = [Fact(s, Unanswered(answer), evidence(heard), asked.role) for s in slots if asked]
    known = replace(interview, facts=(*interview.facts, *facts))
    moved = known if facts else leave(known)
    return ask(guide, moved, say("dont_know" if answer is NoAnswer.DONT_KNOW else "declined"))


def _back(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if not interview.trail:
        return again(guide, interview, say("repeat"))
    question, role = interview.trail[-1]
    slots = guide.by_id[question].asks
    left = tuple(p for p in interview.left if p not in {(slot, role) for slot in slots})
    asked = Asked(question, role, slots, reopened=True)
    back = replace(interview, stage="asking", asked=asked, left=left, trail=interview.trail[:-1])
    known = tuple(f for slot in slots for f in interview.known(slot, role))
    return ask(guide, back, noted(guide, back, known))


def _correct(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if heard.reading.facts:
        return ask(guide, interview, changed(guide, interview, heard.reading.facts))
    return speak(guide, interview, say("which_change"))


def _clear(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    job = named_job(interview, heard.text)
    role = job if job is not None else (interview.asked.role if interview.asked else None)
    slots = _named_slots(guide, heard.text)
    gone = [f for f in interview.facts if f.slot in slots and role in (None, f.role)]
    if not gone and job is not None:
        return _drop(guide, interview, job)
    if not gone:
        return speak(guide, interview, say("which_clear"))
    places: set[Place] = {(fact.slot, fact.role) for fact in gone}
    cleared = replace(interview.without(places), left=(*interview.left, *places))
    names = ", ".join(dict.fromkeys(guide.slots[fact.slot].name for fact in gone))
    return _afterwards(guide, cleared, say("cleared", facts=names))


def _drop(guide: Guide, interview: Interview, job: int) -> Turn:
    dropped = drop_job(interview, job)
    return _afterwards(guide, dropped, say("cleared", facts=interview.jobs[job].title))


def _afterwards(guide: Guide, interview: Interview, lead: str) -> Turn:
    if interview.stage == "asking":
        return ask(guide, interview, lead)
    return read_back(guide, interview, lead, again=True)


def _named_slots(guide: Guide, text: str) -> set[str]:
    """Return the slots that a text names, the longest names first, each word counted once."""
    names = {guide.slots[slot].name: slot for slot in guide.slots if slot not in KEPT}
    names |= {
        slot.split(".")[-1].replace("_", " "): slot for slot in guide.slots if slot not in KEPT
    }
    found, rest = set(), text.casefold()
    for name in sorted(names, key=len, reverse=True):
        word = re.compile(rf"\b{re.escape(name)}\b")
        if word.search(rest) and not names[name].startswith("consent"):
            found.add(names[name])
            rest = word.sub(" ", rest)
    return found


def _add_role(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if len(interview.jobs) >= MOST_JOBS:
        return again(guide, interview, say("job_limit"))
    titles = [str(f.value) for f in heard.reading.facts if f.slot == "role.title"]
    grown = open_jobs(interview, titles, heard)
    number = len(interview.jobs)
    if len(grown.jobs) == number:
        asked = Asked("jobs", None, ("roles",), more=True, reopened=True)
        return ask(guide, replace(interview, stage="asking", asked=asked))
    open_now = replace(grown, asked=None, focus=number, stage="asking")
    known, taken = learn(open_now, heard)
    added = say("job_added", job=grown.jobs[number].title)
    lead = " ".join(filter(None, (added, noted(guide, known, taken))))
    return ask(guide, replace(known, focus=interview.focus, asked=interview.asked), lead)


def _switch_role(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    number = named_job(interview, heard.text)
    if number is None:
        jobs = ", ".join(job.title for job in interview.jobs) or say("none")
        return ask(guide, interview, say("no_such_job", jobs=jobs))
    return ask(guide, replace(interview, focus=number, asked=None))


def _same_as(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    asked = interview.asked
    if asked is None or asked.role is None or len(interview.jobs) < 2:
        return missed(guide, interview, heard)
    named = named_job(interview, heard.text)
    source = named if named not in (None, asked.role) else (asked.role - 1) % len(interview.jobs)
    copied = [
        replace(fact, role=asked.role, evidence=evidence(heard))
        for fact in interview.facts
        if fact.role == source and fact.slot in asked.slots
    ]
    if not copied:
        return missed(guide, interview, heard)
    known = replace(interview, facts=(*interview.facts, *copied))
    return ask(guide, known, say("same_as", job=interview.jobs[source or 0].title))


def _finish(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if not interview.jobs:
        return ask(guide, interview, say("nothing_to_confirm"))
    return read_back(guide, interview)


ACTIONS: dict[Command | None, Act] = {
    Command.SKIP: _skip,
    Command.DONT_KNOW: _dont_know,
    Command.DECLINE: _decline,
    Command.BACK: _back,
    Command.CORRECT: _correct,
    Command.CLEAR: _clear,
    Command.SWITCH_ROLE: _switch_role,
    Command.SAME_AS: _same_as,
    Command.FINISH: _finish,
}
ADDS: dict[Command | None, Act] = {Command.ADD_ROLE: _add_role}


def record(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    """Let the answers count."""
    if not interview.jobs:
        left = tuple(place for place in interview.left if place != JOBS)
        return ask(guide, replace(interview, stage="asking", left=left), say("nothing_to_confirm"))
    turn = speak(guide, replace(interview, stage="confirmed"), say("confirmed"))
    return replace(turn, effect="record")


def stop(guide: Guide) -> Turn:
    """End the interview of somebody who would rather not, and keep nothing."""
    return forget(guide, say("stopped"))


def forget(guide: Guide, text: str) -> Turn:
    """Forget everything that was said."""
    return replace(speak(guide, Interview(stage="stopped"), text), effect="forget")
