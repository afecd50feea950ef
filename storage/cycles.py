"""The cycles in which a partnership asks its employers."""

import re
from dataclasses import dataclass, field
from datetime import date
from secrets import token_hex

from sqlalchemy import select

from storage.once import add_once
from storage.tables import CycleRow
from storage.tenant import Tenant


@dataclass(frozen=True)
class Cycle:
    """One round of interviews. ``salt`` is a secret of the cycle: see `web/publication.py`."""

    id: int
    name: str
    opens: date
    closes: date
    salt: str = field(repr=False, default="")


@dataclass(frozen=True)
class Cycles:
    """A partnership's cycles."""

    tenant: Tenant

    def open(self, name: str, opens: date, closes: date) -> Cycle:
        """Open a cycle, or return the one of that name."""
        if there := self.named(name):
            return there
        with self.tenant.writing() as session:
            days = {"opens": opens, "closes": closes}
            add_once(session, CycleRow, name=name, salt=token_hex(16), **days)
            return _cycle(session.scalars(select(CycleRow).where(CycleRow.name == name)).one())

    def all(self) -> list[Cycle]:
        """Return all cycles, the latest first."""
        latest = select(CycleRow).order_by(CycleRow.opens.desc(), CycleRow.id.desc())
        with self.tenant.reading() as session:
            return [_cycle(row) for row in session.scalars(latest)]

    def named(self, name: str) -> Cycle | None:
        """Return the cycle of a name, whatever its case and signs; None if there is none."""
        return next((one for one in self.all() if plain_name(one.name) == plain_name(name)), None)

    def current(self, today: date) -> Cycle | None:
        """Return the latest cycle that has opened, or None before the first."""
        return next((one for one in self.all() if one.opens <= today), None)


def plain_name(name: str) -> str:
    """Return a cycle's name as it stands in an address; no two cycles share one."""
    return "-".join(re.findall(r"\w+", name.casefold())) or "cycle"


def _cycle(row: CycleRow) -> Cycle:
    return Cycle(row.id, row.name, row.opens, row.closes, row.salt)
