"""Reads a message in the light of what was asked: buttons, typed occupations, named jobs."""

from dataclasses import replace

from bot.interview.asking import choices
from bot.interview.learning import find_job, named, named_job, pick, press
from bot.interview.state import Heard, Interview
from needs.command import Command
from needs.fact import Evidence, Fact, Given, Quote
from needs.message import Reading
from prompts.guide import Guide


def first(heard: Heard) -> Command | None:
    """Return the command of a message, if it is one."""
    return heard.reading.commands[0] if heard.reading.commands else None


def with_choice(guide: Guide, interview: Interview, heard: Heard) -> Heard:
    """Read a pressed button: what it fills in, or the command that it stands for.

    Only a button that is offered now counts: an old one, or one that somebody made up, does not.
    """
    if heard.choice is None:
        return heard
    if heard.choice not in {one.id for one in choices(guide, interview)}:
        return replace(heard, reading=Reading())
    kind, _, what = heard.choice.partition(":")
    if kind == "do":
        return replace(heard, reading=Reading((Command(what),)))
    return replace(heard, reading=Reading((), press(heard.choice, heard.message)))


def with_occupation(interview: Interview, heard: Heard) -> Heard:
    """Read an occupation that was typed instead of chosen."""
    asked = interview.asked
    if heard.choice or asked is None or asked.role is None or "role.occupation" not in asked.slots:
        return heard
    offered = interview.jobs[asked.role].candidates
    found = pick(heard.text, offered) or named(
        heard.text, dict(heard.occupations).get(heard.text, ())
    )
    if found is None:
        return heard
    fact = Fact("role.occupation", found.uri, evidence(heard))
    others = [f for f in heard.reading.facts if f.slot not in ("role.title", "role.occupation")]
    return replace(heard, reading=replace(heard.reading, facts=(*others, fact)))


def retitle(interview: Interview, heard: Heard) -> Interview:
    """Offer the occupations of another wording of the job's title."""
    asked = interview.asked
    offered = dict(heard.occupations).get(heard.text, ())
    if asked is None or asked.role is None or not offered:
        return interview
    jobs = list(interview.jobs)
    jobs[asked.role] = replace(jobs[asked.role], candidates=offered)
    return replace(interview, jobs=tuple(jobs))


def about(interview: Interview, heard: Heard) -> Interview:
    """Turn to the job that a correction names."""
    titles = [str(f.value) for f in heard.reading.facts if f.slot == "role.title"]
    found = find_job(interview, titles[0]) if titles else named_job(interview, heard.text)
    return replace(interview, focus=found if found is not None else interview.focus)


def evidence(heard: Heard) -> Evidence:
    """Return the whole message as evidence, or the button."""
    if heard.choice is not None or not heard.text:
        return Given("button", heard.message)
    return Quote(heard.message, 0, len(heard.text), heard.text)


def capital(name: str) -> str:
    """Return a name as it begins a sentence."""
    return name[:1].upper() + name[1:]
