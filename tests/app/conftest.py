import io
import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.cli import main
from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Index
from taxonomy.prepared import prepared
from taxonomy.starter import FOLDER
from taxonomy.tables import unseen


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a home and a working folder of its own, and no settings from outside."""
    for name in [name for name in os.environ if name.startswith("NEEDLINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEEDLINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of taxonomy indexes as the first command leaves it."""
    folder = tmp_path_factory.mktemp("vocabulary")
    build(FOLDER, folder / "starter.sqlite")
    with closing(Index.open(folder / "starter.sqlite")) as starter:
        prepared(Concepts(starter), folder / "prepared", LocalEncoder(), unseen)
    return folder


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, vocabulary):
    monkeypatch.setenv("NEEDLINE_TAXONOMY", str(tmp_path / "taxonomy"))
    shutil.copytree(vocabulary, tmp_path / "taxonomy", copy_function=os.link)

    def run(*words, typed=""):
        monkeypatch.setattr(sys, "argv", ["needline", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code, said.out, said.err

    return run
