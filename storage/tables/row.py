"""What all rows share: their types, and the partnership that owns them."""

import re
from datetime import UTC, datetime

from sqlalchemy import (
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses these in text


def storable(text: str) -> str:
    """Put a replacement character where text cannot be stored; every offset stays right."""
    return UNSTORABLE.sub("\ufffd", text)


class Words(TypeDecorator[str]):
    """Text of any length."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Keep out what PostgreSQL would refuse."""
        return None if value is None else storable(value)


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC. One without a time zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC."""
        if value is not None and value.utcoffset() is None:
            raise ValueError("A time needs its time zone.")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back UTC, also where the database forgets the zone."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Row(DeclarativeBase):
    """A row of any table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Words, datetime: Moment}  # noqa: RUF012

    id: Mapped[int] = mapped_column(primary_key=True)


class Owned:
    """A row that belongs to a partnership, which alone can see it."""

    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))


def unique(*columns: str) -> UniqueConstraint:
    """Say that these columns together are unique within a partnership."""
    return UniqueConstraint("partnership_id", *columns)


def within(table: str) -> ForeignKeyConstraint:
    """Point at a row that must belong to the same partnership."""
    return ForeignKeyConstraint(
        ["partnership_id", f"{table}_id"], [f"{table}.partnership_id", f"{table}.id"]
    )
