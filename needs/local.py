"""The words of one partnership: further names of known concepts, and concepts of its own."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias
from urllib.parse import quote

from needs.concept import Concept

LocalKind: TypeAlias = Literal["skill", "occupation", "credential"]
LOCAL = "local"  # the version that marks a concept as one of the partnership's own
ARTICLE = re.compile(r"(?:(?:the|our)\s+)+", re.IGNORECASE)


@dataclass(frozen=True)
class LocalName:
    """Words that a partnership uses for a concept. ``id`` names them within the partnership."""

    id: int
    kind: LocalKind
    words: str
    concept: Concept
    at: datetime

    @property
    def founds(self) -> bool:
        """Say whether these words are the label of a concept of the partnership's own."""
        return is_own(self.concept) and key_of(self.words) == key_of(self.concept.label)


def bare(words: str) -> str:
    """Return words without leading articles: “the Mazak” is looked for as “Mazak”."""
    said = " ".join(words.split())
    return ARTICLE.sub("", said, count=1) if ARTICLE.match(said) else said


def key_of(words: str) -> str:
    """Return what words are known by, however they are written."""
    return bare(words.casefold())


def own_concept(partnership: int, kind: LocalKind, label: str) -> Concept:
    """Return the concept of a partnership's own with a label; the same label gives the same one."""
    place = quote(key_of(label), safe="")
    return Concept("local", f"local:{partnership}/{kind}/{place}", " ".join(label.split()), LOCAL)


def is_own(concept: Concept) -> bool:
    """Say whether a concept is a partnership's own; the starter vocabulary has local ones too."""
    return (concept.scheme, concept.version) == ("local", LOCAL)
