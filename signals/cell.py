"""A cell: everybody who asks for one thing, before anything is hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from needs.concept import Concept

Kind: TypeAlias = Literal["skill", "credential", "occupation"]


@dataclass(frozen=True)
class Cell:
    """Who stands behind one number.

    ``contributors`` maps each group to the lowest and highest number it stands for: its hires of
    the coming 12 months for an occupation, one for a skill or a credential.
    """

    key: str
    kind: Kind
    concept: Concept
    occupation: Concept | None
    contributors: Mapping[str, tuple[int, int]]


def key_of(kind: Kind, concept: Concept, occupation: Concept | None = None) -> str:
    """Return the name under which a cell is known from one release to the next."""
    parts = [kind, concept.scheme, concept.uri]
    if occupation:
        parts += [occupation.scheme, occupation.uri]
    return "|".join(part.replace("|", "%7C") for part in parts)
