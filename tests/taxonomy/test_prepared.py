import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from taxonomy import prepared as module
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.linker import Linker
from taxonomy.prepared import prepared
from taxonomy.tables import Tables, arrays, put_together

TEXTS = ["weld stainless (TIG)", "draw blood and read prints", "CMMS", "", "phlebotomist PRN"]


class Calls:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self, more: int, _of: int) -> None:
        self.count += not more


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "prepared"


def answers(linker: Linker) -> list[object]:
    return [
        (linker.skills(one), linker.skill(one), linker.meanings(one), linker.search(one, "skill"))
        for one in TEXTS
    ]


def only(place: Path) -> Path:
    (folder,) = place.iterdir()
    return folder


def test_prepared_and_unprepared_answer_the_same(
    encoder: LocalEncoder, concepts: Concepts, place: Path
) -> None:
    plain = answers(Linker(concepts, encoder))
    assert answers(prepared(concepts, place, encoder, Calls())) == plain
    assert answers(prepared(concepts, place, encoder, Calls())) == plain


def test_tables_are_computed_once(encoder: LocalEncoder, concepts: Concepts, place: Path) -> None:
    progress = Calls()
    for _ in range(3):
        prepared(concepts, place, encoder, progress)
    assert progress.count == 1


def test_nothing_is_lost_when_tables_are_taken_apart(
    encoder: LocalEncoder, concepts: Concepts
) -> None:
    tables = Tables.of(concepts, encoder)
    known = dict(arrays(tables))
    again = dict(arrays(put_together(Tables, known)))
    assert known.keys() == again.keys()
    assert all(np.array_equal(known[name], again[name]) for name in known)


def damage_a_byte(folder: Path) -> None:
    path = folder / "skills.lanes.vectors.labels.npy"
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(whole)


def cut_short(folder: Path) -> None:
    path = folder / "occupations.trust.npy"
    path.write_bytes(path.read_bytes()[:-8])


def lose_a_file(folder: Path) -> None:
    (folder / "skills.roster.uri.ends.npy").unlink()


def lose_the_sums(folder: Path) -> None:
    (folder / module.SUMS).unlink()


def empty_the_sums(folder: Path) -> None:
    (folder / module.SUMS).write_text("{}")


def garble_the_sums(folder: Path) -> None:
    (folder / module.SUMS).write_text("[1")


@pytest.mark.parametrize(
    "harm",
    [damage_a_byte, cut_short, lose_a_file, lose_the_sums, empty_the_sums, garble_the_sums],
)
def test_a_damaged_copy_is_computed_anew(
    encoder: LocalEncoder, concepts: Concepts, place: Path, harm
) -> None:
    plain = answers(prepared(concepts, place, encoder, Calls()))
    harm(only(place))
    progress = Calls()
    assert answers(prepared(concepts, place, encoder, progress)) == plain
    assert progress.count == 1
    prepared(concepts, place, encoder, progress)
    assert progress.count == 1


def test_what_another_process_wrote_meanwhile_is_used(
    encoder: LocalEncoder, concepts: Concepts, place: Path
) -> None:
    def another(_more: int, _of: int) -> None:
        prepared(concepts, place, encoder, Calls())

    linker = prepared(concepts, place, encoder, another)
    assert answers(linker) == answers(Linker(concepts, encoder))
    assert [path.name.startswith(".") for path in place.iterdir()] == [False]


def test_tables_no_longer_in_use_are_removed(
    encoder: LocalEncoder, concepts: Concepts, place: Path
) -> None:
    old, writing, abandoned = place / "old", place / ".new.1", place / ".new.2"
    for folder in (old, writing, abandoned):
        folder.mkdir(parents=True)
    os.utime(abandoned, (0, 0))
    prepared(concepts, place, encoder, Calls())
    assert not old.exists()
    assert not abandoned.exists()
    assert writing.exists()


def test_tables_differ_by_what_is_in_use(
    encoder: LocalEncoder, concepts: Concepts, starter_index, place: Path
) -> None:
    prepared(concepts, place, encoder, Calls())
    one = only(place).name
    shutil.rmtree(place)
    prepared(Concepts(starter_index), place, encoder, Calls())
    assert only(place).name != one


def test_where_nothing_can_be_kept_the_linker_works_all_the_same(
    encoder: LocalEncoder, concepts: Concepts, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    assert answers(prepared(concepts, tmp_path / "file", encoder, Calls())) == answers(
        Linker(concepts, encoder)
    )
