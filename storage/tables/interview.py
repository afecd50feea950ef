"""Interviews, what happened in them, and the facts that were confirmed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row, unique, within

EVIDENCE = (
    "(given_by IS NULL AND quote_start IS NOT NULL AND quote_end IS NOT NULL AND quote IS NOT NULL"
    " AND quote_start >= 0 AND length(quote) = quote_end - quote_start AND quote <> '')"
    " OR (given_by IS NOT NULL AND given_by IN ('button', 'form', 'person')"
    " AND quote_start IS NULL AND quote_end IS NULL AND quote IS NULL)"
)


class InterviewRow(Owned, Row):
    """One conversation with one employer. Its state is JSON that storage does not understand."""

    __tablename__ = "interview"
    __table_args__ = (unique("id"), unique("conversation"), within("cycle"))

    cycle_id: Mapped[int]
    conversation: Mapped[str]
    channel: Mapped[str]
    address: Mapped[str | None]
    state: Mapped[str | None]
    stage: Mapped[str] = mapped_column(default="new")
    employer: Mapped[str | None]
    started: Mapped[datetime]
    changed: Mapped[datetime]
    confirmed: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=0)


class EventRow(Owned, Row):
    """Something that happened in an interview, in order."""

    __tablename__ = "event"
    __table_args__ = (unique("interview_id", "seq"), within("interview"))

    interview_id: Mapped[int]
    seq: Mapped[int]
    body: Mapped[str]
    at: Mapped[datetime]


class FactRow(Owned, Row):
    """A confirmed fact. Without evidence the database refuses it."""

    __tablename__ = "fact"
    __table_args__ = (
        within("interview"),
        CheckConstraint(EVIDENCE, name="evidence"),
        Index(None, "partnership_id", "interview_id"),
    )

    interview_id: Mapped[int]
    slot: Mapped[str]
    role: Mapped[int | None]
    value: Mapped[str]
    message: Mapped[str]
    quote_start: Mapped[int | None]
    quote_end: Mapped[int | None]
    quote: Mapped[str | None]
    given_by: Mapped[str | None]
