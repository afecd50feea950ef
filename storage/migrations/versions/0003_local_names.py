"""The words of a partnership's own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STANDING = sa.text("removed IS NULL")


def upgrade() -> None:
    texts = ("kind", "words", "key", "concept", "added_by")
    op.create_table(
        "local_name",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("partnership_id", sa.Integer, sa.ForeignKey("partnership.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed", sa.DateTime(timezone=True)),
        sa.CheckConstraint("kind IN ('skill', 'occupation', 'credential')", name="kind"),
    )
    op.create_index(
        "uq_local_name_standing",
        "local_name",
        ["partnership_id", "kind", "key"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
