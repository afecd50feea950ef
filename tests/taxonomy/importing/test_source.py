import os
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.errors import NotFound, TaxonomyError, UnreadableText, UnsupportedLayout
from taxonomy.importing import source
from taxonomy.importing.source import open_tables
from taxonomy.importing.table import Table

PLAIN = b"code,title\n1,one\n2,two\n"


def table_of(path: Path) -> Table:
    (table,) = open_tables(path).tables
    return table


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def cells(table: Table) -> list[list[str]]:
    return [list(record.cells.values()) for record in table.records()]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN,
        b"\xef\xbb\xbf" + PLAIN,
        PLAIN.replace(b"\n", b"\r\n"),
        PLAIN.rstrip(),
        PLAIN.replace(b"two", b"  two "),
        PLAIN.replace(b"\n2", b"\n\n2"),
    ],
    ids=["plain", "BOM", "CRLF", "no newline at the end", "blanks", "an empty line"],
)
def test_a_table_is_read_however_its_lines_end(tmp_path: Path, data: bytes):
    table = table_of(written(tmp_path, "codes.csv", data))
    assert table.columns == ("code", "title")
    assert cells(table) == [["1", "one"], ["2", "two"]]


def test_a_name_is_plain_and_without_its_language(tmp_path: Path):
    for name in ("skillGroups_en.csv", "skills.csv", "Occupation Data.txt", "skills_de.csv"):
        written(tmp_path / "in" / "deep", name, PLAIN)
    names = {table.name: table.place for table in open_tables(tmp_path / "in").tables}
    assert names == {
        "skillgroups": "in/deep/skillGroups_en.csv",
        "skills": "in/deep/skills.csv",
        "occupation data": "in/deep/Occupation Data.txt",
        "skills_de": "in/deep/skills_de.csv",
    }


def test_a_cell_may_run_over_lines_and_lines_are_counted_as_they_stand(tmp_path: Path):
    data = b'code,title\n1,"one\nand\nmore"\n2,two\n'
    records = list(table_of(written(tmp_path, "codes.csv", data)).records())
    assert [(one.line, one["title"]) for one in records] == [(2, "one\nand\nmore"), (5, "two")]


def test_quotes_in_tab_separated_text_are_letters_and_n_a_is_nothing(tmp_path: Path):
    data = b'code\ttitle\r\n1\t"wide" screens"\r\n2\tn/a\r\n'
    assert cells(table_of(written(tmp_path, "t.txt", data))) == [
        ["1", '"wide" screens"'],
        ["2", ""],
    ]


def test_a_quote_inside_a_quoted_cell_is_forgiven(tmp_path: Path):
    data = b'code,title\n1,"the "real" thing"\n2,two\n'
    assert len(cells(table_of(written(tmp_path, "codes.csv", data)))) == 2


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"code,title\n1,one\n2,tw\xe4\n3,three\n", "line 3 is no UTF-8 text"),
        (b"code,title\n" + b"1,one\n" * 9000 + b"2,tw\xe4\n", "line 9002 is no UTF-8 text"),
        (b"code,title\n1,one\n2\n", "line 3 has 1 cells, the header 2"),
        (b"code,title\n1,one,more\n", "line 2 has 3 cells, the header 2"),
        (b'code,title\n1,"one\n2,two\n', "line 2: a cell in quotes has no end"),
        (b"code,title\n1," + b"x" * 200_000, "line 2: a cell is longer than any"),
    ],
)
def test_what_cannot_be_read_is_named_by_file_and_line(tmp_path: Path, data: bytes, place: str):
    table = table_of(written(tmp_path, "codes.csv", data))
    with pytest.raises(UnreadableText, match=f"codes.csv, {place}"):
        list(table.records())


def test_a_zip_says_what_its_unpacked_folder_says(tmp_path: Path):
    written(tmp_path / "folder", "a/skills_en.csv", PLAIN)
    with zipfile.ZipFile(tmp_path / "folder.zip", "w") as archive:
        archive.write(tmp_path / "folder/a/skills_en.csv", "a/skills_en.csv")
    one, other = table_of(tmp_path / "folder"), table_of(tmp_path / "folder.zip")
    assert (one.name, one.file, cells(one)) == (other.name, other.file, cells(other))
    assert one.digest() == other.digest()


def test_zips_in_a_folder_are_looked_into_but_zips_in_zips_are_not(tmp_path: Path):
    inner = written(tmp_path, "inner.zip", b"")
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("skills.csv", PLAIN)
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "outer.zip", "w") as archive:
        archive.write(inner, "inner.zip")
        archive.writestr("deep/occupations.csv", PLAIN)
    found = open_tables(tmp_path / "in")
    assert [table.place for table in found.tables] == ["in/outer.zip/deep/occupations.csv"]
    assert found.files == ("in/outer.zip/inner.zip", "in/outer.zip/deep/occupations.csv")


def test_links_out_of_a_folder_are_not_followed_and_hidden_files_not_seen(tmp_path: Path):
    written(tmp_path, "outside/skills.csv", PLAIN)
    written(tmp_path, "in/occupations.csv", PLAIN)
    written(tmp_path, "in/.hidden.csv", PLAIN)
    written(tmp_path, "in/__MACOSX/occupations.csv", PLAIN)
    (tmp_path / "in" / "skills.csv").symlink_to(tmp_path / "outside" / "skills.csv")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "in" / "again.csv").symlink_to(tmp_path / "in" / "occupations.csv")
    names = [table.name for table in open_tables(tmp_path / "in").tables]
    assert names == ["again", "occupations"]


def test_a_path_that_is_no_file_is_told(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "nowhere.zip", tmp_path / "pipe.csv"):
        with pytest.raises(NotFound, match=path.name):
            open_tables(path)


def test_a_folder_of_everything_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "MOST_FILES", 3)
    for number in range(4):
        written(tmp_path, f"{number}.csv", PLAIN)
    with pytest.raises(UnsupportedLayout, match="too many files"):
        open_tables(tmp_path)


@given(data=st.binary(max_size=300) | st.text('a,"\n\r\t\ufeff\0', max_size=40).map(str.encode))
@pytest.mark.parametrize("name", ["any.csv", "any.txt", "any.xlsx", "any.zip"])
def test_any_bytes_are_a_table_or_a_known_fault(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes
):
    path = written(tmp_path_factory.getbasetemp(), name, data)
    with suppress(TaxonomyError):
        for table in open_tables(path).tables:
            assert "a" in getattr(table.headed("a"), "columns", "a")
            assert all(len(record.cells) <= len(table.columns) for record in table.records())
