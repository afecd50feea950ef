"""What changed between two versions of a scheme."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import TypeAlias

from needs.concept import Concept
from taxonomy.edition import Kind
from taxonomy.index import Detail, Index

Key: TypeAlias = tuple[str, str]  # scheme and URI
Details: TypeAlias = Mapping[Key, Detail]
Groups: TypeAlias = dict[Key, set[str]]


@dataclass(frozen=True)
class Change:
    """One concept as the old version has it, and as the new one does."""

    old: Detail
    new: Detail


@dataclass(frozen=True)
class Difference:
    """The concepts that differ.

    What is of another kind in the new version counts as removed from the one, added to the other
    and retyped; what has another URI under the same code counts as removed, added and recoded.
    ``renamed`` are those with other further names, their label aside.
    """

    removed: tuple[Detail, ...] = ()
    added: tuple[Detail, ...] = ()
    relabelled: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    retyped: tuple[Change, ...] = ()
    recoded: tuple[Change, ...] = ()
    renamed: tuple[Change, ...] = ()

    def of(self, kind: Kind) -> "Difference":
        """Return what concerns the concepts that are or were of a kind."""
        details = [tuple(_of(kind, some)) for some in (self.removed, self.added)]
        changes = (self.relabelled, self.moved, self.retyped, self.recoded, self.renamed)
        return Difference(*details, *(tuple(_about(kind, some)) for some in changes))  # type: ignore[arg-type]

    def heir(self, concept: Concept) -> Concept | None:
        """Return the concept that took another one's code, or None."""
        here = concept.scheme, concept.uri
        return next((one.new.concept for one in self.recoded if _key(one.old) == here), None)


def difference(old: Index, new: Index) -> Difference:
    """Return what changed from one version of a scheme to another."""
    before, after = _details(old), _details(new)
    both = [Change(before[key], after[key]) for key in before if key in after]
    removed = [one for key, one in before.items() if not _still(one, after.get(key))]
    added = [one for key, one in after.items() if not _still(one, before.get(key))]
    recoded = list(_recoded(removed, added))
    return Difference(
        tuple(removed),
        tuple(added),
        relabelled=tuple(one for one in both if one.old.concept.label != one.new.concept.label),
        moved=tuple(_differing(both, _parents(old, recoded), _parents(new))),
        retyped=tuple(one for one in both if _type(one.old) != _type(one.new)),
        recoded=tuple(recoded),
        renamed=tuple(_differing(both, _names(old), _names(new))),
    )


def _still(one: Detail, other: Detail | None) -> bool:
    return other is not None and other.kind == one.kind


def _type(one: Detail) -> tuple[str, str]:
    return one.kind, one.type


def _key(one: Detail) -> Key:
    return one.concept.scheme, one.concept.uri


def _details(index: Index) -> dict[Key, Detail]:
    query = "SELECT scheme, uri, label, version, kind, code, type FROM concept ORDER BY number"
    rows = index.rows(query)
    found = (Detail(Concept(*row[:4]), row[4], row[5], row[6], "") for row in rows)
    return {_key(one): one for one in found}


def _recoded(removed: Iterable[Detail], added: Iterable[Detail]) -> Iterator[Change]:
    """Pair what was removed with what was added under the same code, where only one has it."""
    before, after = _coded(removed), _coded(added)
    for key in before:
        if key in after and _key(before[key]) != _key(after[key]):
            yield Change(before[key], after[key])


def _coded(details: Iterable[Detail]) -> dict[tuple[str, str], Detail]:
    with_code = [one for one in details if one.code]
    seen = Counter((one.kind, one.code) for one in with_code)
    return {key: one for one in with_code if seen[key := (one.kind, one.code)] == 1}


def _parents(index: Index, recoded: Iterable[Change] = ()) -> Groups:
    """Return the URIs above each concept, as the new version has them."""
    replaced: dict[str, str] = {one.old.concept.uri: one.new.concept.uri for one in recoded}
    query = (
        "SELECT c.scheme, c.uri, o.uri FROM broader b"
        " JOIN concept c ON c.number = b.concept JOIN concept o ON o.number = b.broader"
    )
    parents: Groups = {}
    for scheme, uri, parent in index.rows(query):
        parents.setdefault((scheme, uri), set()).add(str(replaced.get(parent, parent)))
    return parents


def _names(index: Index) -> Groups:
    query = (
        "SELECT c.scheme, c.uri, n.text FROM name n JOIN concept c ON c.number = n.concept"
        " WHERE n.kind IN ('alt', 'hidden', 'short')"
    )
    names: Groups = {}
    for scheme, uri, text in index.rows(query):
        names.setdefault((scheme, uri), set()).add(text.casefold())
    return names


def _differing(changes: Iterable[Change], before: Groups, after: Groups) -> Iterator[Change]:
    nothing: Set[str] = frozenset()
    for one in changes:
        key = _key(one.old)
        if before.get(key, nothing) != after.get(key, nothing):
            yield one


def _of(kind: Kind, details: Iterable[Detail]) -> Iterator[Detail]:
    return (one for one in details if one.kind == kind)


def _about(kind: Kind, changes: Iterable[Change]) -> Iterator[Change]:
    return (one for one in changes if kind in (one.old.kind, one.new.kind))
