import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.errors import TaxonomyError, UnreadableText, UnsafeArchive
from taxonomy.importing.source import open_tables
from taxonomy.importing.table import Table

ROWS = [["Code", "Title", "Flag"], [111, "  Grain ", "Y"], [], ["31-33", "Making"]]


def tables(folder: Path, data: bytes) -> dict[str, Table]:
    path = folder / "Codes.xlsx"
    path.write_bytes(data)
    return {table.name: table for table in open_tables(path).tables}


def with_sheet(data: bytes, xml: str, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Return a workbook with other XML in one of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == part else old.read(name))
    return written.getvalue()


def rows(table: Table) -> list[tuple[int, list[str]]]:
    return [(record.line, list(record.cells.values())) for record in table.records()]


def test_numbers_are_codes_and_short_rows_are_filled_up(tmp_path: Path, workbook: Callable):
    table = tables(tmp_path, workbook({"only": ROWS}))["codes"]
    assert table.columns == ("Code", "Title", "Flag")
    assert rows(table) == [(2, ["111", "Grain", "Y"]), (4, ["31-33", "Making", ""])]


def test_of_several_sheets_each_goes_by_its_own_name(tmp_path: Path, workbook: Callable):
    found = tables(tmp_path, workbook({"CIP-SOC": ROWS, "New & Old": [["a"], ["b"]]}))
    assert {name: table.columns for name, table in found.items()} == {
        "cip-soc": ("Code", "Title", "Flag"),
        "new & old": ("a",),
    }


def test_blanks_beyond_the_header_are_nothing_but_words_are(tmp_path: Path, workbook: Callable):
    table = tables(tmp_path, workbook({"x": [["a"], ["1", " "]]}))["codes"]
    assert rows(table) == [(2, ["1"])]
    table = tables(tmp_path, workbook({"x": [["a"], ["1", "more"]]}))["codes"]
    with pytest.raises(UnreadableText, match=r"Codes.xlsx, line 2 has 2 cells, the header 1"):
        rows(table)


def test_all_ways_of_writing_a_cell_are_read(tmp_path: Path, workbook: Callable):
    strings = "<s:sst xmlns:s='x'><s:si><s:r><s:t>two</s:t></s:r><s:r><s:t> runs_x000D_</s:t></s:r>"
    strings += "<s:rPh><s:t>hint</s:t></s:rPh></s:si></s:sst>"
    sheet = "<worksheet><row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>own</t></is></c></row>"
    sheet += "<row r='7'><c t='str'><f>A1</f><v>made</v></c><c><v>43232202.0</v></c></row>"
    sheet += "<row><c><v>1.5E1</v></c><c r='B8'><v>2.5</v></c></row></worksheet>"
    data = with_sheet(workbook({"x": ROWS}), strings, "xl/sharedStrings.xml")
    table = tables(tmp_path, with_sheet(data, sheet))["codes"]
    assert table.columns == ("two runs", "own")
    assert rows(table) == [(7, ["made", "43232202"]), (8, ["15", "2.5"])]


@pytest.mark.parametrize(
    "sheet",
    [
        "<worksheet><row r='1'><c r='XFD1048576'><v>1</v></c></row></worksheet>",
        "<worksheet><row r='x'></row></worksheet>",
        "<worksheet><row><c r='B1'/><c r='A1'/></row></worksheet>",
        "<worksheet><row><c t='s'><v>99</v></c></row></worksheet>",
        "<worksheet><row><c><v>one</v></c></row></worksheet>",
        "<worksheet><row>",
        "<!DOCTYPE w [<!ENTITY a 'aaaa'>]><worksheet>&a;</worksheet>",
    ],
    ids=["far cell", "odd row", "backwards", "no such text", "no number", "no end", "entities"],
)
def test_a_sheet_that_no_program_writes_is_refused(tmp_path: Path, workbook: Callable, sheet: str):
    table = tables(tmp_path, with_sheet(workbook({"x": ROWS}), sheet))["codes"]
    with pytest.raises(UnreadableText, match=r"Codes.xlsx is no whole Excel workbook"):
        rows(table)


def test_a_workbook_that_is_a_bomb_is_refused(tmp_path: Path, workbook: Callable):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    with pytest.raises(UnsafeArchive, match="would unpack to 30,000,000 bytes"):
        tables(tmp_path, written.getvalue())


def test_a_workbook_without_its_parts_is_refused(tmp_path: Path):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("other.xml", "<x/>")
    table = tables(tmp_path, written.getvalue())["codes"]
    assert table.columns == ()
    with pytest.raises(UnreadableText, match=r"Codes.xlsx is no whole Excel workbook"):
        rows(table)


@given(changes=st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_workbook_is_read_or_a_known_fault(
    tmp_path_factory: pytest.TempPathFactory, workbook: Callable, changes: list[tuple[int, int]]
):
    data = bytearray(workbook({"x": ROWS}))
    for at, value in changes:
        data[at % len(data)] = value
    with suppress(TaxonomyError):
        for table in tables(tmp_path_factory.getbasetemp(), bytes(data)).values():
            assert len(rows(table)) <= len(ROWS)
