"""The words that a partnership added for concepts, and the concepts of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, cast

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from needs.concept import Concept
from needs.local import LocalKind, LocalName, key_of
from storage.once import add_once
from storage.tables import LocalNameRow
from storage.tenant import Tenant

CONCEPT = TypeAdapter(Concept)
Mark: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class LocalNames:
    """A partnership's own words. Removing and putting back lose nothing of what was there."""

    tenant: Tenant

    def all(self) -> list[LocalName]:
        """Return the words that stand, the oldest first."""
        standing = select(LocalNameRow).where(LocalNameRow.removed.is_(None))
        with self.tenant.reading() as session:
            return [_name(row) for row in session.scalars(standing.order_by(LocalNameRow.id))]

    def mark(self) -> Mark:
        """Return what differs whenever the words do: nothing is deleted, so both only grow."""
        counted = select(func.count(LocalNameRow.id), func.count(LocalNameRow.removed))
        with self.tenant.reading() as session:
            added, removed = session.execute(counted).one()
            return added, removed

    def add(
        self, kind: LocalKind, words: str, concept: Concept, by: str, now: datetime
    ) -> int | None:
        """Add words for a concept; None where the same words of this kind stand already."""
        with self.tenant.writing() as session:
            return _add(session, kind, words, concept, (by, now))

    def remove(self, number: int, now: datetime) -> LocalName | None:
        """Remove words; the label of a concept of the partnership's own takes all its words along.

        Return what was removed, or None where it did not stand any more.
        """
        with self.tenant.writing() as session:
            row = session.get(LocalNameRow, number, with_for_update=True)
            if row is None or row.removed is not None:
                return None
            for one in _with(session, row):
                one.removed = now
            return _name(row)

    def restore(self, number: int, by: str, now: datetime) -> LocalName | None:
        """Put back what was removed with these words; None where the words stand or never did."""
        with self.tenant.writing() as session:
            row = session.get(LocalNameRow, number)
            if row is None or row.removed is None:
                return None
            back = [_restored(session, one, (by, now)) for one in _with(session, row)]
            first = next((one for one in back if one), None)
            return _name(session.get_one(LocalNameRow, first)) if first else None


def _add(
    session: Session, kind: str, words: str, concept: Concept, who: tuple[str, datetime]
) -> int | None:
    by, now = who
    said = {"kind": kind, "words": words, "key": key_of(words)}
    written = CONCEPT.dump_json(concept).decode()
    return add_once(session, LocalNameRow, **said, concept=written, added_by=by, at=now)


def _restored(session: Session, row: LocalNameRow, who: tuple[str, datetime]) -> int | None:
    return _add(session, row.kind, row.words, CONCEPT.validate_json(row.concept), who)


def _with(session: Session, row: LocalNameRow) -> Iterable[LocalNameRow]:
    """Return the rows that stand and fall with one: those of a concept that it founds, it first."""
    if not _name(row).founds:
        return [row]
    same = select(LocalNameRow).where(LocalNameRow.concept == row.concept)
    at = LocalNameRow.removed == row.removed if row.removed else LocalNameRow.removed.is_(None)
    rows = session.scalars(same.where(at).order_by(LocalNameRow.id)).all()
    return sorted(rows, key=lambda one: one.id != row.id)


def _name(row: LocalNameRow) -> LocalName:
    concept = CONCEPT.validate_json(row.concept)
    return LocalName(row.id, cast("LocalKind", row.kind), row.words, concept, row.at)
