from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.errors import (
    DatabaseBusy,
    DatabaseUnreachable,
    SchemaOutdated,
    SchemaTooNew,
    StorageFull,
)
from storage.register import Register
from storage.tables import PartnershipRow, Row


@pytest.fixture
def bare(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'bare.db'}"


def line_of(url: str) -> str:
    with pytest.raises(DatabaseUnreachable) as caught:
        Database.open(url)
    return str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "",
        "mysql://ann:secret@host/needline",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://ann:secret@host:port/needline",
        "postgresql://ann:secret@127.0.0.1:1/needline",
        "postgresql://ann@127.0.0.1:1/needline?password=secret",
        "sqlite:////nowhere/at/all/needline.db",
    ],
)
def test_a_wrong_address_gets_one_line_that_names_the_setting_or_the_place(url: str) -> None:
    line = line_of(url)
    assert "\n" not in line
    assert "NEEDLINE_DATABASE_URL" in line or "/nowhere/at/all/needline.db" in line
    assert "secret" not in line


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam, " * 100)
    assert "is not a database" in line_of(f"sqlite:///{letter}")
    assert letter.read_text() == "Dear Sir or Madam, " * 100


def test_sqlite_is_set_up_to_lose_nothing(sqlite_url: str) -> None:
    asked = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}
    with Database.open(sqlite_url) as database, database.reading() as session:
        found = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in asked}
    assert found == asked


def test_an_empty_database_is_outdated_until_it_is_upgraded(bare: str) -> None:
    with Database.open(bare) as database:
        with pytest.raises(SchemaOutdated, match="needline db upgrade"):
            database.check()
        database.upgrade()
        database.check()


def test_a_second_upgrade_changes_nothing(database: Database) -> None:
    Register(database).found("Metalworking")
    database.upgrade()
    database.check()
    assert [one.name for one in Register(database).partnerships()] == ["Metalworking"]


def test_two_programs_may_upgrade_at_once(bare: str) -> None:
    def upgrade(_: int) -> None:
        with Database.open(bare) as database:
            database.upgrade()
            database.check()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, range(4)))


def test_a_newer_database_is_not_touched(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for act in (database.check, database.upgrade):
        with pytest.raises(SchemaTooNew, match="newer"):
            act()


def test_the_migrations_make_the_tables_that_the_code_expects(database: Database) -> None:
    with database.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Row.metadata) == []


def test_a_full_disk_gets_a_clear_error_and_harms_nothing(sqlite_url: str) -> None:
    with Database.open(sqlite_url) as database:
        register = Register(database)
        register.found("Metalworking")
        with database.reading() as session:
            session.execute(text("PRAGMA max_page_count=1"))
        with pytest.raises(StorageFull, match="full"):
            register.found("x" * 100_000)
        assert [one.name for one in register.partnerships()] == ["Metalworking"]


def test_a_database_that_stays_busy_gets_a_clear_error(sqlite_url: str) -> None:
    with Database.open(sqlite_url) as one, Database.open(sqlite_url) as other:
        with other.reading() as session:
            session.execute(text("PRAGMA busy_timeout=1"))
        with one.writing() as session:
            session.add(PartnershipRow(name="Care", demo=False))
            session.flush()
            with pytest.raises(DatabaseBusy, match="moment"):
                Register(other).found("Metalworking")


def test_a_server_that_hangs_up_gets_a_clear_error_and_is_found_again(postgresql_url: str) -> None:
    with Database.open(postgresql_url) as database:
        with (
            pytest.raises(DatabaseUnreachable, match="does not answer"),
            database.reading() as session,
        ):
            session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        assert Register(database).partnerships() == []


def test_words_of_people_stay_out_of_error_texts(database: Database) -> None:
    with pytest.raises(IntegrityError) as caught, database.writing() as session:
        session.add_all([PartnershipRow(name="Acme secret", demo=False) for _ in range(2)])
    assert "INSERT" in str(caught.value)
    assert "[SQL parameters hidden" in str(caught.value)


def test_reading_goes_on_while_another_writes(sqlite_url: str) -> None:
    with (
        Database.open(sqlite_url) as one,
        Database.open(sqlite_url) as other,
        one.writing() as session,
    ):
        session.add(PartnershipRow(name="Care", demo=False))
        session.flush()
        assert Register(other).partnerships() == []


def test_a_new_file_can_be_read_by_its_owner_alone(bare: str, tmp_path: Path) -> None:
    with Database.open(bare) as database:
        database.upgrade()
        files = list(tmp_path.iterdir())
        assert len(files) > 1, "the log lies beside it"
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_file_that_was_there_keeps_its_rights(sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    path.chmod(0o640)
    Database.open(sqlite_url).close()
    assert path.stat().st_mode & 0o777 == 0o640
