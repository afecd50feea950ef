"""Words that a convener would like to add, and what may stand in their way."""

import re
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from needs.concept import Concept
from needs.dictionary import Entry
from needs.local import LocalKind, LocalName, bare, key_of
from web.given import Dictionary

LONGEST = 80  # characters
MOST = 200  # words of one partnership; more would be slow to take up
SPOKEN = re.compile(r"[^\W_][\w+#]")


class Wish(BaseModel):
    """What the form sends: words for a concept, or, where that is empty, one of our own."""

    kind: LocalKind
    words: str = ""
    scheme: str = ""
    uri: str = ""
    sure: bool = False

    @property
    def said(self) -> str:
        """Return the words as they are kept."""
        return " ".join("".join(map(_shown, self.words)).split())


@dataclass(frozen=True)
class Refusal:
    """Why words are not added: ``known`` has them as a name already, ``taken`` as our own.

    ``means`` is said and asked about: other concepts have them as a name.
    """

    why: Literal["blank", "long", "many", "known", "there", "taken", "means"]
    words: str
    meanings: tuple[Entry, ...] = ()


def refusal(
    wish: Wish, concept: Concept, names: list[LocalName], dictionary: Dictionary
) -> Refusal | None:
    """Return why words are not added to a concept, or None where nothing is in the way."""
    said = wish.said
    if not SPOKEN.search(said):
        return Refusal("blank", said)
    if len(said) > LONGEST:
        return Refusal("long", said[: 2 * LONGEST])
    if taken := _taken(wish, concept, names):
        return taken
    if len(names) >= MOST:
        return Refusal("many", said)
    return _known(wish, concept, names, dictionary)


def _shown(sign: str) -> str:
    """Return a blank for what nobody can see, such as marks that turn the direction of writing."""
    return sign if sign.isprintable() and sign != "\ufffd" else " "


def _taken(wish: Wish, concept: Concept, names: list[LocalName]) -> Refusal | None:
    for name in names:
        if (name.kind, key_of(name.words)) == (wish.kind, key_of(wish.said)):
            same = _identity(name.concept) == _identity(concept)
            meaning = Entry(name.concept, name.kind)
            return Refusal("there" if same else "taken", wish.said, (meaning,))
    return None


def _known(
    wish: Wish, concept: Concept, names: list[LocalName], dictionary: Dictionary
) -> Refusal | None:
    own = [Entry(one.concept, one.kind) for one in names if key_of(one.words) == key_of(wish.said)]
    meanings = (*dictionary.meant(bare(wish.said)), *own)
    if any(_identity(one.concept) == _identity(concept) for one in meanings):
        return Refusal("known", wish.said, meanings)
    return Refusal("means", wish.said, meanings) if meanings and not wish.sure else None


def _identity(concept: Concept) -> tuple[str, str]:
    return concept.scheme, concept.uri
