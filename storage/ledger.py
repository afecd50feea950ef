"""The ledger: who stands behind the released numbers. Providers' code cannot import it."""

from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import select

from needs.ledger import Entry
from storage.tables import EntryRow, ReleaseRow
from storage.tenant import Tenant

ENTRY = TypeAdapter(Entry)


@dataclass(frozen=True)
class Ledger:
    """A partnership's ledger."""

    tenant: Tenant

    def entries(self, cycle: int) -> dict[str, tuple[Entry, ...]]:
        """Return the entries of each key of a cycle, one for each release, the oldest first."""
        oldest_first = (
            select(EntryRow.body)
            .join(ReleaseRow, EntryRow.release_id == ReleaseRow.id)
            .where(ReleaseRow.cycle_id == cycle)
            .order_by(ReleaseRow.number, EntryRow.id)
        )
        entries: dict[str, tuple[Entry, ...]] = {}
        with self.tenant.reading() as session:
            for entry in map(ENTRY.validate_json, session.scalars(oldest_first)):
                entries[entry.key] = (*entries.get(entry.key, ()), entry)
        return entries
