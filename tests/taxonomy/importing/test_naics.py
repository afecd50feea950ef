from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from taxonomy.edition import Count
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import Imported, import_paths
from taxonomy.index import Index
from tests.taxonomy.releases import Releases

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ROWS = [
    ["Seq. No.", "2022 NAICS US   Code", "2022 NAICS US Title", "", ""],
    [1, 11, "Growing", "", ""],
    [2, 111, "Growing of Things ", "", " "],
    [3, 1111, "Growing of Small Things", "", ""],
    [4, "31-33", "Making", "", ""],
    [5, 321, "Making of Boxes", "", ""],
    [6, 321, "Making of Boxes", "", ""],
    [7, 3219, "", "", ""],
    [8, 321910, "Making of Lids", "", ""],
]


@pytest.fixture
def sheet(tmp_path: Path, holdings: Holdings, workbook: Callable[..., bytes]) -> Imported:
    path = tmp_path / "codes.xlsx"
    path.write_bytes(workbook({"table": ROWS}))
    (one,) = import_paths([path], holdings, NOW)
    return one


@pytest.fixture
def index(sheet: Imported, holdings: Holdings) -> Iterator[Index]:
    with closing(holdings.open("naics", "2022")) as opened:
        yield opened


def above(index: Index, code: str) -> list[str]:
    concept = index.concept("naics", code)
    assert concept
    return [one.uri for one in index.broader(concept)]


def test_the_header_tells_the_version_and_rows_are_counted(sheet: Imported):
    assert (sheet.edition.scheme, sheet.edition.version) == ("naics", "2022")
    skipped = {"said before": 1, "no code of two to six digits, or no title": 1}
    assert sheet.counts == (Count("codes.xlsx", 8, 6, skipped),)


def test_codes_are_text_and_titles_have_no_blanks_at_the_end(index: Index):
    details = [(one.code, one.concept.label, one.type) for one in index.concepts("industry")]
    assert details == [
        ("11", "Growing", "sector"),
        ("111", "Growing of Things", "subsector"),
        ("1111", "Growing of Small Things", "industry group"),
        ("31-33", "Making", "sector"),
        ("321", "Making of Boxes", "subsector"),
        ("321910", "Making of Lids", "national industry"),
    ]


def test_an_industry_stands_under_the_one_that_its_code_begins_with(index: Index):
    assert above(index, "1111") == ["111"]
    assert above(index, "111") == ["11"]
    assert above(index, "321") == ["31-33"]
    assert above(index, "31-33") == above(index, "11") == []


def test_the_official_sheet_has_these_codes(releases: Releases):
    index = releases.index("naics-2022")
    assert [(one.rows, one.kept) for one in index.about.counts] == [(2125, 2125)]
    codes = [detail.code for detail in index.concepts("industry")]
    roots = [code for code in codes if not above(index, code)]
    lengths = Counter("range" if "-" in code else len(code) for code in codes)
    assert lengths == {"range": 3, 2: 17, 3: 96, 4: 308, 5: 689, 6: 1012}
    assert len(roots) == 20
