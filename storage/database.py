"""The database: opened once, shared by all threads."""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from storage import engine, schema
from storage.tenant import OwnSession, Tenant


class Database:
    """All that outlives the process. Times are handed in; nothing here reads a clock."""

    def __init__(self, shared: Engine, secret: str = "") -> None:
        readers = shared.execution_options(reading=True)
        self.secret = secret
        self._engine = shared
        self._unwiped = False
        self._sessions = sessionmaker(shared, expire_on_commit=False)
        self._readers = sessionmaker(readers, expire_on_commit=False)
        self._own = sessionmaker(shared, class_=OwnSession, expire_on_commit=False)
        self._own_readers = sessionmaker(readers, class_=OwnSession, expire_on_commit=False)

    @classmethod
    def open(cls, url: str, secret: str = "") -> Self:
        """Open the database at an address; DatabaseUnreachable if there is none.

        Tokens are kept under the ``secret``: another one closes every link and session.
        """
        shared = engine.build(engine.parse(url))
        with shared.connect():
            return cls(shared, secret)

    def upgrade(self) -> None:
        """Create the tables, or bring them to the newest shape."""
        with self._engine.begin() as connection:
            schema.upgrade(connection)

    def is_new(self) -> bool:
        """Say whether the database holds nothing of ours yet."""
        with self._engine.connect() as connection:
            return schema.is_new(connection)

    def check(self) -> None:
        """Raise SchemaOutdated or SchemaTooNew unless the tables have the newest shape."""
        with self._engine.connect() as connection:
            schema.check(connection)

    def tenant(self, partnership: int) -> Tenant:
        """Return one partnership's part of the database."""
        return Tenant(partnership, self._own, self._own_readers, self.secret, self.wipe)

    def reading(self) -> AbstractContextManager[Session]:
        """Open a session over all partnerships that only reads; for this package alone."""
        return self._readers.begin()

    def writing(self) -> AbstractContextManager[Session]:
        """Open a session over all partnerships; for this package alone."""
        return self._sessions.begin()

    def wipe(self) -> None:
        """Rid the files of what was erased; tried again later where somebody still reads."""
        self._unwiped = not engine.wipe(self._engine)

    def close(self) -> None:
        """Let go of all connections."""
        if self._unwiped:
            self.wipe()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
