"""What a concept is connected with, in the vocabularies and crosswalks in use."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from needs.concept import Concept
from needs.dictionary import Way
from taxonomy.concepts import Concepts
from taxonomy.crosswalks import (
    CIP_SOC,
    ESCO_ONET,
    Counterpart,
    esco_occupations_of,
    occupations_of_programme,
    onet_occupations_of,
    programmes_of,
)
from taxonomy.edition import Kind
from taxonomy.index import Detail, Index

USES = {
    "uses hot in demand": "hot, in demand",
    "uses hot": "hot",
    "uses in demand": "in demand",
    "uses": "",
}
NEEDS = {"essential": "essential", "optional": "optional"}
NEAR = ("exact", "close", "")
SAME = {"exact": "same", "close": "close", "broad": "broader", "narrow": "narrower"}


@dataclass(frozen=True)
class Relation:
    """The concepts that one is connected with in one way, each with a note.

    ``missing`` names the scheme that has to be imported before there can be any.
    """

    way: Way
    found: tuple[tuple[Concept, str], ...] = ()
    missing: str = ""


@dataclass(frozen=True)
class Relations:
    """Follows what holds between concepts, whichever file says it."""

    concepts: Concepts

    def of(self, detail: Detail) -> list[Relation]:
        """Return all that a concept is connected with, what people ask for most first."""
        told: dict[Kind, Callable[[Detail], Iterator[Relation]]] = {
            "occupation": self._of_occupation,
            "unit": self._of_unit,
            "skill": self._of_skill,
            "technology": self._of_technology,
            "tool": self._of_technology,
            "activity": self._of_activity,
            "programme": self._of_programme,
        }
        special = told[detail.kind](detail) if detail.kind in told else iter(())
        return [*special, *self._above_and_below(detail.concept)]

    def _of_occupation(self, detail: Detail) -> Iterator[Relation]:
        if detail.concept.scheme != "onet":
            yield from self._of_esco_occupation(detail.concept)
            return
        code, onet = detail.concept.uri, "" if "onet" in self.concepts.official else "onet"
        others = esco_occupations_of(self.concepts, code)
        yield self._programmes(code)
        yield Relation("typical", _plain(self.concepts.skills_of(code)))
        yield from self._essential(others)
        used = self._linked(detail.concept, USES)
        yield Relation("technologies", _kind(used, "technology"), onet)
        yield from _some("tools", _kind(used, "tool"))
        yield from _some("activities", self._linked(detail.concept, {"does": ""}))
        yield self._counterparts(others)

    def _of_esco_occupation(self, concept: Concept) -> Iterator[Relation]:
        yield Relation("essential", self._linked(concept, {"essential": ""}))
        yield from _some("optional", self._linked(concept, {"optional": ""}))
        others = onet_occupations_of(self.concepts, concept.scheme, concept.uri)
        yield self._counterparts(others)

    def _of_unit(self, detail: Detail) -> Iterator[Relation]:
        concept = detail.concept
        if concept.scheme == "soc":
            yield self._programmes(concept.uri)
        else:
            others = onet_occupations_of(self.concepts, concept.scheme, concept.uri)
            yield from _some("counterparts", _closeness(others))

    def _of_skill(self, detail: Detail) -> Iterator[Relation]:
        typical = self._linking(detail.concept, {"typical": ""})
        yield Relation("occupations", (*typical, *self._linking(detail.concept, NEEDS)))

    def _of_technology(self, detail: Detail) -> Iterator[Relation]:
        yield Relation("occupations", self._linking(detail.concept, USES))

    def _of_activity(self, detail: Detail) -> Iterator[Relation]:
        yield Relation("occupations", self._linking(detail.concept, {"does": ""}))

    def _of_programme(self, detail: Detail) -> Iterator[Relation]:
        found = occupations_of_programme(self.concepts, detail.concept.uri)
        missing = "" if CIP_SOC in self.concepts.official else CIP_SOC
        yield Relation("occupations", _plain(found), missing)

    def _programmes(self, code: str) -> Relation:
        missing = "" if CIP_SOC in self.concepts.official else CIP_SOC
        found = (
            self.concepts.find("cip", one.code) or Concept("cip", one.code, one.title, "")
            for one in programmes_of(self.concepts, code)
        )
        return Relation("programmes", _plain(found), missing)

    def _essential(self, others: list[Counterpart]) -> Iterator[Relation]:
        """Yield the skills of the ESCO occupations that are the same work, or nearly."""
        near = [one for one in others if one.match in NEAR and one.concept.scheme == "esco"]
        found = (self._linked(one.concept, {"essential": ""}) for one in near)
        yield from _some("essential", tuple(dict.fromkeys(chain.from_iterable(found))))

    def _counterparts(self, others: list[Counterpart]) -> Relation:
        known = any(name in self.concepts.official for name in ESCO_ONET)
        return Relation("counterparts", _closeness(others), "" if known else ESCO_ONET[0])

    def _above_and_below(self, concept: Concept) -> Iterator[Relation]:
        above = (one for index in self._indexes() for one in index.broader(concept))
        below = (one for index in self._indexes() for one in index.narrower(concept))
        yield from _some("broader", _plain(above))
        yield from _some("narrower", _plain(below))

    def _linked(self, concept: Concept, notes: dict[str, str]) -> tuple[tuple[Concept, str], ...]:
        return self._noted(notes, lambda index, kind: index.linked(concept, kind))

    def _linking(self, concept: Concept, notes: dict[str, str]) -> tuple[tuple[Concept, str], ...]:
        return self._noted(notes, lambda index, kind: index.linking(concept, kind))

    def _noted(
        self, notes: dict[str, str], look: Callable[[Index, str], list[Concept]]
    ) -> tuple[tuple[Concept, str], ...]:
        return tuple(
            (self._current(one), note)
            for kind, note in notes.items()
            for index in self._indexes()
            for one in look(index, kind)
        )

    def _current(self, concept: Concept) -> Concept:
        return self.concepts.find(concept.scheme, concept.uri) or concept

    def _indexes(self) -> list[Index]:
        return [*self.concepts.official.values(), self.concepts.starter]


def _some(way: Way, found: tuple[tuple[Concept, str], ...]) -> Iterator[Relation]:
    """Yield a relation where there is something in it."""
    if found:
        yield Relation(way, found)


def _plain(found: Iterable[Concept]) -> tuple[tuple[Concept, str], ...]:
    return tuple((one, "") for one in dict.fromkeys(found))


def _kind(used: tuple[tuple[Concept, str], ...], kind: str) -> tuple[tuple[Concept, str], ...]:
    return tuple(one for one in used if one[0].uri.startswith(f"{kind}:"))


def _closeness(others: Iterable[Counterpart]) -> tuple[tuple[Concept, str], ...]:
    notes: dict[Concept, str] = {}
    for one in others:
        stale = "not in the version in use" if one.stale else ""
        notes.setdefault(one.concept, stale or SAME.get(one.match, one.note))
    return tuple(notes.items())
