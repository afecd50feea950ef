import json
from pathlib import Path

import pytest

from benchmarks.linking.sets import SetUnusable, read_sets

TECH = {"set": "TECH", "split": "val", "text": "java", "uris": ["u:1", "u:1", "u:2"]}
HOUSE = {"set": "HOUSE", "split": "val", "text": "cook", "uris": ["u:3"]}


@pytest.fixture
def written(tmp_path: Path):
    def write(name: str, *rows: object) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
        return path

    return write


def test_one_file_may_hold_several_sets(written):
    sets = read_sets([written("all.jsonl", TECH, HOUSE, TECH)])
    assert [(one.name, one.texts) for one in sets] == [
        ("TECH val", ("java", "java")),
        ("HOUSE val", ("cook",)),
    ]


def test_a_skill_counts_once_and_a_sentence_without_one_not_at_all(written):
    (tech,) = read_sets([written("tech.jsonl", TECH, {**TECH, "uris": []})])
    assert [one.gold for one in tech.all] == [{"u:1", "u:2"}]


def test_the_second_set_of_a_name_takes_its_file_s_as_well(written):
    sets = read_sets([written("a.jsonl", TECH), written("b.jsonl", TECH)])
    assert [one.name for one in sets] == ["TECH val", "TECH val, b"]


def test_a_set_without_a_name_is_called_as_its_file(written):
    (one,) = read_sets([written("mine.jsonl", {"text": "java", "uris": ["u:1"]})])
    assert one.name == "mine"


def test_a_draw_is_the_same_every_time(written):
    path = written("many.jsonl", *({**TECH, "text": str(number)} for number in range(50)))
    (first,), (again,) = read_sets([path], 5), read_sets([path], 5)
    assert first == again
    assert len(first.all) == 5


@pytest.mark.parametrize("row", [{"text": "java", "labels": ["Java"]}, {"text": "java"}])
def test_a_file_that_cannot_be_scored_is_refused(written, row):
    with pytest.raises(SetUnusable):
        read_sets([written("labels.jsonl", row)])
