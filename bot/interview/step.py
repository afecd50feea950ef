"""Takes one message into account and says what comes next."""

from dataclasses import replace

from bot.interview.actions import ACTIONS, ADDS, forget, record, stop
from bot.interview.asides import ASIDES, Act
from bot.interview.asking import read_back, speak
from bot.interview.going_on import again, changed, go_on, missed
from bot.interview.hearing import first, hedged, with_choice, with_occupation
from bot.interview.learning import learn
from bot.interview.state import Heard, Interview, Turn
from needs.command import Command
from needs.message import LONGEST, Reading
from needs.slots import SLOTS
from prompts.guide import Guide
from prompts.phrases import say


def step(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    """Take one message into account and say what comes next."""
    awake = _awake(interview)
    read = with_choice(guide, awake, heard)
    if heard.choice is not None and read.reading == Reading():
        return again(guide, awake, say("old_button"))
    turn = STAGES[interview.stage](guide, awake, read)
    return _with_limit(turn) if len(heard.text) > LONGEST else turn


def _awake(interview: Interview) -> Interview:
    """Take up a paused interview where it was left, and one that has stopped from the beginning."""
    if interview.stage == "stopped":
        return Interview(guide=interview.guide)
    return replace(interview, stage=interview.before) if interview.stage == "paused" else interview


def _with_limit(turn: Turn) -> Turn:
    text = f"{say('too_long', longest=f'{LONGEST:,}')} {turn.reply.say}"
    return replace(turn, reply=replace(turn.reply, say=text))


def _asking(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if not (heard.text.strip() or heard.choice):
        return again(guide, interview, say("repeat") if interview.asked else "")
    command = first(heard)
    if command in ASIDES:
        return ASIDES[command](guide, interview, heard)
    interview, heard = with_occupation(interview, heard)
    if command in ADDS and interview.value("consent.participate"):
        return ADDS[command](guide, interview, heard)
    learned, taken = learn(interview, heard, correcting=command is Command.CORRECT)
    consent = learned.value("consent.participate")
    if not consent:
        return stop(guide) if consent is False else missed(guide, interview, heard)
    if command in ACTIONS:
        reading = replace(heard.reading, facts=taken)
        return ACTIONS[command](guide, learned, replace(heard, reading=reading))
    return go_on(guide, learned, heard, taken)


def _confirming(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    command = first(heard)
    doubt = command is Command.CONFIRM and (heard.reading.facts or hedged(heard.text))
    if command in AT_THE_READ_BACK and not doubt:
        return AT_THE_READ_BACK[command](guide, interview, heard)
    learned, taken = learn(interview, heard, correcting=True)
    if taken:
        return read_back(guide, learned, changed(guide, learned, taken), again=True)
    if any(SLOTS[fact.slot].scope == "role" for fact in heard.reading.facts):
        return speak(guide, interview, say("for_which_job"))
    if doubt or command in (Command.REJECT, Command.CORRECT):
        return speak(guide, interview, say("which_change"))
    if interview.said == say("confirm_unclear"):
        return read_back(guide, interview, again=True)
    return speak(guide, interview, say("confirm_unclear"))


def _confirmed(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    command = first(heard)
    if command in AFTERWARDS:
        return AFTERWARDS[command](guide, interview, heard)
    learned, taken = learn(interview, heard, correcting=True)
    if taken:
        return read_back(guide, learned, changed(guide, learned, taken), again=True)
    if command is Command.CORRECT:
        return speak(guide, interview, say("which_change"))
    return speak(guide, interview, say("confirmed_before"))


def _paused(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    command = first(heard)
    greets = command in (None, Command.RESUME, Command.PAUSE, Command.REPEAT)
    if greets and not heard.reading.facts and heard.choice is None:
        return again(guide, interview, say("resumed"))
    return STAGES[interview.stage](guide, interview, heard)


def _deleting(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if first(heard) in (Command.CONFIRM, Command.DELETE_MY_DATA):
        return forget(guide, say("deleted"))
    if not (heard.text.strip() or heard.choice):
        return again(guide, interview, "")
    back = replace(interview, stage=interview.before)
    return again(guide, back, say("not_deleted"))


def _summarised(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return read_back(guide, interview, again=True)


AT_THE_READ_BACK: dict[Command | None, Act] = {
    **ASIDES,
    **ADDS,
    Command.SUMMARY: _summarised,
    Command.CONFIRM: record,
    **{one: ACTIONS[one] for one in (Command.CLEAR, Command.BACK)},
}

AFTERWARDS: dict[Command | None, Act] = {
    **ADDS,
    **{one: ACTIONS[one] for one in (Command.CLEAR, Command.BACK)},
    **{
        one: ASIDES[one]
        for one in (Command.SUMMARY, Command.DELETE_MY_DATA, Command.HUMAN, Command.SIDE_QUESTION)
    },
}

STAGES: dict[str, Act] = {
    "asking": _asking,
    "confirming": _confirming,
    "confirmed": _confirmed,
    "paused": _paused,
    "deleting": _deleting,
    "stopped": _asking,
}
