"""What an employer says instead of an answer; recognised before any slot is filled."""

import re

from extraction.cues import patterns
from extraction.pieces import joined
from needs.command import Command

SMALL = re.compile(
    r"^(?:[\W_]|\b(?:ok|okay|um+|uh+|hm+|hey|hi|oh|well|please|pls|"
    r"lol|haha|yeah|sorry|thanks|thank you|so|and|just|tbh|honestly|"
    r"can we|let's|lets|i'd say)\b)+|"
    r"(?:[\W_]|\b(?:please|pls|lol|tbh|thanks|thank you|haha|then|"
    r"ok|for now|honestly|sorry|man|bro|dude|really|at all|i guess)\b)+$",
    re.IGNORECASE,
)
SILENT = frozenset(
    {
        Command.HELP,
        Command.REPEAT,
        Command.BACK,
        Command.CLEAR,
        Command.SWITCH_ROLE,
        Command.PAUSE,
        Command.RESUME,
        Command.SUMMARY,
        Command.CONFIRM,
        Command.REJECT,
        Command.HUMAN,
        Command.SIDE_QUESTION,
        Command.OFF_TOPIC,
        Command.DELETE_MY_DATA,
        Command.FINISH,
    }
)
REFUSALS = (Command.DECLINE, Command.DONT_KNOW, Command.SKIP)
ORDER = tuple(
    Command(name)
    for name in [
        "delete_my_data",
        "clear",
        "correct",
        "add_role",
        "same_as",
        "switch_role",
        "human",
        "repeat",
        "help",
        "why",
        "side_question",
        "summary",
        "pause",
        "resume",
        "finish",
        "decline",
        "dont_know",
        "skip",
        "back",
        "off_topic",
    ]
)
OVERRULES = {
    "delete_my_data": {"clear", "correct"},
    "clear": {"correct"},
    "correct": {"back", "dont_know", "repeat", "help"},
    "help": {"side_question", "dont_know", "repeat"},
    "why": {"side_question", "help", "dont_know"},
    "repeat": {"side_question", "help"},
    "human": {"side_question", "pause", "help", "dont_know"},
    "summary": {"side_question", "repeat", "resume", "help"},
    "pause": {
        "finish",
        "skip",
        "side_question",
        "resume",
        "help",
        "back",
        "off_topic",
        "human",
        "clear",
    },
    "resume": {"side_question", "repeat", "back", "off_topic", "help"},
    "finish": {"skip"},
    "decline": {"dont_know", "skip"},
    "same_as": {"skip", "help"},
    "side_question": {"off_topic", "dont_know", "decline"},
    "add_role": {"switch_role"},
    "switch_role": {"pause"},
    "dont_know": {"human"},
}


def commands(plain: str, asked: tuple[str, ...]) -> tuple[Command, ...]:
    """Return the commands of a message, before it is known what else the message says."""
    if patterns("commands", "part")["injected"].search(plain):
        return (Command.OFF_TOPIC,)
    core = bare(plain)
    said = _whole(core)
    if not said:
        said = _parts(plain)
    if not said and len(asked) > 1:
        said = {name for start, end in joined(plain) for name in refusals(plain[start:end])}
    found = tuple(command for command in ORDER if command in said)
    return _confirming(plain, found) if "confirm" in asked else found


def refusals(piece: str) -> set[str]:
    """Return the refusals that a piece of an answer is, if it is nothing else."""
    said = _whole(bare(piece)) or _parts(piece)
    return {str(name) for name in REFUSALS if name in said}


def bare(plain: str) -> str:
    """Return a message without the small words and signs around it."""
    return SMALL.sub("", SMALL.sub("", plain.strip()[:400])).strip()


def _whole(core: str) -> set[str]:
    whole = patterns("commands", "whole")
    return {name for name, pattern in whole.items() if pattern.fullmatch(core)}


def _parts(plain: str) -> set[str]:
    text = plain.strip()
    said = {name for name, pattern in patterns("commands", "part").items() if pattern.search(text)}
    for name in ORDER:
        if name in said:
            said -= OVERRULES.get(name, set())
    return said


def _confirming(plain: str, found: tuple[Command, ...]) -> tuple[Command, ...]:
    rest = tuple(command for command in found if command not in {Command.FINISH, Command.DONT_KNOW})
    if rest:
        return rest
    cues = patterns("commands", "confirm")
    no, yes = cues["no"].search(plain), cues["yes"].search(plain)
    if no and (not yes or no.start() <= yes.start()):
        return (Command.REJECT,)
    return (Command.CONFIRM,) if yes else found
