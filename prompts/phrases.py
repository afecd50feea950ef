"""Reads the sentences that are said besides the questions."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

HERE = __name__.rpartition(".")[0]


def say(phrase: str, **words: str) -> str:
    """Return a phrase with its words filled in; KeyError where either is missing."""
    return Template(_phrases()[phrase]).substitute(words)


def answer(question: str, convener: str) -> str:
    """Return what we answer to a question about Needline itself."""
    said = (one["say"] for one in _answers() if _fits(one["words"], question.casefold()))
    return Template(str(next(said))).substitute(convener=convener)


def _fits(words: list[str], question: str) -> bool:
    return not words or any(re.search(rf"\b{re.escape(word)}\b", question) for word in words)


@cache
def _phrases() -> dict[str, str]:
    return tomllib.loads(files(HERE).joinpath("phrases.toml").read_text("utf-8"))


@cache
def _answers() -> list[dict[str, Any]]:
    raw = tomllib.loads(files(HERE).joinpath("side_questions.toml").read_text("utf-8"))
    answers: list[dict[str, Any]] = raw["answers"]
    return answers
