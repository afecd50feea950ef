import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from taxonomy import build as module
from taxonomy.build import build, fresh
from taxonomy.errors import IndexUnreadable, VocabularyFaulty
from taxonomy.index import Index


def test_an_index_is_fresh_until_its_vocabulary_changes(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "index.db"
    assert not fresh(folder, target)
    build(folder, target)
    assert fresh(folder, target)
    with (folder / "credentials.csv").open("a", encoding="utf-8") as file:
        file.write("twic,TWIC,TWIC card,TSA,yes,logistics\n")
    assert not fresh(folder, target)


def test_an_index_without_its_vocabulary_is_not_fresh(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "index.db")
    (folder / "skills.csv").unlink()
    assert not fresh(folder, tmp_path / "index.db")


def test_the_same_vocabulary_gives_the_same_index(folder: Path, tmp_path: Path) -> None:
    dumps = []
    for name in ("one.db", "two.db"):
        build(folder, tmp_path / name)
        with closing(sqlite3.connect(tmp_path / name)) as database:
            dumps.append(list(database.iterdump()))
    assert dumps[0] == dumps[1]


def test_a_faulty_vocabulary_leaves_the_old_index_as_it_was(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "index.db"
    build(folder, target)
    before = target.read_bytes()
    text = (folder / "occupations.csv").read_text(encoding="utf-8")
    (folder / "occupations.csv").write_text(text.replace("tig-welding", "nothing"), "utf-8")
    with pytest.raises(VocabularyFaulty, match="is no id in skills"):
        build(folder, target)
    assert target.read_bytes() == before


def test_a_build_that_breaks_off_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(module, "_write", full_disk)
    target = tmp_path / "index" / "index.db"
    with pytest.raises(OSError, match="no space"):
        build(folder, target)
    assert list(target.parent.iterdir()) == []


def test_a_reader_keeps_its_index_while_a_new_one_takes_the_place(
    folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "index.db"
    build(folder, target)
    with closing(Index.open(target)) as old:
        text = (folder / "skills.csv").read_text(encoding="utf-8")
        (folder / "skills.csv").write_text(text.replace("heliarc", "GTAW"), encoding="utf-8")
        build(folder, target)
        assert "heliarc" in [name.text for name in old.named("skill")]
        with closing(Index.open(target)) as new:
            assert "GTAW" in [name.text for name in new.named("skill")]


def test_an_index_of_another_layout_is_not_fresh_and_cannot_be_read(
    folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "index.db"
    build(folder, target)
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("UPDATE about SET value = '0' WHERE name = 'layout'")
    assert not fresh(folder, target)
    with pytest.raises(IndexUnreadable):
        Index.open(target)


def test_the_index_can_be_read_by_others_of_the_machine(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "index.db")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "index.db").stat().st_mode & 0o777 == 0o644 & ~mask
