"""Which concept took the place of which, when their scheme moved on to another version."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IN_FORCE = sa.text("ended IS NULL")
TEXTS = ("kind", "scheme", "uri", "version", "label", "target")


def upgrade() -> None:
    op.create_table(
        "succession",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("partnership_id", sa.Integer, sa.ForeignKey("partnership.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("heir", sa.Text, nullable=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("status", "suggestions")),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('skill', 'occupation')", name="kind"),
        sa.CheckConstraint("status IN ('certain', 'open', 'decided')", name="status"),
    )
    op.create_index(
        "uq_succession_in_force",
        "succession",
        ["partnership_id", "scheme", "uri", "version"],
        unique=True,
        sqlite_where=IN_FORCE,
        postgresql_where=IN_FORCE,
    )
