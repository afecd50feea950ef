"""The one way to a database: SQLite that loses nothing, or PostgreSQL."""

import os
import sqlite3
from contextlib import suppress
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import DatabaseUnreachable, StorageError
from storage.faults import explain

DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
UNKNOWN = (
    "NEEDLINE_DATABASE_URL is not an address that Needline knows. "
    "It looks like sqlite:////folder/needline.db or postgresql://user@host/name."
)
PATIENCE = 10.0  # seconds
PRAGMAS = (
    "PRAGMA busy_timeout=10000",  # first: the next one may have to wait for another process
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what an employer has us forget leaves the file too
)


WIPING = 500  # milliseconds to wait for readers, while somebody waits for an answer


def parse(url: str) -> URL:
    """Read a database's address, with the driver that we use for it."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnreachable(UNKNOWN) from None  # the cause may show a password
    driver = DRIVERS.get(parsed.drivername)
    if driver is None or (driver == "sqlite" and parsed.database in (None, "", ":memory:")):
        raise DatabaseUnreachable(UNKNOWN)
    return parsed.set(drivername=driver)


def build(url: URL) -> Engine:
    """Return an engine that threads may share; no connection is open yet."""
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)  # people's words
    if url.get_backend_name() == "sqlite":
        _create(url.database or "")
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: explain(context, url), retval=True)
    return engine


def wipe(engine: Engine) -> bool:
    """Move SQLite's log into the database and empty it; False where that has to wait."""
    if engine.dialect.name != "sqlite":
        return True
    try:
        return _emptied(engine)
    except (StorageError, sqlite3.Error):
        return False


def _emptied(engine: Engine) -> bool:
    connection = engine.raw_connection()  # none that begins a transaction
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={WIPING}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, *_ = cursor.fetchone() or (True,)
        cursor.execute(PRAGMAS[0])
        return not busy
    except sqlite3.Error:
        connection.invalidate()  # its timeout is not the usual one
        raise
    finally:
        connection.close()


def _create(path: str) -> None:
    """Make the file, so that only its owner can read it; its log inherits that."""
    if not path.startswith("file:"):
        with suppress(OSError):  # opening it will say what is wrong
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin late, and not before reading
    for pragma in PRAGMAS:
        _patiently(connection, pragma)


def _patiently(connection: Any, pragma: str) -> None:
    # Two programs that open a new file at once: SQLite refuses one of them the change to WAL at
    # once, whatever the busy timeout says.
    give_up = monotonic() + PATIENCE
    while True:
        try:
            connection.execute(pragma).close()
            return
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or monotonic() > give_up:
                raise
            sleep(0.02)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    # A transaction that reads first and writes later fails at once when another wrote in between.
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
