"""What became of concepts when their scheme moved on to another version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from needs.concept import Concept

Kind: TypeAlias = Literal["skill", "occupation"]
Identity: TypeAlias = tuple[str, str, str]  # scheme, URI, version; bare codes have no version


@dataclass(frozen=True)
class Suggestion:
    """A concept that may take another one's place; ``score`` is 0 to 1, ``reason`` in words."""

    concept: Concept
    score: float
    reason: str


@dataclass(frozen=True)
class Proposal:
    """What is to become of a stored concept: its heir, or what a person may choose from."""

    kind: Kind
    old: Concept
    heir: Concept | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Heirs:
    """Which concept took the place of which; none, where nothing did.

    A concept that is its own heir was kept. What is not in here was never asked about. ``called``
    are all that were ever asked about, with their labels, which bare codes are without.
    """

    settled: Mapping[Identity, Concept | None] = field(default_factory=dict)
    called: Mapping[Identity, Concept] = field(default_factory=dict)

    def of(self, concept: Concept | None) -> Concept | None:
        """Return what is in force for a concept today, over any number of versions."""
        return self.path(concept)[-1]

    def path(self, concept: Concept | None) -> list[Concept | None]:
        """Return a concept and what took its place, one version after the other."""
        path, seen = [concept], set[Identity]()
        while concept and (key := identity(concept)) in self.settled and key not in seen:
            seen.add(key)
            concept = self.settled[key]
            path.append(concept)
        return path

    def named(self, concept: Concept) -> Concept | None:
        """Return a concept with the label that it has or was asked about with; None without one."""
        known = concept if concept.label else self.called.get(identity(concept), concept)
        return known if known.label else None


UNCHANGED = Heirs()


def identity(concept: Concept) -> Identity:
    """Return what a concept is known by, whatever it is called."""
    return concept.scheme, concept.uri, concept.version


def bare(code: str) -> Concept:
    """Return an occupation of which facts hold the O*NET-SOC code alone, without a version."""
    return Concept("onet", code, "", "")
