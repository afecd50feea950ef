"""The words of a partnership's own."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row

STANDING = text("removed IS NULL")
KINDS = "kind IN ('skill', 'occupation', 'credential')"


class LocalNameRow(Owned, Row):
    """Words for a concept. The same words stand once; what was removed stays, with its time."""

    __tablename__ = "local_name"
    __table_args__ = (
        CheckConstraint(KINDS, name="kind"),
        Index(
            "uq_local_name_standing",
            *("partnership_id", "kind", "key"),
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
    )

    kind: Mapped[str]
    words: Mapped[str]
    key: Mapped[str]
    concept: Mapped[str]
    added_by: Mapped[str]
    at: Mapped[datetime]
    removed: Mapped[datetime | None] = mapped_column(default=None)
