"""What can be wrong with the stored data. Each docstring is the line that people read."""


class StorageError(Exception):
    """Something is wrong with the stored data."""

    def __init__(self, line: str | None = None) -> None:
        super().__init__(line or type(self).__doc__)


class DatabaseUnreachable(StorageError):
    """The database cannot be reached. Check the address in NEEDLINE_DATABASE_URL."""


class DatabaseBusy(StorageError):
    """The database is busy with other work. Please try again in a moment."""


class StorageFull(StorageError):
    """The disk that holds the database is full. Make room, then start again; nothing is damaged."""


class SchemaOutdated(StorageError):
    """The database is older than this program. Run `needline db upgrade` and start again."""


class SchemaTooNew(StorageError):
    """The database is newer than this program. Install the newer Needline and start again."""


class ForeignPartnership(StorageError):
    """A row of another partnership was reached for."""


class ReleaseConflict(StorageError):
    """Another release came first. Look at it, then release again."""
