"""The cycles in which a partnership asks its employers."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from storage.once import add_once
from storage.tables import CycleRow
from storage.tenant import Tenant


@dataclass(frozen=True)
class Cycle:
    """One round of interviews."""

    id: int
    name: str
    opens: date
    closes: date


@dataclass(frozen=True)
class Cycles:
    """A partnership's cycles."""

    tenant: Tenant

    def open(self, name: str, opens: date, closes: date) -> Cycle:
        """Open a cycle, or return the one of that name."""
        with self.tenant.writing() as session:
            add_once(session, CycleRow, name=name, opens=opens, closes=closes)
            return _cycle(session.scalars(select(CycleRow).where(CycleRow.name == name)).one())

    def all(self) -> list[Cycle]:
        """Return all cycles, the latest first."""
        latest = select(CycleRow).order_by(CycleRow.opens.desc(), CycleRow.id.desc())
        with self.tenant.reading() as session:
            return [_cycle(row) for row in session.scalars(latest)]

    def current(self) -> Cycle | None:
        """Return the latest cycle, or None before the first."""
        return next(iter(self.all()), None)


def _cycle(row: CycleRow) -> Cycle:
    return Cycle(row.id, row.name, row.opens, row.closes)
