"""What came in from employers, and what goes out to them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row, unique, within

OPEN = text("status = 'open'")


def index_open(name: str, *columns: str) -> Index:
    """Index the rows that still wait, however many are done."""
    return Index(name, "partnership_id", *columns, sqlite_where=OPEN, postgresql_where=OPEN)


class InboxRow(Owned, Row):
    """A message, from its arrival on. Its id stays for ever, so that a repeat is known."""

    __tablename__ = "inbox"
    __table_args__ = (
        unique("id"),
        unique("message"),
        within("interview"),
        CheckConstraint("status IN ('open', 'done', 'dead')", name="status"),
        index_open("ix_inbox_open", "id"),
        index_open("ix_inbox_open_interview", "interview_id", "id"),
        Index("ix_inbox_interview", "partnership_id", "interview_id"),
    )

    interview_id: Mapped[int]
    message: Mapped[str]
    payload: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="open")
    owner: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None]


class OutboxRow(Owned, Row):
    """A reply on its way. Its key is the same however often it is sent."""

    __tablename__ = "outbox"
    __table_args__ = (
        unique("key"),
        within("interview"),
        within("inbox"),
        CheckConstraint("status IN ('open', 'sent', 'dead')", name="status"),
        index_open("ix_outbox_open", "id"),
        index_open("ix_outbox_open_interview", "interview_id", "id"),
        Index("ix_outbox_interview", "partnership_id", "interview_id"),
    )

    interview_id: Mapped[int]
    inbox_id: Mapped[int]
    key: Mapped[str]
    body: Mapped[str]
    status: Mapped[str] = mapped_column(default="open")
    owner: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None]
    written: Mapped[datetime]
    sent: Mapped[datetime | None]
