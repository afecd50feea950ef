"""Reads the interview guide: which questions, in which order, in which words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from string import Template
from typing import Any, Literal

GuideLength = Literal["full", "short"]


@dataclass(frozen=True)
class GuideChoice:
    """A button under a question, and the slots that it fills, in plain JSON."""

    label: str
    set: Mapping[str, Any]


@dataclass(frozen=True)
class Wording:
    """How one slot is called, asked, asked again and explained."""

    name: str
    ask: str
    again: str
    why: str
    help: str
    choices: tuple[GuideChoice, ...] = ()


@dataclass(frozen=True)
class Question:
    """One message to the employer. ``when`` maps a slot to the values for which it is asked."""

    id: str
    asks: tuple[str, ...]
    say: str | None = None
    again: str | None = None
    short: bool = False
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def about_a_job(self) -> bool:
        """Say whether it is asked once for each job."""
        return self.asks[0].startswith("role.")


@dataclass(frozen=True)
class Guide:
    """The questions of an interview in their order, and the words for each slot."""

    version: str
    length: GuideLength
    convener: str
    slots: Mapping[str, Wording]
    questions: tuple[Question, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Return the questions by their id."""
        return {question.id: question for question in self.questions}

    def sentence(self, text: str) -> str:
        """Fill in what the guide's sentences leave open."""
        return Template(text).substitute(convener=self.convener)


def read_guide(length: GuideLength, convener: str) -> Guide:
    """Read the guide that ships, in full or its short form."""
    raw = tomllib.loads(
        files(__name__.rpartition(".")[0]).joinpath("guide.toml").read_text("utf-8")
    )
    questions = (_question(one) for one in raw["questions"])
    return Guide(
        version=raw["version"],
        length=length,
        convener=convener,
        slots={name: _wording(one) for name, one in raw["slots"].items()},
        questions=tuple(q for q in questions if length == "full" or q.short),
    )


def _wording(raw: dict[str, Any]) -> Wording:
    choices = tuple(GuideChoice(**one) for one in raw.pop("choices", ()))
    return Wording(**raw, choices=choices)


def _question(raw: dict[str, Any]) -> Question:
    when = {slot: tuple(values) for slot, values in raw.pop("when", {}).items()}
    return Question(**raw | {"asks": tuple(raw["asks"])}, when=when)
