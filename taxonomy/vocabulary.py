"""The starter vocabulary: skills, occupations and credentials as its authors wrote them."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

KindOfSkill: TypeAlias = Literal["skill", "knowledge"]
Match: TypeAlias = Literal["exact", "close", "broad", ""]


@dataclass(frozen=True)
class Place:
    """Where something was written, so that a fault can be found."""

    file: str
    line: int

    def fault(self, column: str, what: str) -> str:
        """Return a sentence that names the place and says what to do."""
        return f"{self.file}, line {self.line}, column {column}: {what}"


@dataclass(frozen=True)
class KnownSkill:
    """A skill, how employers say it, and the ESCO skill it corresponds to."""

    place: Place
    id: str
    label: str
    kind: KindOfSkill
    phrases: tuple[str, ...]
    esco_uri: str
    match: Match
    sectors: tuple[str, ...]


@dataclass(frozen=True)
class KnownOccupation:
    """An occupation, how employers type it, and the ids of its typical skills."""

    place: Place
    code: str
    label: str
    phrases: tuple[str, ...]
    skills: tuple[str, ...]
    sectors: tuple[str, ...]


@dataclass(frozen=True)
class KnownCredential:
    """A licence or certificate; ``by_law`` is None where it depends or is not known."""

    place: Place
    id: str
    name: str
    phrases: tuple[str, ...]
    granted_by: str
    by_law: bool | None
    sectors: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All that the three files hold."""

    skills: tuple[KnownSkill, ...]
    occupations: tuple[KnownOccupation, ...]
    credentials: tuple[KnownCredential, ...]
