"""Claims: stretches of a message that mean one thing, and therefore nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MASK = "\ue000"  # no letter, digit, space or punctuation that a grammar looks for


@dataclass(frozen=True)
class Claim:
    """A stretch of the plain text, `start` to `end`, with what it was taken for."""

    kind: str
    start: int
    end: int
    value: Any = None


class Claims:
    """The claims on one text. No two of them overlap: whoever comes first has it."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self._taken = bytearray(len(plain))
        self._claims: list[Claim] = []
        self._masked: str | None = None

    @property
    def masked(self) -> str:
        """Return the text with everything claimed blotted out; offsets stay as they are."""
        if self._masked is None:
            pairs = zip(self.plain, self._taken, strict=True)
            self._masked = "".join(MASK if taken else letter for letter, taken in pairs)
        return self._masked

    def free(self, start: int, end: int) -> bool:
        """Say whether nothing between these offsets is claimed."""
        return start < end and self._taken.find(1, start, end) < 0

    def take(self, kind: str, start: int, end: int, value: Any = None) -> bool:
        """Claim a stretch, where it is free."""
        if not self.free(start, end):
            return False
        self._taken[start:end] = b"\1" * (end - start)
        self._claims.append(Claim(kind, start, end, value))
        self._masked = None
        return True

    def take_all(self, kind: str, pattern: re.Pattern[str], value: Any = None) -> None:
        """Claim every free match of a pattern."""
        for match in pattern.finditer(self.masked):
            self.take(kind, *match.span(), value)

    def of(self, *kinds: str) -> list[Claim]:
        """Return the claims of these kinds in the order of the text."""
        return sorted((c for c in self._claims if c.kind in kinds), key=lambda c: c.start)

    def __iter__(self) -> Iterator[Claim]:
        return iter(sorted(self._claims, key=lambda claim: claim.start))
