"""The texts that the encoder learns from, and those that are kept from it."""

import csv
import json
import re
from pathlib import Path
from uuid import UUID

from taxonomy.sayings import sayings

DATA = Path(__file__).parents[2] / "training" / "data"


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def sentences() -> list[list[str]]:
    with (DATA / "sentences.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_sentence_has_its_skills() -> None:
    rows = sentences()
    assert len(rows) > 20_000
    assert {len(row) for row in rows} == {2}
    assert all(str(UUID(one)) == one for ids, _ in rows for one in ids.split(","))


def test_every_mark_in_a_message_is_closed() -> None:
    for line in (DATA / "messages.txt").read_text(encoding="utf-8").splitlines():
        assert line.count("[s:") == len(re.findall(r"\[s:[^\[\]]+\]", line)), line


def test_what_is_for_choosing_is_not_learned() -> None:
    rows = (DATA / "validation.jsonl").read_text(encoding="utf-8").splitlines()
    kept = {plain(json.loads(row)["text"]) for row in rows}
    assert len(kept) == 240
    learned = {plain(text) for _, text in sentences()}
    said = {plain(text) for some in sayings().values() for text in some}
    assert not kept & (learned | said)


def test_sayings_are_short_and_said_once_of_a_skill() -> None:
    for said in sayings().values():
        assert len({one.casefold() for one in said}) == len(said)
        assert all(1 < len(one) <= 70 for one in said)
