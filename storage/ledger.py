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

    def entries(self, cycle: int) -> dict[str, Entry]:
        """Return the newest entry for each key of a cycle, over all its releases."""
        oldest_first = (
            select(EntryRow.body)
            .join(ReleaseRow, EntryRow.release_id == ReleaseRow.id)
            .where(ReleaseRow.cycle_id == cycle)
            .order_by(ReleaseRow.number, EntryRow.id)
        )
        with self.tenant.reading() as session:
            entries = [ENTRY.validate_json(body) for body in session.scalars(oldest_first)]
        return {entry.key: entry for entry in entries}
