from pathlib import Path

import pytest

from taxonomy import starter
from taxonomy.errors import VocabularyFaulty
from taxonomy.importing.source import open_tables

OFFICIAL = Path(__file__).parents[2].parent / "shared" / "data" / "taxonomy"


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_rows_become_typed_values(folder: Path) -> None:
    vocabulary = starter.read(folder)
    skill = vocabulary.skills[4]
    assert (skill.id, skill.match, skill.place.line) == ("press-brake", "broad", 6)
    assert skill.phrases == ("bend sheet metal, on a brake", "press brake")
    assert vocabulary.occupations[0].skills == ("tig-welding", "mig-welding")
    assert [one.by_law for one in vocabulary.credentials] == [True, False, None]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    text = (folder / "skills.csv").read_text(encoding="utf-8")
    (folder / "skills.csv").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert starter.read(folder).skills[0].id == "mig-welding"


def test_a_good_vocabulary_has_no_faults(folder: Path) -> None:
    assert starter.check(folder) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("skills.csv", "MIG welding,skill", "MIG welding,skil", "line 2, column kind: “skil”"),
        ("skills.csv", "MIG welding,skill", ",skill", "line 2, column label: this is empty"),
        ("skills.csv", "esco_uri,match", "uri,match", "line 1, column esco_uri: the header"),
        ("skills.csv", ",exact,manufacturing", ",exact", "column sectors: the row ends"),
        ("skills.csv", '"bend', "bend", "line 6, column (after the last)"),
        ("credentials.csv", ",yes,", ",perhaps,", "line 2, column by_law: “perhaps”"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_what_to_do(
    folder: Path, name: str, old: str, new: str, fault: str
) -> None:
    rewrite(folder, name, old, new)
    if new == "bend":
        rewrite(folder, name, 'brake"', "brake")
        rewrite(folder, name, "on a brake|press brake", "on a brake, press brake, x")
    with pytest.raises(VocabularyFaulty) as caught:
        starter.read(folder)
    assert f"\n{name}, line" in str(caught.value)
    assert fault in str(caught.value)
    assert starter.check(folder) == list(caught.value.args)


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x00\x01", b'id,label,kind,phrases,esco_uri,match,sectors\nx,"y']
)
def test_a_file_that_is_no_csv_says_how_to_save_it(folder: Path, junk: bytes) -> None:
    (folder / "skills.csv").write_bytes(junk)
    assert "CSV UTF-8" in starter.check(folder)[0]


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "credentials.csv").unlink()
    assert starter.check(folder)[0].startswith("credentials.csv is not in")


def test_the_starter_that_ships_has_no_faults() -> None:
    assert starter.check() == []


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not beside the checkout")
def test_the_starter_that_ships_refers_only_to_what_the_official_files_have() -> None:
    assert starter.check(official=[OFFICIAL / "esco-v1.1.1", OFFICIAL / "onet-29.0-text"]) == []


def test_the_starter_that_ships_is_wide_and_speaks_as_employers_do() -> None:
    vocabulary = starter.read()
    assert len(vocabulary.skills) >= 1000
    assert len(vocabulary.occupations) >= 250
    assert len(vocabulary.credentials) >= 200
    for known in (vocabulary.skills, vocabulary.occupations, vocabulary.credentials):
        assert sum(len(one.phrases) for one in known) >= 3 * len(known)


@pytest.mark.parametrize(
    ("sector", "fewest"),
    [
        ("manufacturing", 200),
        ("health care", 150),
        ("it", 100),
        ("energy", 100),
        ("logistics", 100),
        ("construction", 150),
        ("hospitality", 100),
        ("shared", 150),
    ],
)
def test_every_sector_has_its_skills(sector: str, fewest: int) -> None:
    assert sum(sector in one.sectors for one in starter.read().skills) >= fewest


def test_the_body_that_grants_a_credential_is_named() -> None:
    assert [one.id for one in starter.read().credentials if not one.granted_by] == []


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not beside the checkout")
def test_no_label_and_no_phrase_is_a_sentence_of_esco() -> None:
    """Short names coincide, as welding does; longer wordings of ours must be our own."""
    tables = [
        table for path in OFFICIAL.glob("esco-v1.1.1/*.zip") for table in open_tables(path).tables
    ]
    [skills] = [table for table in tables if table.name == "skills"]
    official = {row["description"].casefold() for row in skills.records("description")}
    sentences = {one.strip() for text in official for one in text.split(".") if one.strip()}
    vocabulary = starter.read()
    ours = {text.casefold() for one in vocabulary.skills for text in (one.label, *one.phrases)}
    assert {text for text in ours & sentences if len(text.split()) > 3} == set()
