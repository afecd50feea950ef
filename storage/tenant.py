"""One partnership's part of the database. Nothing outside it can be seen or written."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Never, cast

from sqlalchemy import inspect
from sqlalchemy.event import listens_for
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker

from storage.errors import ForeignPartnership
from storage.fence import FOREIGN, MANY, limit
from storage.tables import Owned


class OwnSession(Session):
    """A session that is held to the partnership in its ``info``."""

    @property
    def partnership(self) -> int:
        """Return the partnership that this session is held to."""
        return cast("int", self.info["partnership"])

    def connection(self, *_: object, **__: object) -> Never:
        """Refuse: what runs on a bare connection is not limited."""
        raise ForeignPartnership("No bare connection is handed out here: it is not limited.")

    def _refuse_many(self, *_: object, **__: object) -> Never:
        raise ForeignPartnership(MANY)

    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = _refuse_many


@dataclass(frozen=True)
class Tenant:
    """A partnership's view of the database: short sessions that it cannot leave."""

    partnership: int
    sessions: sessionmaker[OwnSession]
    readers: sessionmaker[OwnSession]
    secret: str = field(default="", repr=False)
    wipe: Callable[[], None] = field(default=lambda: None, repr=False)

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
    limit(state, cast(OwnSession, state.session).partnership)


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
        raise ForeignPartnership(FOREIGN)


def _require_unmoved(row: Any, partnership: int) -> None:
    earlier = inspect(row).attrs.partnership_id.history.deleted or ()
    if row.partnership_id != partnership or any(one != partnership for one in earlier):
        raise ForeignPartnership
