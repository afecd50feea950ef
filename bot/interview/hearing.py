"""Reads a message in the light of what was asked: buttons, typed choices, typed occupations."""

import json
import re
from collections.abc import Collection
from dataclasses import replace

from bot.interview.asking import choices
from bot.interview.jobs import folded, telling
from bot.interview.state import Heard, Interview
from needs.command import Command
from needs.concept import Concept
from needs.fact import Evidence, Fact, Given, Quote
from needs.message import Reading
from needs.slots import load
from prompts.guide import Guide

BUT = re.compile(r"\b(but|except|though|however|although|only)\b", re.IGNORECASE)
REFUSES = re.compile(r"\W*(no|none|neither|not)\b", re.IGNORECASE)
TITLE_WORDS = 5  # a longer text is a remark, and not another wording of a job's title


def first(heard: Heard) -> Command | None:
    """Return the command of a message, if it is one."""
    return heard.reading.commands[0] if heard.reading.commands else None


def hedged(text: str) -> bool:
    """Say whether a yes goes on to name what is not right."""
    return BUT.search(text) is not None


def with_choice(guide: Guide, interview: Interview, heard: Heard) -> Heard:
    """Read a pressed button, or its words typed: what it fills in, or the command it stands for.

    Only a button that is offered now counts: an old one, or one that somebody made up, does not.
    """
    offered = {one.id: folded(one.label) for one in choices(guide, interview)}
    typed = next((one for one, label in offered.items() if label == folded(heard.text)), None)
    choice = typed if heard.choice is None else heard.choice
    if choice is None:
        return heard
    if choice not in offered:
        return replace(heard, reading=Reading())
    kind, _, what = choice.partition(":")
    if kind == "do":
        return replace(heard, reading=Reading((Command(what),)))
    return replace(heard, reading=Reading((), _pressed(what, heard)))


def with_occupation(interview: Interview, heard: Heard) -> tuple[Interview, Heard]:
    """Read an occupation that was typed instead of chosen, and offer it from now on."""
    asked = interview.asked
    if heard.reading.commands or asked is None or asked.role is None:
        return interview, heard
    if "role.occupation" not in asked.slots or REFUSES.match(heard.text) or heard.choice:
        return interview, heard
    offered = interview.jobs[asked.role].candidates
    found = pick(heard.text, offered) or _named(heard.text, _others(heard))
    if found is None:
        return interview, heard
    fact = Fact("role.occupation", found.uri, evidence(heard))
    told = [f for f in heard.reading.facts if f.slot not in ("role.title", "role.occupation")]
    known = interview if found in offered else offer(interview, asked.role, (*offered, found))
    return known, replace(heard, reading=replace(heard.reading, facts=(*told, fact)))


def retitle(interview: Interview, heard: Heard) -> Interview:
    """Offer the occupations of another wording of the job's title."""
    asked, found = interview.asked, _others(heard)
    if asked is None or asked.role is None or not found:
        return interview
    if len(heard.text.split()) > TITLE_WORDS or REFUSES.match(heard.text):
        return interview
    return offer(interview, asked.role, found, heard.text in heard.ambiguous)


def offer(
    interview: Interview, role: int, candidates: tuple[Concept, ...], ambiguous: bool = False
) -> Interview:
    """Offer these occupations for a job."""
    jobs = list(interview.jobs)
    jobs[role] = replace(jobs[role], candidates=candidates, ambiguous=ambiguous)
    return replace(interview, jobs=tuple(jobs))


def pick(text: str, candidates: Collection[Concept]) -> Concept | None:
    """Return the occupation whose name somebody typed, in full or by most of their words."""
    if same := _named(text, candidates):
        return same
    words = telling(text)
    shared = {one: len(words & telling(one.label)) for one in candidates}
    most = max(shared.values(), default=0)
    best = [one for one in candidates if shared[one] == most]
    return best[0] if len(best) == 1 and 2 * most > len(words) else None


def evidence(heard: Heard) -> Evidence:
    """Return the whole message as evidence, or the button."""
    if heard.choice is not None or not heard.text:
        return Given("button", heard.message)
    return Quote(heard.message, 0, len(heard.text), heard.text)


def capital(name: str) -> str:
    """Return a name as it begins a sentence."""
    return name[:1].upper() + name[1:]


def _pressed(what: str, heard: Heard) -> tuple[Fact, ...]:
    given = evidence(heard)
    return tuple(Fact(slot, load(slot, plain), given) for slot, plain in json.loads(what).items())


def _named(text: str, found: Collection[Concept]) -> Concept | None:
    return next((one for one in found if folded(one.label) == folded(text)), None)


def _others(heard: Heard) -> tuple[Concept, ...]:
    return dict(heard.occupations).get(heard.text, ())
