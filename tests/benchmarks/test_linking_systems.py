import math
from pathlib import Path

import pytest

from benchmarks.linking.bm25 import BM25, Postings, words
from benchmarks.linking.job import TOP, Job
from benchmarks.linking.letters import load as load_letters
from benchmarks.linking.names import Names
from benchmarks.linking.running import SystemFailed, run

NAMES = Names.of(
    [
        ("u:weld", ["weld pipe", "pipe welding"]),
        ("u:c", ["C++"]),
        ("u:draw", ["draw blood", "phlebotomy", "take blood samples"]),
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    NAMES.write(tmp_path)
    return tmp_path


def job(folder: Path, system: str, *texts: str) -> Job:
    return Job(system, str(folder), sets=(texts,) if texts else ())


def nothing(_more: int, _of: int) -> None: ...


def test_names_are_read_as_they_were_written(folder: Path):
    read = Names.read(folder)
    assert (read.uris, read.texts, read.labels) == (
        NAMES.uris,
        NAMES.texts,
        ["weld pipe", "C++", "draw blood"],
    )


def test_signs_belong_to_words():
    assert words("C++, C# and Node.js (front-end).") == ["c++", "c#", "and", "node.js", "front-end"]


def test_bm25_counts_as_its_formula_says():
    scores = Postings.of(["draw blood", "take blood samples", "weld"]).scores("blood blood draws")
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    first = rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 2 / 2))
    second = rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / 2))
    assert scores == pytest.approx([2 * first, 2 * second, 0])


def test_bm25_takes_the_best_name_and_leaves_out_what_shares_nothing():
    ranker = BM25(NAMES, Postings.of(NAMES.texts))
    assert ranker.rank("take blood") == ["u:draw"]
    assert ranker.rank("nothing of that") == []


def test_letters_see_through_endings(folder: Path):
    ranker = load_letters(job(folder, "letters"))
    assert ranker.rank("Welded PIPES")[0] == "u:weld"
    assert ranker.rank("phlebotomist")[0] == "u:draw"


def test_no_more_than_the_first_are_answered():
    many = Names.of((f"u:{number}", [f"blood {number}"]) for number in range(TOP + 10))
    assert len(BM25(many, Postings.of(many.texts)).rank("blood")) == TOP


def test_a_system_in_a_process_of_its_own_answers_every_text_in_order(folder: Path):
    done = run(job(folder, "bm25", "pipe", "c++", "none"), nothing)
    assert done.answers == [[["u:weld"], ["u:c"], []]]
    assert len(done.seconds) == 1
    assert done.peak > 1


def test_a_system_that_is_not_installed_says_so(folder: Path):
    with pytest.raises(SystemFailed, match=r"No module named .*nobody"):
        run(job(folder, "nobody"), nothing)


def test_a_python_that_is_not_there_is_named(folder: Path):
    with pytest.raises(SystemFailed, match="nowhere/python"):
        run(job(folder, "bm25"), nothing, "nowhere/python")
