"""A driver's complaint → an error that people can act on."""

from sqlalchemy.engine import URL, ExceptionContext

from storage.errors import DatabaseBusy, DatabaseUnreachable, StorageError, StorageFull

NOT_A_DATABASE = "The file {place} is not a database. Name another in NEEDLINE_DATABASE_URL."
NOT_WRITABLE = (
    "The database {place} cannot be opened: its folder is missing or cannot be written to."
)
SILENT = (
    "The database at {place} does not answer. "
    "Check that it runs, and the address in NEEDLINE_DATABASE_URL."
)
PHRASES: dict[str, type[StorageError]] = {
    "database or disk is full": StorageFull,
    "disk i/o error": StorageFull,
    "no space left on device": StorageFull,
    "database is locked": DatabaseBusy,
}
PLACES = {
    "file is not a database": NOT_A_DATABASE,
    "unable to open database file": NOT_WRITABLE,
    "readonly database": NOT_WRITABLE,
}
DISK_FULL = "53100"  # PostgreSQL's code


def place_of(url: URL) -> str:
    """Name a database without its user or password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    return f"{url.host or 'this machine'}/{url.database or ''}"


def explain(context: ExceptionContext, url: URL) -> StorageError | None:
    """Return the error that a driver's complaint amounts to; None where it is a fault of ours."""
    if context.is_pre_ping or context.sqlalchemy_exception is None:
        return None
    complaint = str(context.original_exception).casefold()
    if kind := next((kind for phrase, kind in PHRASES.items() if phrase in complaint), None):
        return kind()
    if getattr(context.original_exception, "sqlstate", None) == DISK_FULL:
        return StorageFull()
    return _unreachable(context, complaint, place_of(url))


def _unreachable(context: ExceptionContext, complaint: str, place: str) -> StorageError | None:
    line = next((line for phrase, line in PLACES.items() if phrase in complaint), None)
    if line is None and (context.is_disconnect or context.connection is None):
        line = SILENT
    return DatabaseUnreachable(line.format(place=place)) if line else None
