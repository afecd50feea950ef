"""What people decided about employers' words."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row


class DecisionRow(Owned, Row):
    """Which concept some words stand for; none, where they stand for nothing that is listed."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("kind IN ('skill', 'occupation')", name="kind"),
        Index(None, "partnership_id", "kind", "words"),
    )

    kind: Mapped[str]
    words: Mapped[str]
    concept: Mapped[str | None]
    decided_by: Mapped[str]
    at: Mapped[datetime]
    undone: Mapped[bool] = mapped_column(default=False)
