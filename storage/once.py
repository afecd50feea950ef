"""Adding a row that may be there already."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables import Row


def add_once(session: Session, kind: type[Row], /, **values: Any) -> int | None:
    """Add a row and return its id, or None where one like it is there already."""
    on_postgresql = session.get_bind().dialect.name == "postgresql"
    insert = postgresql.insert if on_postgresql else sqlite.insert
    adding = insert(kind).values(**values).on_conflict_do_nothing().returning(kind.id)
    added: int | None = session.scalar(adding)
    return added
