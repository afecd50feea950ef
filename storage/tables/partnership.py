"""Partnerships, and the cycles in which they ask employers."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row, unique


class PartnershipRow(Row):
    """A sector partnership: the owner of all other rows."""

    __tablename__ = "partnership"

    name: Mapped[str] = mapped_column(unique=True)
    demo: Mapped[bool]


class CycleRow(Owned, Row):
    """One round of interviews. ``salt`` hides who stands behind its released numbers."""

    __tablename__ = "cycle"
    __table_args__ = (unique("id"), unique("name"))

    name: Mapped[str]
    opens: Mapped[date]
    closes: Mapped[date]
    salt: Mapped[str]
