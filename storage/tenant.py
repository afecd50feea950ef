"""One partnership's part of the database. Nothing outside it can be seen or written."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Insert, inspect
from sqlalchemy.event import listens_for
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker, with_loader_criteria

from storage.errors import ForeignPartnership
from storage.tables import Owned


class OwnSession(Session):
    """A session that is held to the partnership in its ``info``."""

    @property
    def partnership(self) -> int:
        """Return the partnership that this session is held to."""
        return cast("int", self.info["partnership"])


@dataclass(frozen=True)
class Tenant:
    """A partnership's view of the database: short sessions that it cannot leave."""

    partnership: int
    sessions: sessionmaker[OwnSession]
    readers: sessionmaker[OwnSession]

    def reading(self) -> AbstractContextManager[OwnSession]:
        """Open a short session that only reads."""
        return _opened(self.readers, self.partnership)

    def writing(self) -> AbstractContextManager[OwnSession]:
        """Open a short session that is saved as a whole when it ends well."""
        return _opened(self.sessions, self.partnership)


@contextmanager
def _opened(sessions: sessionmaker[OwnSession], partnership: int) -> Iterator[OwnSession]:
    with sessions(info={"partnership": partnership}) as session, session.begin():
        yield session


@listens_for(OwnSession, "do_orm_execute")
def _limit(state: ORMExecuteState) -> None:
    if not state.is_orm_statement:
        raise ForeignPartnership("Only typed rows can be asked for here: others are not limited.")
    if state.is_column_load or state.is_relationship_load:
        return  # of a row that is here already
    partnership = cast(OwnSession, state.session).partnership
    if state.is_insert:
        _stamp_statement(state, partnership)
        return
    state.statement = state.statement.options(
        with_loader_criteria(
            Owned,
            lambda kind: kind.partnership_id == partnership,
            include_aliases=True,
        )
    )


def _stamp_statement(state: ORMExecuteState, partnership: int) -> None:
    if state.parameters:
        raise ForeignPartnership("Rows are added one by one here, so that each is stamped.")
    statement = cast("Insert", state.statement)
    state.statement = statement.values(partnership_id=partnership)


@listens_for(OwnSession, "before_flush")
def _stamp(session: OwnSession, _context: object, _rows: object) -> None:
    for row in session.new:
        _require_own(row)
        if row.partnership_id is None:
            row.partnership_id = session.partnership
    for row in (*session.new, *session.dirty, *session.deleted):
        _require_own(row)
        _require_unmoved(row, session.partnership)


def _require_own(row: Any) -> None:
    if not isinstance(row, Owned):
        raise ForeignPartnership("Only rows that belong to a partnership are written here.")


def _require_unmoved(row: Any, partnership: int) -> None:
    earlier = inspect(row).attrs.partnership_id.history.deleted or ()
    if row.partnership_id != partnership or any(one != partnership for one in earlier):
        raise ForeignPartnership
