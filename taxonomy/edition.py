"""One version of a scheme, as it was imported or built."""

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

Kind: TypeAlias = Literal[
    "skill",  # of ESCO or our own
    "group",  # of skills
    "occupation",
    "unit",  # a group of occupations: ISCO, or SOC
    "technology",  # an O*NET example of software or hardware
    "tool",  # an O*NET example of equipment
    "activity",  # an O*NET detailed work activity
    "credential",
    "programme",  # CIP
    "industry",  # NAICS
]
NameKind: TypeAlias = Literal[
    "pref",  # the label
    "alt",  # a further name that the scheme has
    "hidden",  # a misspelling that the scheme lists: for searching only
    "short",  # an abbreviation that the scheme has
    "phrase",  # the words of our vocabulary
    "us",  # an American spelling, derived
    "local",  # the words of one partnership
]


@dataclass(frozen=True)
class Edition:
    """A scheme in one version. ``title`` is what people call it; ``attribution`` must be shown."""

    scheme: str
    version: str
    title: str
    licence: str
    attribution: str


@dataclass(frozen=True)
class Count:
    """What became of the rows of one file. ``skipped`` says how many, by reason."""

    file: str
    rows: int
    kept: int
    skipped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class About:
    """What an index file says of itself.

    ``fingerprint`` is the SHA-256 of what it was made from; ``at`` is an ISO time, empty for the
    starter vocabulary, so that equal vocabularies give equal files.
    """

    edition: Edition
    fingerprint: str
    at: str = ""
    counts: tuple[Count, ...] = ()

    @property
    def attributions(self) -> tuple[str, ...]:
        """Return the credits to show, one a line of the edition's attribution."""
        return tuple(self.edition.attribution.split("\n"))


ABOUT: TypeAdapter[About] = TypeAdapter(About)
Rows: TypeAlias = list[tuple[Any, ...]]
