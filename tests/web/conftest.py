from collections.abc import Callable, Iterator

import pytest

from needs.concept import Concept
from storage.database import Database
from tests.web.world import World, find, world_in


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    with Database.open(sqlite_url) as opened:
        yield opened


@pytest.fixture
def world(database: Database) -> World:
    return world_in(database)


@pytest.fixture
def concept() -> Callable[[str, str], Concept | None]:
    return find
