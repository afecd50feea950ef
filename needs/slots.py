"""The slots: everything that an interview can learn, and the shape of each value."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

from needs.answers import (
    Credential,
    Difficulty,
    Education,
    Experience,
    HardReason,
    Industry,
    Level,
    Money,
    Offer,
    Period,
    Quantity,
    Schedule,
    Screen,
    Skill,
    Unanswered,
)

Value: TypeAlias = (
    bool
    | str
    | Quantity
    | Money
    | Period
    | Experience
    | Education
    | Industry
    | Unanswered
    | tuple[Any, ...]
)


@dataclass(frozen=True)
class Slot:
    """One thing that an interview can learn. A ``many`` slot holds a tuple of its kind."""

    name: str
    kind: Any
    many: bool = False

    @property
    def scope(self) -> Literal["org", "role"]:
        """Say whether the slot is asked once, or once for each job."""
        return "role" if self.name.startswith("role.") else "org"

    @property
    def shape(self) -> Any:
        """Return the type of a whole value."""
        return tuple.__class_getitem__((self.kind, ...)) if self.many else self.kind


SLOTS: dict[str, Slot] = {
    slot.name: slot
    for slot in (
        Slot("consent.participate", bool),
        Slot("consent.named", bool),
        Slot("respondent.role", str),
        Slot("employer.name", str),
        Slot("employer.parent", str),
        Slot("employer.area", str, many=True),
        Slot("employer.industry", Industry),
        Slot("employer.size", Quantity),
        Slot("roles", str, many=True),
        Slot("role.title", str),
        Slot("role.occupation", str),
        Slot("role.duties", str),
        Slot("role.level", Level),
        Slot("role.headcount", Quantity),
        Slot("role.vacancies", Quantity),
        Slot("role.openings", Quantity),
        Slot("role.openings_growth", Quantity),
        Slot("role.openings_replacement", Quantity),
        Slot("role.start", Period),
        Slot("role.pay", Money),
        Slot("role.schedule", Schedule, many=True),
        Slot("role.skills", Skill, many=True),
        Slot("role.tools", str, many=True),
        Slot("role.credentials", Credential, many=True),
        Slot("role.education", Education),
        Slot("role.experience", Experience),
        Slot("role.screens", Screen, many=True),
        Slot("role.hard_to_fill", Difficulty),
        Slot("role.hard_reasons", HardReason, many=True),
        Slot("role.sources", str, many=True),
        Slot("offers", Offer, many=True),
        Slot("codesign", bool),
        Slot("barriers", str),
    )
}


def dump(value: Value) -> Any:
    """Return a value as plain JSON, in the shape that the outside relies on."""
    return _anything().dump_python(value, mode="json")


def load(slot: str, plain: Any) -> Value:
    """Return the value that plain JSON stands for; pydantic's ValidationError if it is none."""
    value: Value = _shape(slot).validate_python(plain)
    return value


@cache
def _anything() -> TypeAdapter[Any]:
    return TypeAdapter(Any)


@cache
def _shape(slot: str) -> TypeAdapter[Any]:
    return TypeAdapter(Unanswered | SLOTS[slot].shape)
