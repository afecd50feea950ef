"""The database that tests of all packages may use: SQLite, and PostgreSQL where there is one."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import URL, create_engine, make_url, text

from storage.database import Database

# A busy machine must not make a test fail.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

SERVER = os.environ.get("NEEDLINE_TEST_DATABASE_URL")


def on_server(statement: str) -> None:
    assert SERVER
    url = make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def shown(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("storage") / "empty.db"
    with Database.open(f"sqlite:///{path}") as database:
        database.upgrade()
    return path


@pytest.fixture(scope="session")
def server_template() -> Iterator[str]:
    if SERVER is None:
        pytest.skip("PostgreSQL is tested where NEEDLINE_TEST_DATABASE_URL names one")
    name = f"needline_empty_{uuid4().hex}"
    on_server(f"CREATE DATABASE {name}")
    with Database.open(shown(make_url(SERVER).set(database=name))) as database:
        database.upgrade()
    yield name
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(empty_file: Path, tmp_path: Path) -> str:
    shutil.copy(empty_file, tmp_path / "needline.db")
    return f"sqlite:///{tmp_path / 'needline.db'}"


@pytest.fixture
def postgresql_url(server_template: str) -> Iterator[str]:
    assert SERVER
    name = f"needline_test_{uuid4().hex}"
    on_server(f"CREATE DATABASE {name} TEMPLATE {server_template}")
    yield shown(make_url(SERVER).set(database=name))
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty database with all tables, on each kind that is there."""
    with Database.open(database_url) as database:
        yield database
