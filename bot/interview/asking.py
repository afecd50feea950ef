"""Which question comes next, and how it is put."""

import json
from collections.abc import Iterator
from dataclasses import replace

from bot.interview.state import Asked, Interview, Job, Place, Turn
from bot.interview.words import list_facts
from needs.concept import Concept
from needs.message import Choice, Reply
from needs.slots import dump
from prompts.guide import Guide, Question
from prompts.phrases import say

CONSENT = ("consent.participate",)
OCCUPATION = ("role.occupation",)
SKIP = Choice("do:skip", say("skip"))
CONFIRMATIONS = {
    "confirming": (Choice("do:confirm", say("confirm")), Choice("do:reject", say("reject"))),
    "deleting": (Choice("do:confirm", say("delete_yes")), Choice("do:reject", say("delete_no"))),
}


def ask(guide: Guide, interview: Interview, lead: str = "") -> Turn:
    """Put the question that stands open, else the next one, else read everything back."""
    asked, heading = _still_open(guide, interview), ""
    if asked is None:
        interview = settle(interview)
        asked = next_question(guide, interview)
        heading = _heading(interview, asked) if asked else ""
    if asked is None:
        return read_back(guide, interview, lead)
    told = replace(interview, stage="asking", asked=asked)
    question = _question(guide, told, asked)
    return speak(guide, told, "\n\n".join(filter(None, (lead, heading, question))))


def read_back(guide: Guide, interview: Interview, lead: str = "", again: bool = False) -> Turn:
    """Read everything back and ask whether it is right."""
    phrase = "read_back_again" if again else "read_back"
    text = say(phrase, facts=list_facts(guide, interview))
    told = replace(interview, stage="confirming", asked=None)
    return speak(guide, told, "\n\n".join(filter(None, (lead, text))))


def speak(guide: Guide, interview: Interview, text: str) -> Turn:
    """Say a text with what stands open; never the same text twice running."""
    if text == interview.said:
        text = f"{say('take_your_time')} {text}"
    return Turn(replace(interview, said=text), reply(guide, interview, text))


def reply(guide: Guide, interview: Interview, text: str) -> Reply:
    """Return a text as a reply with the slots it asks for, the job, and the choices."""
    role = interview.asked.role if interview.asked and interview.stage == "asking" else None
    return Reply(
        say=text,
        asks=interview.asks,
        role=None if role is None else interview.jobs[role].title,
        choices=choices(guide, interview),
        done=interview.stage in ("confirmed", "paused", "stopped"),
        progress=progress(guide, interview),
    )


def next_question(guide: Guide, interview: Interview) -> Asked | None:
    """Return the first question of the guide that has a slot open."""
    for question, role in places(guide, interview):
        if slots := open_slots(interview, question, role):
            return Asked(question.id, role, slots)
    return None


def open_slots(interview: Interview, question: Question, role: int | None) -> tuple[str, ...]:
    """Return the slots of a question that are neither known nor passed over."""
    if not all(_holds(interview, slot, role, said) for slot, said in question.when.items()):
        return ()
    return tuple(slot for slot in question.asks if not _settled(interview, slot, role))


def places(guide: Guide, interview: Interview) -> Iterator[tuple[Question, int | None]]:
    """Return all questions in their order, those about a job once for each job."""
    first = next(n for n, one in enumerate(guide.questions) if one.about_a_job)
    about_jobs = [one for one in guide.questions if one.about_a_job]
    yield from ((one, None) for one in guide.questions[:first])
    for role in _job_order(interview):
        yield from ((one, role) for one in about_jobs)
    yield from ((one, None) for one in guide.questions[first:] if not one.about_a_job)


def progress(guide: Guide, interview: Interview) -> tuple[int, int]:
    """Return how many questions are settled, and how many there are."""
    all_places = list(places(guide, interview))
    open_places = sum(bool(open_slots(interview, one, role)) for one, role in all_places)
    missing = 0 if interview.jobs else sum(one.about_a_job for one in guide.questions)
    return len(all_places) - open_places, len(all_places) + missing


def wording(guide: Guide, asked: Asked) -> str:
    """Return the sentences of a question: those of the slots that are open."""
    question = guide.by_id[asked.question]
    whole = question.say if asked.tries == 1 else question.again
    if whole and asked.slots == question.asks:
        return guide.sentence(whole)
    words = [guide.slots[slot] for slot in asked.slots]
    return " ".join(guide.sentence(one.ask if asked.tries == 1 else one.again) for one in words)


def choices(guide: Guide, interview: Interview) -> tuple[Choice, ...]:
    """Return the shortcuts that are offered for what stands open."""
    if interview.stage in CONFIRMATIONS:
        return CONFIRMATIONS[interview.stage]
    asked = interview.asked
    if asked is None or interview.stage != "asking":
        return ()
    skip = (SKIP,) if asked.tries > 1 and asked.slots != CONSENT else ()
    if len(asked.slots) > 1:
        return skip
    if asked.slots == OCCUPATION and _candidates(interview, asked):
        return tuple(_occupations(interview, asked))
    offered = guide.slots[asked.slots[0]].choices
    return (*(Choice(f"set:{json.dumps(dict(c.set))}", c.label) for c in offered), *skip)


def _question(guide: Guide, interview: Interview, asked: Asked) -> str:
    if asked.more:
        return say("which_job" if asked.tries == 1 else "which_job_again")
    if asked.slots == OCCUPATION and not _candidates(interview, asked):
        return say("other_title" if asked.tries == 1 else "other_title_again")
    if asked.slots == OCCUPATION and asked.tries == 1 and (job := _job(interview, asked)).ambiguous:
        return say("ambiguous_title", job=job.title)
    return wording(guide, asked)


def _candidates(interview: Interview, asked: Asked) -> tuple[Concept, ...]:
    return _job(interview, asked).candidates


def _job(interview: Interview, asked: Asked) -> Job:
    return interview.jobs[asked.role or 0]


def _occupations(interview: Interview, asked: Asked) -> Iterator[Choice]:
    for one in _candidates(interview, asked):
        yield Choice(f"set:{json.dumps({'role.occupation': one.uri})}", one.label)
    yield Choice("do:skip", say("none_of_these"))


def _still_open(guide: Guide, interview: Interview) -> Asked | None:
    """Return the question that was asked, as far as it is not settled."""
    asked = interview.asked
    if asked is None or (asked.role is not None and asked.role >= len(interview.jobs)):
        return None
    if asked.question not in guide.by_id:
        return None  # of an older guide
    if asked.reopened:
        return asked
    places_left = [slot for slot in asked.slots if not _settled(interview, slot, asked.role)]
    return replace(asked, slots=tuple(places_left)) if places_left else None


def _settled(interview: Interview, slot: str, role: int | None) -> bool:
    if slot == "roles" and interview.jobs:
        return True
    return bool(interview.known(slot, role)) or (slot, role) in interview.left


def _holds(interview: Interview, slot: str, role: int | None, said: tuple[str, ...]) -> bool:
    value = interview.value(slot, role if slot.startswith("role.") else None)
    return value is not None and dump(value) in said


def _job_order(interview: Interview) -> list[int]:
    return sorted(range(len(interview.jobs)), key=lambda number: number != interview.focus)


def _heading(interview: Interview, asked: Asked) -> str:
    """Name the job where the questions turn to it."""
    if asked.role is None or len(interview.jobs) == 0:
        return ""
    before = [role for _, role in interview.trail if role is not None]
    job = interview.jobs[asked.role].title
    if before and before[-1] == asked.role:
        return ""
    if len(interview.jobs) == 1:
        return say("job", job=job) if not before else ""
    return say("next_job", job=job) if before else say("first_job", job=job)


def settle(interview: Interview) -> Interview:
    """Put the question that was asked on the trail, so that one can go back to it."""
    asked = interview.asked
    here: Place | None = (asked.question, asked.role) if asked else None
    trail = interview.trail
    if here and here not in trail[-1:]:
        trail = (*trail, here)
    return replace(interview, trail=trail)
