"""The register of partnerships."""

from dataclasses import dataclass

from sqlalchemy import select

from storage.database import Database
from storage.once import add_once
from storage.tables import PartnershipRow


@dataclass(frozen=True)
class Partnership:
    """A sector partnership."""

    id: int
    name: str
    demo: bool


@dataclass(frozen=True)
class Register:
    """All partnerships that share a database."""

    database: Database

    def partnerships(self) -> list[Partnership]:
        """Return all partnerships, the oldest first."""
        with self.database.reading() as session:
            rows = session.scalars(select(PartnershipRow).order_by(PartnershipRow.id))
            return [_partnership(row) for row in rows]

    def found(self, name: str, demo: bool = False) -> Partnership:
        """Found a partnership, or return the one of that name."""
        with self.database.writing() as session:
            add_once(session, PartnershipRow, name=name, demo=demo)
            named = select(PartnershipRow).where(PartnershipRow.name == name)
            return _partnership(session.scalars(named).one())


def _partnership(row: PartnershipRow) -> Partnership:
    return Partnership(row.id, row.name, row.demo)
