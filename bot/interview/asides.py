"""The commands that leave the question open."""

from collections.abc import Callable
from dataclasses import replace

from bot.interview.asking import speak
from bot.interview.going_on import again, missed
from bot.interview.hearing import capital
from bot.interview.state import Heard, Interview, Turn
from bot.interview.words import list_facts
from needs.command import Command
from prompts.guide import Guide
from prompts.phrases import answer, say

Act = Callable[[Guide, Interview, Heard], Turn]


def _why(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    reasons = dict.fromkeys(guide.slots[slot].why for slot in interview.asks if slot in guide.slots)
    return again(guide, interview, " ".join(reasons))


def _help(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    helps = dict.fromkeys(guide.slots[slot].help for slot in interview.asks if slot in guide.slots)
    return again(guide, interview, " ".join(helps))


def _repeat(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return again(guide, interview, say("repeat"))


def _summary(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return again(guide, interview, say("summary", facts=list_facts(guide, interview)))


def _human(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return again(guide, interview, say("human", convener=capital(guide.convener)))


def _side_question(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return _astray(guide, interview, heard, answer(heard.text, capital(guide.convener)))


def _off_topic(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    return _astray(guide, interview, heard, say("off_topic"))


def _astray(guide: Guide, interview: Interview, heard: Heard, lead: str) -> Turn:
    """Come back to the question, but not for ever: it may have been an answer after all."""
    if interview.stage != "asking":
        return again(guide, interview, lead)
    return missed(guide, interview, heard, lead)


def _pause(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    paused = replace(interview, stage="paused", before=interview.stage)
    return speak(guide, paused, say("paused"))


def _delete(guide: Guide, interview: Interview, heard: Heard) -> Turn:
    doubting = replace(interview, stage="deleting", before=interview.stage)
    return speak(guide, doubting, say("delete_sure"))


ASIDES: dict[Command | None, Act] = {
    Command.WHY: _why,
    Command.HELP: _help,
    Command.REPEAT: _repeat,
    Command.SUMMARY: _summary,
    Command.HUMAN: _human,
    Command.SIDE_QUESTION: _side_question,
    Command.OFF_TOPIC: _off_topic,
    Command.PAUSE: _pause,
    Command.DELETE_MY_DATA: _delete,
}
