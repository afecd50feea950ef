"""What was said for a slot, and where: a fact before it has its job and its quote."""

from dataclasses import dataclass

from needs.slots import Value


@dataclass(frozen=True)
class Said:
    """A value with the stretch of the plain text that gave it; of two, the weightier one counts."""

    slot: str
    value: Value
    start: int
    end: int
    weight: int = 0
