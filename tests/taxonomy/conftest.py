from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.holdings import Holdings
from taxonomy.index import Index
from taxonomy.linker import Linker
from taxonomy.starter import FOLDER
from tests.taxonomy.releases import DATA, Releases
from tests.taxonomy.small import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "vocabulary")


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Iterator[Index]:
    build(folder, tmp_path / "index.db")
    with closing(Index.open(tmp_path / "index.db")) as opened:
        yield opened


@pytest.fixture
def concepts(index: Index) -> Concepts:
    return Concepts(index)


@pytest.fixture(scope="session")
def encoder() -> LocalEncoder:
    return LocalEncoder()


@pytest.fixture
def linker(concepts: Concepts, encoder: LocalEncoder) -> Linker:
    return Linker(concepts, encoder)


@pytest.fixture(scope="session")
def starter_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    target = tmp_path_factory.mktemp("starter") / "index.db"
    build(FOLDER, target)
    with closing(Index.open(target)) as opened:
        yield opened


@pytest.fixture(scope="session")
def starter_linker(starter_index: Index, encoder: LocalEncoder) -> Linker:
    return Linker(Concepts(starter_index), encoder)


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Releases]:
    """The official releases; a test that asks for them is skipped where they are not."""
    if not DATA.is_dir():
        pytest.skip("the official files are not beside the checkout")
    with ExitStack() as opened:
        yield Releases(Holdings(tmp_path_factory.mktemp("official")), opened)
