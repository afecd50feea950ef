"""The shape of the tables, and the way from an older shape to the newest."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.errors import SchemaOutdated, SchemaTooNew

ONE_AT_A_TIME = 7_325_463  # PostgreSQL's advisory lock for upgrades


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest shape, in the transaction that is open."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
    if _too_new(connection):
        raise SchemaTooNew
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_new(connection: Connection) -> bool:
    """Say whether there are no tables of ours yet."""
    return _revision(connection) is None


def check(connection: Connection) -> None:
    """Raise SchemaOutdated or SchemaTooNew unless the tables have the newest shape."""
    if _too_new(connection):
        raise SchemaTooNew
    if _revision(connection) != _script().get_current_head():
        raise SchemaOutdated


def _too_new(connection: Connection) -> bool:
    known = {script.revision for script in _script().walk_revisions()}
    return _revision(connection) not in known | {None}


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    folder = str(files("storage") / "migrations").replace("%", "%%")  # % would be read as a name
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    return config
