"""What became of a stored concept in another version: certain, or for a person to judge."""

from dataclasses import dataclass, field, replace

from needs.concept import Concept
from needs.succession import Kind, Proposal
from taxonomy.difference import Difference
from taxonomy.index import Index
from taxonomy.spelling import american
from taxonomy.successors import Successors
from taxonomy.words import stem, words

ARTICLES = {"a", "an", "the"}
SHORTEST, SLIPS = 6, 2  # letters of a word that may be misspelt, and how many it may lack


@dataclass(frozen=True)
class Passage:
    """The way from one version to another. ``old`` is None where its index is not at hand."""

    new: Index
    old: Index | None = None
    difference: Difference = field(default_factory=Difference)

    def judge(self, stored: Concept, kind: Kind) -> Proposal:
        """Return the heir of a stored concept where it is certain, or else ranked suggestions."""
        known = self.old.concept(stored.scheme, stored.uri) if self.old else None
        named = replace(stored, label=known.label if known else stored.label)
        old = replace(stored, label=stored.label or named.label)
        if heir := self._heir(named, kind):
            return Proposal(kind, old, heir)
        return Proposal(kind, old, None, Successors(self.new, self.old).of(named, kind))

    def _heir(self, old: Concept, kind: Kind) -> Concept | None:
        recoded = self.difference.heir(old)
        same = self.new.concept(old.scheme, old.uri)
        if recoded or same is None:
            return recoded
        detail = self.new.detail(same)
        still = detail is not None and detail.kind == kind
        return same if still and means_the_same(old.label, same.label) else None


def means_the_same(old: str, new: str) -> bool:
    """Say whether a label was only mended: its case, its spelling, the form of a word.

    Another word, or another order of words, may be another meaning.
    """
    before, after = _said(old), _said(new)
    return len(before) == len(after) and all(map(_same_word, before, after))


def _said(label: str) -> list[str]:
    return [word for word in words(american(label)) if word not in ARTICLES]


def _same_word(one: str, other: str) -> bool:
    return stem(one) == stem(other) or _lacks(one, other) or _lacks(other, one)


def _lacks(short: str, long: str) -> bool:
    """Say whether letters are missing inside a word; another letter makes another word."""
    if not (long.isalpha() and len(short) >= SHORTEST and 0 < len(long) - len(short) <= SLIPS):
        return False
    rest = iter(long)
    inside = all(letter in rest for letter in short)
    return inside and (short[0], short[-1]) == (long[0], long[-1])
