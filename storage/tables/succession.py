"""What became of concepts in another version of their scheme."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row

IN_FORCE = text("ended IS NULL")


class SuccessionRow(Owned, Row):
    """One answer, or the question, who takes a concept's place; at most one is in force.

    An answer is never changed: a new one ends it. ``scheme``, ``uri`` and ``version`` are the old
    concept's, ``target`` is the version that the answer is about.
    """

    __tablename__ = "succession"
    __table_args__ = (
        CheckConstraint("kind IN ('skill', 'occupation')", name="kind"),
        CheckConstraint("status IN ('certain', 'open', 'decided')", name="status"),
        Index(
            "uq_succession_in_force",
            *("partnership_id", "scheme", "uri", "version"),
            unique=True,
            sqlite_where=IN_FORCE,
            postgresql_where=IN_FORCE,
        ),
    )

    kind: Mapped[str]
    scheme: Mapped[str]
    uri: Mapped[str]
    version: Mapped[str]
    label: Mapped[str]
    target: Mapped[str]
    heir: Mapped[str | None]
    status: Mapped[str]
    suggestions: Mapped[str]
    decided_by: Mapped[str]
    at: Mapped[datetime]
    ended: Mapped[datetime | None] = mapped_column(default=None)
