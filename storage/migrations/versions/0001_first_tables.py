"""The first tables.

A migration is a record of what was done: it repeats names and texts rather than import them, so
that it still does the same when the program has moved on.
"""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

EVIDENCE = (
    "(given_by IS NULL AND quote_start IS NOT NULL AND quote_end IS NOT NULL AND quote IS NOT NULL"
    " AND quote_start >= 0 AND length(quote) = quote_end - quote_start AND quote <> '')"
    " OR (given_by IS NOT NULL AND given_by IN ('button', 'form', 'person')"
    " AND quote_start IS NULL AND quote_end IS NULL AND quote IS NULL)"
)
ROLES = "role IN ('convener', 'provider')"
OPEN = sa.text("status = 'open'")


def upgrade() -> None:
    _create_partnerships()
    _create_interviews()
    _create_mail()
    _create_access()
    _create_decisions()
    _create_releases()
    for table in ("release", "ledger_entry"):
        if op.get_bind().dialect.name == "postgresql":
            _freeze_on_postgresql(table)
        else:
            _freeze_on_sqlite(table)


def _create_partnerships() -> None:
    op.create_table(
        "partnership",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("demo", sa.Boolean, nullable=False),
    )
    _create(
        "cycle",
        _text("name"),
        sa.Column("opens", sa.Date, nullable=False),
        sa.Column("closes", sa.Date, nullable=False),
        _text("salt"),
        _unique("id"),
        _unique("name"),
    )


def _create_interviews() -> None:
    _create(
        "interview",
        _number("cycle_id"),
        *(_text(name) for name in ("conversation", "channel", "stage")),
        *(_text(name, nullable=True) for name in ("address", "state", "employer")),
        *(_moment(name) for name in ("started", "changed")),
        _moment("confirmed", nullable=True),
        _number("version"),
        _unique("id"),
        _unique("conversation"),
        _within("cycle"),
    )
    _create(
        "event",
        *(_number(name) for name in ("interview_id", "seq")),
        _text("body"),
        _moment("at"),
        _unique("interview_id", "seq"),
        _within("interview"),
    )
    _create(
        "fact",
        _number("interview_id"),
        *(_text(name) for name in ("slot", "value", "message")),
        *(_number(name, nullable=True) for name in ("role", "quote_start", "quote_end")),
        *(_text(name, nullable=True) for name in ("quote", "given_by")),
        sa.CheckConstraint(EVIDENCE, name="evidence"),
        _within("interview"),
    )
    op.create_index(None, "fact", ["partnership_id", "interview_id"])


def _create_mail() -> None:
    _create(
        "inbox",
        *(_text(name) for name in ("message", "status")),
        _text("payload", nullable=True),
        *_queued("'open', 'done', 'dead'"),
        _unique("id"),
        _unique("message"),
    )
    _create(
        "outbox",
        _number("inbox_id"),
        *(_text(name) for name in ("key", "body", "status")),
        _moment("written"),
        _moment("sent", nullable=True),
        *_queued("'open', 'sent', 'dead'"),
        _unique("key"),
        _within("inbox"),
    )
    for table in ("inbox", "outbox"):
        op.create_index(f"ix_{table}_interview", table, ["partnership_id", "interview_id"])
        _index_open(f"ix_{table}_open", table, "id")
        _index_open(f"ix_{table}_open_interview", table, "interview_id", "id")


def _create_access() -> None:
    _create(
        "invitation",
        _number("cycle_id"),
        *(_text(name) for name in ("employer", "digest")),
        *(_moment(name) for name in ("created", "expires")),
        _moment("revoked", nullable=True),
        _unique("id"),
        sa.UniqueConstraint("digest"),
        _within("cycle"),
    )
    _create(
        "admission",
        *_signed_in(),
        _moment("redeemed", nullable=True),
    )
    _create("visit", *_signed_in())


def _create_decisions() -> None:
    _create(
        "decision",
        *(_text(name) for name in ("kind", "words", "decided_by")),
        _text("concept", nullable=True),
        _moment("at"),
        sa.Column("undone", sa.Boolean, nullable=False),
        sa.CheckConstraint("kind IN ('skill', 'occupation')", name="kind"),
    )
    op.create_index(None, "decision", ["partnership_id", "kind", "words"])


def _create_releases() -> None:
    _create(
        "release",
        *(_number(name) for name in ("cycle_id", "number")),
        _moment("at"),
        *(_text(name) for name in ("body", "previous", "digest")),
        _unique("id"),
        _unique("cycle_id", "number"),
        _within("cycle"),
    )
    _create(
        "ledger_entry",
        _number("release_id"),
        *(_text(name) for name in ("key", "body")),
        _unique("release_id", "key"),
        _within("release"),
    )


def _freeze_on_sqlite(table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f'CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON "{table}"'
            " BEGIN SELECT RAISE(ABORT, 'what was released is never changed'); END"
        )


def _freeze_on_postgresql(table: str) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'what was released is never changed'; END $$"
    )
    op.execute(
        f'CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"'
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def _create(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("partnership_id", sa.Integer, sa.ForeignKey("partnership.id"), nullable=False),
        *parts,
    )


def _queued(statuses: str) -> list[sa.schema.SchemaItem]:
    return [
        *(_number(name) for name in ("interview_id", "attempts")),
        *(_text(name, nullable=True) for name in ("owner", "reason")),
        _moment("lease_until", nullable=True),
        sa.CheckConstraint(f"status IN ({statuses})", name="status"),
        _within("interview"),
    ]


def _index_open(name: str, table: str, *columns: str) -> None:
    among = ["partnership_id", *columns]
    op.create_index(name, table, among, sqlite_where=OPEN, postgresql_where=OPEN)


def _signed_in() -> list[sa.schema.SchemaItem]:
    return [
        *(_text(name) for name in ("role", "digest")),
        _moment("expires"),
        sa.CheckConstraint(ROLES, name="role"),
        sa.UniqueConstraint("digest"),
    ]


def _within(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["partnership_id", f"{table}_id"], [f"{table}.partnership_id", f"{table}.id"]
    )


def _unique(*columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("partnership_id", *columns)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _moment(name: str, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
