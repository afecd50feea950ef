"""What is said of a concept to people who look it up."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from needs.concept import Concept

Way: TypeAlias = Literal[
    "broader",
    "narrower",
    "typical",  # skills, in our own vocabulary
    "essential",  # skills, in ESCO
    "optional",
    "technologies",
    "tools",
    "activities",
    "programmes",
    "counterparts",  # of the other list of occupations
    "occupations",  # that need, use or follow from the concept
]


@dataclass(frozen=True)
class Entry:
    """A concept in a list: what it is, which vocabulary says so, and its code there."""

    concept: Concept
    kind: str
    source: str = ""
    code: str = ""


@dataclass(frozen=True)
class Related:
    """A concept that another one is connected with; ``note`` says how closely."""

    entry: Entry
    note: str = ""


@dataclass(frozen=True)
class Section:
    """What a concept is connected with in one way; ``more`` counts what is left out.

    ``missing`` names the scheme that has to be imported before there can be anything.
    """

    way: Way
    items: tuple[Related, ...]
    more: int = 0
    missing: str = ""


@dataclass(frozen=True)
class Article:
    """Everything that the vocabularies in use say of a concept."""

    entry: Entry
    description: str = ""
    names: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    granted_by: str = ""
    by_law: bool | None = None
