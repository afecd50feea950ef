"""Goes on after a message: to the next question, or to the same one in other words."""

from dataclasses import replace

from bot.interview.asking import CONSENT, OCCUPATION, ask, read_back, settle, speak
from bot.interview.hearing import retitle
from bot.interview.state import Asked, Heard, Interview, Turn
from bot.interview.words import name_facts
from needs.fact import Fact
from prompts.guide import Guide
from prompts.phrases import say

MOST_TRIES = 2


def go_on(guide: Guide, interview: Interview, heard: Heard, taken: tuple[Fact, ...]) -> Turn:
    """Ask on where the message answered something, else ask again."""
    asked = interview.asked
    lead = noted(guide, interview, taken)
    if asked is None or answers(asked, taken):
        return ask(guide, fresh(interview), lead)
    if asked.slots == OCCUPATION and retitle(interview, heard) != interview:
        return ask(guide, fresh(retitle(interview, heard)), lead)
    return missed(guide, interview, heard, lead)


def answers(asked: Asked, facts: tuple[Fact, ...]) -> bool:
    """Say whether facts answer something of what was asked."""
    wanted = {"role.title" if slot == "roles" else slot for slot in asked.slots}
    return any(fact.slot in wanted for fact in facts)


def fresh(interview: Interview) -> Interview:
    """Let a question that was partly answered count its tries anew."""
    asked = interview.asked
    return replace(interview, asked=asked and replace(asked, tries=1, reopened=False, more=False))


def missed(guide: Guide, interview: Interview, heard: Heard, lead: str = "") -> Turn:
    """Ask the same in other words, or pass over it after the second try."""
    asked = interview.asked
    if asked is None:
        return ask(guide, interview, lead)
    if asked.tries >= MOST_TRIES and asked.slots != CONSENT:
        return ask(guide, leave(interview), " ".join(filter(None, (lead, say("left_open")))))
    again = replace(interview, asked=replace(asked, tries=asked.tries + 1))
    return ask(guide, again, lead or say("not_understood"))


def leave(interview: Interview) -> Interview:
    """Pass over what is asked, so that it is not asked again."""
    asked = interview.asked
    if asked is None:
        return interview
    left = () if asked.more else tuple((slot, asked.role) for slot in asked.slots)
    return replace(settle(interview), left=(*interview.left, *left), asked=None)


def again(guide: Guide, interview: Interview, lead: str) -> Turn:
    """Say something and come back to what stood open."""
    if interview.stage == "confirming":
        return read_back(guide, interview, lead, again=True)
    if interview.stage == "confirmed":
        return speak(guide, interview, lead)
    if interview.stage == "deleting":
        return speak(guide, interview, say("delete_sure"))
    return ask(guide, interview, lead)


def noted(guide: Guide, interview: Interview, facts: tuple[Fact, ...]) -> str:
    """Return the line that reads new facts back, or nothing."""
    told = [f for f in facts if not f.slot.startswith("consent")]
    told = [f for f in told if f.role is None or f.role < len(interview.jobs)]
    names = name_facts(guide, interview, told)
    return say("noted", facts=names) if names else ""


def changed(guide: Guide, interview: Interview, facts: tuple[Fact, ...]) -> str:
    """Return the line that says what was changed."""
    names = name_facts(guide, interview, facts)
    return say("changed", facts=names) if names else say("changed_it")
