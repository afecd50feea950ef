import pytest

from taxonomy.errors import MissingColumns, UnreadableText
from taxonomy.importing.table import Row, Table


def table(*rows: list[str], ragged: bool = False) -> Table:
    numbered: list[Row] = list(enumerate([list(row) for row in rows], start=1))
    return Table("codes", "codes.csv", "codes.csv", lambda: iter(numbered), str, ragged=ragged)


def broken() -> Table:
    def rows():
        raise UnreadableText("codes.csv")
        yield

    return Table("codes", "codes.csv", "codes.csv", rows, str)


def test_a_record_knows_its_cells_by_column_and_its_line():
    (record,) = table([" Code ", "2022  US\nTitle"], [" 01 ", "Grain"]).records("2022 US Title")
    assert (record.line, record["Code"], record["2022 US Title"]) == (2, "01", "Grain")


def test_a_table_may_be_read_again():
    one = table(["a"], ["1"])
    assert len(list(one.records())) == len(list(one.records())) == 1


def test_the_columns_that_are_missing_are_named():
    with pytest.raises(MissingColumns, match=r"codes.csv has no column “b”, “c”"):
        list(table(["a"], ["1"]).records("a", "b", "c"))


def test_a_header_may_stand_below_other_lines():
    one = table(["About"], ["Made", "yesterday", "by us"], ["a", "b"], ["1", "2"])
    headed = one.headed("b", "a")
    assert headed
    assert headed.columns == ("a", "b")
    assert [(record.line, record["b"]) for record in headed.records("a")] == [(4, "2")]
    assert one.headed("c") is None
    assert table(*[["x"]] * 41, ["a"]).headed("a") is None


def test_a_table_that_cannot_be_read_has_no_columns_but_says_why_when_read():
    assert broken().columns == ()
    assert broken().headed("a") is None
    with pytest.raises(UnreadableText):
        list(broken().records())


def test_an_empty_table_has_no_columns_and_no_rows():
    assert table().columns == ()
    assert list(table().records()) == []


def test_only_rows_of_sheets_may_be_short():
    short = (["a", "b"], ["1"], ["1", "2", " "])
    assert [record["b"] for record in table(*short, ragged=True).records()] == ["", "2"]
    with pytest.raises(UnreadableText, match="line 2 has 1 cells, the header 2"):
        list(table(*short).records())
