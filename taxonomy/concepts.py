"""All concepts in use: the starter vocabulary and the official schemes, read as one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from needs.concept import Concept
from taxonomy.edition import About, Kind
from taxonomy.index import Credential, Detail, Index, Name
from taxonomy.sayings import sayings

LINKED: dict[Kind, str] = {"skill": "esco", "occupation": "onet"}  # ESCO has occupations as well


@dataclass(frozen=True)
class Concepts:
    """The starter's index, and the official ones in use by scheme.

    Where an official scheme has a concept it is known by the scheme's label and version, and the
    starter's label and phrases are further names of it.
    """

    starter: Index
    official: Mapping[str, Index] = field(default_factory=dict)

    def close(self) -> None:
        """Let go of the files."""
        for index in self._indexes():
            index.close()

    def find(self, scheme: str, uri: str) -> Concept | None:
        """Return the concept with this identity, in the version in use."""
        found = (index.concept(scheme, uri) for index in self._indexes())
        return next((concept for concept in found if concept), None)

    def detail(self, concept: Concept) -> Detail | None:
        """Return what the scheme in use says of a concept."""
        found = (index.detail(concept) for index in self._indexes())
        return next((one for one in found if one), None)

    def names(self, concept: Concept) -> list[Name]:
        """Return all names of one concept, the label in use first."""
        return _distinct(chain.from_iterable(index.names(concept) for index in self._indexes()))

    def named(self, kind: Kind) -> list[Name]:
        """Return every name of every concept of a kind; a concept's names stand together."""
        names: dict[tuple[str, str], list[Name]] = {}
        for index in self._linked(kind):
            for name in index.named(kind):
                names.setdefault((name.concept.scheme, name.concept.uri), []).append(name)
        if kind == "skill":
            _say(names)
        return [name for said in names.values() for name in _distinct(said)]

    def phrases(self, kind: Kind) -> tuple[str, ...]:
        """Return the words to look for in free text: those of our own vocabulary."""
        return tuple(name.text for name in self.starter.named(kind))

    def credentials(self) -> tuple[Credential, ...]:
        """Return every licence and certificate."""
        return self.starter.credentials()

    def skills_of(self, code: str) -> tuple[Concept, ...]:
        """Return the skills that are typical of an occupation, in our vocabulary's order."""
        typical = self.starter.linked(Concept("onet", code, "", ""), "typical")
        return tuple(self.find(one.scheme, one.uri) or one for one in typical)

    def wanted(self) -> list[tuple[str, ...]]:
        """Return the URIs of the skills that each occupation of ESCO, or of our own, wants."""
        esco = self.official.get(LINKED["skill"])
        return (esco or self.starter).wanted()

    @property
    def abouts(self) -> tuple[About, ...]:
        """Return what every index in use says of itself, the official ones first."""
        return tuple(index.about for index in self._indexes())

    @property
    def attributions(self) -> tuple[str, ...]:
        """Return the credits to show, each once; an imported scheme speaks for itself."""
        spoken = {"esco": "ESCO", "onet": "O*NET"}
        own = [
            line
            for line in self.starter.about.attributions
            if not any(word in line for scheme, word in spoken.items() if scheme in self.official)
        ]
        lines = chain(own, *(index.about.attributions for index in self.official.values()))
        return tuple(dict.fromkeys(lines))

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of all that answers are linked to; crosswalks change nothing."""
        linked = [self.official[one] for one in LINKED.values() if one in self.official]
        abouts = [index.about for index in (*linked, self.starter)]
        parts = (f"{one.edition.scheme} {one.edition.version} {one.fingerprint}" for one in abouts)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _indexes(self) -> list[Index]:
        return [*self.official.values(), self.starter]

    def _linked(self, kind: Kind) -> list[Index]:
        """Return the indexes that say what answers of a kind are linked to."""
        official = self.official.get(LINKED.get(kind, ""))
        return [official, self.starter] if official else [self.starter]


def _say(names: dict[tuple[str, str], list[Name]]) -> None:
    """Add how employers say each skill of ESCO."""
    for (scheme, uri), said in names.items():
        if scheme == "esco":
            further = sayings().get(uri, ())
            said += [Name(said[0].concept, text, "phrase") for text in further]


def _distinct(names: "chain[Name] | list[Name]") -> list[Name]:
    """Give all names to the concept that the first one has, each text once."""
    kept: dict[str, Name] = {}
    for name in names:
        own = replace(name, kind="phrase") if kept and name.preferred else name
        concept = next(iter(kept.values())).concept if kept else name.concept
        kept.setdefault(name.text.casefold(), replace(own, concept=concept))
    return list(kept.values())
