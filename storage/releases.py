"""Releases: what was made public, once and unchangeably."""

from dataclasses import dataclass
from hashlib import sha256

from pydantic import TypeAdapter
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from needs.ledger import Entry
from needs.signal import Release
from storage.errors import ForeignPartnership, ReleaseConflict
from storage.tables import CycleRow, EntryRow, ReleaseRow
from storage.tenant import Tenant

RELEASE = TypeAdapter(Release)
ENTRY = TypeAdapter(Entry)


@dataclass(frozen=True)
class Releases:
    """A partnership's releases."""

    tenant: Tenant

    def publish(self, cycle: int, release: Release, entries: tuple[Entry, ...]) -> None:
        """Keep a release and its ledger for ever; ReleaseConflict unless it is the next one."""
        with self.tenant.writing() as session:
            _lock(session, cycle)
            previous = session.scalar(_of(cycle).limit(1))
            if release.number != (previous.number if previous else 0) + 1:
                raise ReleaseConflict
            row = _row(cycle, release, previous.digest if previous else "")
            session.add(row)
            session.flush()
            session.add_all(_entry(row.id, entry) for entry in entries)

    def all(self, cycle: int | None = None) -> list[Release]:
        """Return the releases of a cycle, or of all, the newest first."""
        with self.tenant.reading() as session:
            return [RELEASE.validate_json(row.body) for row in session.scalars(_of(cycle))]

    def get(self, cycle: int, number: int) -> Release | None:
        """Return one release, or None if there is none of that number."""
        with self.tenant.reading() as session:
            row = session.scalar(_of(cycle).where(ReleaseRow.number == number))
            return RELEASE.validate_json(row.body) if row else None

    def verify(self, cycle: int) -> bool:
        """Say whether a cycle's releases are, one after the other, as they were published."""
        digest = ""
        with self.tenant.reading() as session:
            rows = session.scalars(_of(cycle)).all()
        for number, row in enumerate(reversed(rows), start=1):
            linked = row.previous == digest and row.digest == _digest(digest, row.body)
            if not linked or row.number != number:
                return False
            digest = row.digest
        return True


def _of(cycle: int | None) -> Select[ReleaseRow]:
    newest = select(ReleaseRow).order_by(ReleaseRow.id.desc())
    return newest if cycle is None else newest.where(ReleaseRow.cycle_id == cycle)


def _lock(session: Session, cycle: int) -> None:
    if session.scalar(select(CycleRow).where(CycleRow.id == cycle).with_for_update()) is None:
        raise ForeignPartnership


def _row(cycle: int, release: Release, previous: str) -> ReleaseRow:
    body = RELEASE.dump_json(release).decode()
    row = ReleaseRow(cycle_id=cycle, number=release.number, at=release.at, body=body)
    row.previous, row.digest = previous, _digest(previous, body)
    return row


def _digest(previous: str, body: str) -> str:
    return sha256(f"{previous}\n{body}".encode()).hexdigest()


def _entry(release: int, entry: Entry) -> EntryRow:
    return EntryRow(release_id=release, key=entry.key, body=ENTRY.dump_json(entry).decode())
