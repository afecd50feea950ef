"""The record of an interview, in the shape that outside programs read."""

from collections.abc import Iterable
from typing import Any

from bot.interview.state import Interview
from needs.fact import Fact
from needs.slots import SLOTS, dump

OUTCOMES = {"confirmed": "confirmed", "paused": "paused"}


def record(interview: Interview) -> dict[str, Any]:
    """Return what an interview holds; nothing but the refusal where it was stopped."""
    if interview.stage == "stopped":
        return {"consent": {"participate": False}}
    whole: dict[str, Any] = {}
    for name, value in _values(f for f in interview.facts if f.role is None).items():
        group, _, key = name.rpartition(".")
        (whole.setdefault(group, {}) if group else whole)[key] = value
    numbers = range(len(interview.jobs))
    whole["roles"] = [_job(f for f in interview.facts if f.role == n) for n in numbers]
    return whole


def outcome(interview: Interview) -> str:
    """Return how an interview ended."""
    return OUTCOMES.get(interview.stage, "stopped")


def _job(facts: Iterable[Fact]) -> dict[str, Any]:
    return {name.removeprefix("role."): value for name, value in _values(facts).items()}


def _values(facts: Iterable[Fact]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for fact in facts:
        value = dump(fact.value)
        held = values.get(fact.slot)
        joined = SLOTS[fact.slot].many and isinstance(held, list) and isinstance(value, list)
        values[fact.slot] = held + value if joined else value
    return values
