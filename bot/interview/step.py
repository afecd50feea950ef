"""Takes one message into account and says what comes next."""

from dataclasses import replace

from bot.interview.actions import ACTIONS, forget, record, stop
from bot.interview.asides import ASIDES, Act
from bot.interview.asking import read_back, speak
from bot.interview.going_on import again, go_on, missed, reread
from bot.interview.hearing import about, first, with_choice, with_occupation
from bot.interview.learning import learn
from bot.interview.state import Heard, Interview, Turn
from needs.command import Command
from needs.message import LONGEST, Reading
from prompts.guide import Guide
from prompts.phrases import say


def step(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    """Take one message into account and say what comes next."""
    read = with_choice(guide, interview, heard)
    if heard.choice is not None and read.reading == Reading():
        return again(guide, interview, say("old_button"))
    turn = STAGES[interview.stage](guide, interview, read)
    return _with_limit(turn) if len(heard.text) > LONGEST else turn


def _with_limit(turn: Turn) -> Turn:
    text = f"{say('too_long', longest=f'{LONGEST:,}')} {turn.reply.say}"
    return replace(turn, reply=replace(turn.reply, say=text))


def _asking(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if not (heard.text.strip() or heard.choice):
        return again(guide, interview, say("repeat") if interview.asked else "")
    command = first(heard)
    if command in ASIDES:
        return ASIDES[command](guide, interview, heard)
    heard = with_occupation(interview, heard)
    learned, taken = learn(interview, heard, correcting=command is Command.CORRECT)
    if learned.value("consent.participate") is False:
        return stop(guide)
    if learned.value("consent.participate") is None:
        return missed(guide, interview, heard)
    if command in ACTIONS:
        return ACTIONS[command](guide, learned, heard)
    return go_on(guide, learned, heard, taken)


def _confirming(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    command = first(heard)
    if command in AT_THE_READ_BACK:
        return AT_THE_READ_BACK[command](guide, interview, heard)
    learned, taken = learn(about(interview, heard), heard, correcting=True)
    if taken:
        return reread(guide, learned, "changed", taken)
    if command in (Command.REJECT, Command.CORRECT):
        return speak(guide, interview, say("which_change"))
    if interview.said == say("confirm_unclear"):
        return read_back(guide, interview, again=True)
    return speak(guide, interview, say("confirm_unclear"))


def _confirmed(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    command = first(heard)
    if command in (Command.SUMMARY, Command.DELETE_MY_DATA, Command.HUMAN, Command.SIDE_QUESTION):
        return ASIDES[command](guide, interview, heard)
    learned, taken = learn(about(interview, heard), heard, correcting=True)
    if taken:
        return reread(guide, learned, "changed", taken)
    if command is Command.CORRECT:
        return speak(guide, interview, say("which_change"))
    return speak(guide, interview, say("confirmed_before"))


def _paused(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    back = replace(interview, stage=interview.before)
    command = first(heard)
    if back.stage == "asking" and command in (None, Command.RESUME) and heard.reading.facts:
        return _asking(guide, back, heard)
    if command not in (None, Command.RESUME, Command.PAUSE, Command.REPEAT):
        return STAGES[back.stage](guide, back, heard)
    return again(guide, back, say("resumed"))


def _deleting(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    if first(heard) is Command.CONFIRM:
        return forget(guide, say("deleted"))
    back = replace(interview, stage=interview.before)
    return again(guide, back, say("not_deleted"))


def _summarised(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return read_back(guide, interview, again=True)


def _stopped(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return speak(guide, interview, say("ended"))


AT_THE_READ_BACK: dict[Command | None, Act] = {
    **ASIDES,
    Command.SUMMARY: _summarised,
    Command.CONFIRM: record,
    **{one: ACTIONS[one] for one in (Command.CLEAR, Command.BACK, Command.ADD_ROLE)},
}

STAGES: dict[str, Act] = {
    "asking": _asking,
    "confirming": _confirming,
    "confirmed": _confirmed,
    "paused": _paused,
    "deleting": _deleting,
    "stopped": _stopped,
}
