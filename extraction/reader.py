"""The reader: from a message and what was asked to commands and facts with evidence."""

from copy import copy
from dataclasses import replace
from enum import StrEnum

from extraction.commands import SILENT, commands
from extraction.known import known
from extraction.lexicon import Lexicon
from extraction.meaning import meaning
from extraction.pipeline import pipeline, sheet
from extraction.said import Said
from extraction.skills import Spot, nothing, speaks_of_skills, spotted_skills
from extraction.wording import Wording, worded
from needs.answers import Industry, Skill
from needs.command import Command
from needs.fact import Fact, Quote
from needs.message import LONGEST, Message, Reading
from needs.slots import SLOTS, Value


class Reader:
    """Reads messages by rules alone: no model, no network, always the same answer."""

    def __init__(self, lexicon: Lexicon, spot: Spot = nothing) -> None:
        self._known = known(lexicon)
        self._spot = spot
        self._nlp = pipeline()

    def beside(self, more: Lexicon) -> "Reader":
        """Return a reader that knows more phrases as well, made in a moment."""
        other = copy(self)
        other._known = self._known.beside(known(more))
        return other

    def read(self, message: Message, asked: tuple[str, ...]) -> Reading:
        """Return what a message says, in commands and in facts that quote it."""
        wording = worded(message.text[:LONGEST])
        if not wording.plain.strip():
            return Reading()
        found = commands(wording.plain, asked)
        if SILENT & set(found) and Command.CORRECT not in found:
            return Reading(found)
        left = sheet(self._nlp, wording.plain, asked, message.at.date(), self._known)
        left.spotted = spotted_skills(left.claims, self._spot) if speaks_of_skills(asked) else []
        found, said = meaning(left, found)
        return Reading(found, tuple(_fact(message, wording, one, role) for one, role in said))


def _fact(message: Message, wording: Wording, said: Said, role: int | None) -> Fact:
    start, end = wording.where(said.start, said.end)
    quote = Quote(message.id, start, end, message.text[start:end])
    about = role if SLOTS[said.slot].scope == "role" else None
    return Fact(said.slot, _raw(said.value, wording, said), quote, about)


def _raw(value: Value, wording: Wording, said: Said) -> Value:
    """Put people's own words as they wrote them in place of the words as they were read."""
    words = wording.said(said.start, said.end)
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return words
    if isinstance(value, Industry):
        return Industry(words)
    if isinstance(value, tuple) and value:
        first = value[0]
        if isinstance(first, Skill):
            return (replace(first, quote=words),)
        return (words,) if type(first) is str else value
    return value
