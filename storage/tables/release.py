"""What was made public, and what stands behind it. The database refuses every change."""

from datetime import datetime

from sqlalchemy.orm import Mapped

from storage.tables.row import Owned, Row, unique, within


class ReleaseRow(Owned, Row):
    """A release, chained to the one before it by its digest."""

    __tablename__ = "release"
    __table_args__ = (unique("id"), unique("cycle_id", "number"), within("cycle"))

    cycle_id: Mapped[int]
    number: Mapped[int]
    at: Mapped[datetime]
    body: Mapped[str]
    previous: Mapped[str]
    digest: Mapped[str]


class EntryRow(Owned, Row):
    """One line of the ledger: who stands behind a cell of a release."""

    __tablename__ = "ledger_entry"
    __table_args__ = (unique("release_id", "key"), within("release"))

    release_id: Mapped[int]
    key: Mapped[str]
    body: Mapped[str]
