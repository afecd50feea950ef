from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from needs.concept import Concept
from taxonomy.edition import Count
from taxonomy.errors import MissingColumns, MixedVersions, UnsupportedLayout, VersionNotSaid
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import Imported, import_paths
from taxonomy.index import Index
from tests.taxonomy.releases import DATA, Releases

NOW = datetime(2026, 11, 24, tzinfo=UTC)
Files = dict[str, bytes]
Zipped = Callable[..., Path]
JOINERS = Concept("onet", "51-0001.00", "Metal Joiners", "29.0")
KEEPERS = Concept("onet", "55-0002.01", "Fort Keepers", "29.0")

README = "O*NET 29.0 Database\nAugust 2024 Release\n-----\n\nMore is written here.\n"
OCCUPATIONS = """\
O*NET-SOC Code\tTitle\tDescription
51-0001.00\tMetal Joiners\tThey join "metal.
55-0002.01\tFort Keepers\tThey keep forts.
55-0002.01\tFort Keepers\tThey keep forts.
none\tNobody\tNo code.
"""
TITLES = """\
O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)
51-0001.00\tTorch Hand (TH)\tTH\t08
51-0001.00\tMetal Worker\tn/a\t08
55-0002.01\tMetal Worker\tn/a\t08
51-0001.00\tmetal worker\tn/a\t09
99-0000.00\tGhost\tn/a\t09
"""
REPORTED = """\
O*NET-SOC Code\tReported Job Title\tShown in My Next Move
51-0001.00\tMetal Worker\tY
55-0002.01\tKeeper of the Gate\tN
"""
ZONES = """\
O*NET-SOC Code\tJob Zone\tDate\tDomain Source
51-0001.00\t3\t08/2024\tAnalyst
99-0000.00\t3\t08/2023\tAnalyst
"""
TECHNOLOGY = """\
O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand
51-0001.00\tC\t43232401\tProgramming software\tN\tN
51-0001.00\tC++\t43232401\tProgramming software\tY\tN
51-0001.00\tC#\t43232401\tProgramming software\tY\tY
55-0002.01\tC#\t43232402\tOther software\tN\tY
99-0000.00\tC#\t43232402\tOther software\tN\tY
"""
TOOLS = """\
O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title
51-0001.00\tC-clamps\t27112100\tHolding tools
51-0001.00\tC clamps\t27112100\tHolding tools
51-0001.00\tLong torches"\t23271400\tTorches
51-0001.00\t***\t23271400\tTorches
"""
ACTIVITIES = """\
Element ID\tIWA ID\tDWA ID\tDWA Title
4.A\t4.A.I01\t4.A.I01.D01\tJoin pieces of metal.
4.A\t4.A.I01\t4.A.I01.D01\tJoin pieces of metal.
"""
DOING = """\
O*NET-SOC Code\tTask ID\tDWA ID\tDate\tDomain Source
51-0001.00\t1\t4.A.I01.D01\t07/2014\tAnalyst
51-0001.00\t2\t4.A.I01.D01\t07/2014\tAnalyst
51-0001.00\t3\t4.A.I01.D99\t07/2014\tAnalyst
99-0000.00\t3\t4.A.I01.D01\t07/2014\tAnalyst
"""


@pytest.fixture
def release() -> Files:
    texts = {
        "Read Me.txt": README,
        "Occupation Data.txt": OCCUPATIONS,
        "Alternate Titles.txt": TITLES,
        "Sample of Reported Titles.txt": REPORTED,
        "Job Zones.txt": ZONES,
        "Technology Skills.txt": TECHNOLOGY,
        "Tools Used.txt": TOOLS,
        "DWA Reference.txt": ACTIVITIES,
        "Tasks to DWAs.txt": DOING,
        "Task Statements.txt": "O*NET-SOC Code\tTask ID\n",
    }
    return {name: text.replace("\n", "\r\n").encode() for name, text in texts.items()}


def imported(path: Path, holdings: Holdings, version: str | None = None) -> Imported:
    (one,) = import_paths([path], holdings, NOW, version)
    return one


@pytest.fixture
def whole(zipped: Zipped, release: Files, holdings: Holdings) -> Imported:
    return imported(zipped("db_29_0_text.zip", release), holdings)


@pytest.fixture
def index(whole: Imported, holdings: Holdings) -> Iterator[Index]:
    with closing(holdings.open("onet", "29.0")) as opened:
        yield opened


def test_the_release_names_itself_and_its_credit(whole: Imported):
    edition = whole.edition
    assert (edition.scheme, edition.version, edition.licence) == ("onet", "29.0", "CC BY 4.0")
    assert "O*NET 29.0 Database" in edition.attribution


def test_every_row_that_is_left_out_is_counted_with_its_reason(whole: Imported):
    unknown = "the occupation is not in Occupation Data"
    assert whole.counts == (
        Count(
            "Occupation Data.txt",
            4,
            2,
            {"said before": 1, "no code such as 11-1011.00, or no title": 1},
        ),
        Count("Alternate Titles.txt", 5, 3, {"said before": 1, unknown: 1}),
        Count("Sample of Reported Titles.txt", 2, 1, {"said before": 1}),
        Count("Job Zones.txt", 2, 1, {unknown: 1}),
        Count("Technology Skills.txt", 5, 4, {unknown: 1}),
        Count("Tools Used.txt", 4, 2, {"said before": 1, "no example": 1}),
        Count("DWA Reference.txt", 2, 1, {"said before": 1}),
        Count(
            "Tasks to DWAs.txt",
            4,
            1,
            {
                "another task of the occupation has the same activity": 1,
                "the activity is not in DWA Reference": 1,
                unknown: 1,
            },
        ),
    )


def test_an_occupation_has_its_titles_of_all_kinds(index: Index):
    assert [(one.text, one.kind) for one in index.names(JOINERS)] == [
        ("Metal Joiners", "pref"),
        ("Torch Hand (TH)", "alt"),
        ("Metal Worker", "alt"),
        ("TH", "short"),
    ]
    assert [one.text for one in index.names(KEEPERS)][1:] == ["Metal Worker", "Keeper of the Gate"]


def test_an_occupation_says_how_much_preparation_it_takes(index: Index):
    detail = index.detail(JOINERS)
    assert detail
    assert (detail.code, detail.type) == ("51-0001.00", "Job Zone 3")
    assert detail.description == 'They join "metal.'


def test_technology_is_hot_or_in_demand_for_an_occupation(index: Index):
    def of(occupation: Concept, kind: str) -> list[str]:
        return [one.uri for one in index.linked(occupation, kind)]

    assert of(JOINERS, "uses hot") == ["technology:c-plus-plus"]
    assert of(JOINERS, "uses hot in demand") == ["technology:c-sharp"]
    assert of(KEEPERS, "uses in demand") == ["technology:c-sharp"]
    assert "technology:c" in of(JOINERS, "uses")


def test_a_tool_that_is_spelt_in_two_ways_is_one(index: Index):
    tools = [(one.concept.uri, one.concept.label, one.type) for one in index.concepts("tool")]
    assert tools == [
        ("tool:c-clamps", "C-clamps", "Holding tools"),
        ("tool:long-torches", 'Long torches"', "Torches"),
    ]


def test_work_activities_come_through_tasks(index: Index):
    (does,) = index.linked(JOINERS, "does")
    assert (does.uri, does.label) == ("activity:4.A.I01.D01", "Join pieces of metal")


def test_line_ends_make_no_difference(
    zipped: Zipped, release: Files, whole: Imported, tmp_path: Path
):
    unix = {name: text.replace(b"\r\n", b"\n") for name, text in release.items()}
    again = imported(zipped("unix.zip", unix), Holdings(tmp_path / "other"))
    assert (again.edition, again.counts) == (whole.edition, whole.counts)


def test_a_file_that_is_missing_is_told_with_what_is_lost(
    zipped: Zipped, release: Files, holdings: Holdings
):
    only = {name: release[name] for name in ("Read Me.txt", "Occupation Data.txt")}
    told = {one.file: one for one in imported(zipped("a.zip", only), holdings).counts}
    assert len(told) == 8
    assert told["Tools Used"] == Count(
        "Tools Used", 0, 0, {"not among the files: tools are missing": 0}
    )


def test_the_excel_form_gives_the_same(
    zipped: Zipped, release: Files, workbook: Callable[..., bytes], index: Index, tmp_path: Path
):
    sheets = {"Read Me.txt": release["Read Me.txt"]}
    for name, text in release.items():
        lines = text.decode().splitlines()
        if "\t" in lines[0]:
            rows = [["" if cell == "n/a" else cell for cell in line.split("\t")] for line in lines]
            stem = name.removesuffix(".txt")
            sheets[f"{stem}.xlsx"] = workbook({stem: rows})
    holdings = Holdings(tmp_path / "other")
    imported(zipped("db_29_0_excel.zip", sheets), holdings)
    with closing(holdings.open("onet", "29.0")) as other:
        for query in ("SELECT * FROM concept", "SELECT * FROM name", "SELECT * FROM link"):
            assert other.rows(query) == index.rows(query) != []


@pytest.mark.parametrize("name", ["db_30_2_text.zip", "onet 30.2.zip"])
def test_without_a_read_me_the_name_tells_the_release(
    zipped: Zipped, release: Files, holdings: Holdings, name: str
):
    del release["Read Me.txt"]
    assert imported(zipped(name, release), holdings).edition.version == "30.2"


def test_a_release_that_nothing_tells_must_be_said(
    zipped: Zipped, release: Files, holdings: Holdings
):
    del release["Read Me.txt"]
    path = zipped("onet.zip", release)
    with pytest.raises(VersionNotSaid, match="Read Me"):
        imported(path, holdings)
    assert imported(path, holdings, "30.1").edition.version == "30.1"


@pytest.mark.parametrize("version", ["28.3", "30.3", "31.0"])
def test_an_unknown_release_says_what_was_expected_and_found(
    zipped: Zipped, release: Files, holdings: Holdings, version: str
):
    release["Read Me.txt"] = f"O*NET {version} Database\n".encode()
    with pytest.raises(
        UnsupportedLayout, match=r"29\.0.*Technology Skills.*Found: .*Tools Used.*onet_files\.toml"
    ):
        imported(zipped("a.zip", release), holdings)


def test_files_with_new_names_are_refused(zipped: Zipped, release: Files, holdings: Holdings):
    files = {"Software Skills.txt": release["Technology Skills.txt"]}
    with pytest.raises(UnsupportedLayout, match=r"no Occupation Data.*Software Skills"):
        imported(zipped("a.zip", files), holdings)


def test_a_file_of_a_later_release_is_found_by_its_dates(
    zipped: Zipped, release: Files, holdings: Holdings
):
    release["Job Zones.txt"] = release["Job Zones.txt"].replace(b"08/2024", b"12/2025")
    with pytest.raises(MixedVersions, match=r"Job Zones\.txt, line 2: 12/2025 is later than 29\.0"):
        imported(zipped("a.zip", release), holdings)
    assert holdings.all() == []


def test_a_file_without_a_column_is_refused(zipped: Zipped, release: Files, holdings: Holdings):
    release["Technology Skills.txt"] = release["Technology Skills.txt"].replace(
        b"In Demand", b"Wanted"
    )
    with pytest.raises(MissingColumns, match=r"Technology Skills\.txt has no column “In Demand”"):
        imported(zipped("a.zip", release), holdings)


def test_the_read_me_need_not_be_a_table(zipped: Zipped, release: Files, holdings: Holdings):
    release["Read Me.txt"] = b"O*NET 29.0 Database\r\n\tAugust 2024\tRelease\r\n"
    release["Job Zones.txt"] = release["Job Zones.txt"].replace(b"08/2024", b"09/2024")
    with pytest.raises(MixedVersions, match="09/2024 is later than"):
        imported(zipped("a.zip", release), holdings)


@pytest.fixture
def as_text(releases: Releases) -> Index:
    return releases.index("onet-29.0-text")


def test_the_official_release_has_these_counts(as_text: Index):
    counts = as_text.about.counts
    rows = {one.file.removesuffix(".txt"): (one.rows, one.kept) for one in counts}
    assert rows == {
        "Occupation Data": (1016, 1016),
        "Alternate Titles": (55120, 55120),
        "Sample of Reported Titles": (7798, 0),
        "Job Zones": (923, 923),
        "Technology Skills": (32470, 32470),
        "Tools Used": (41650, 41647),
        "DWA Reference": (2087, 2087),
        "Tasks to DWAs": (23233, 17806),
    }
    kinds = dict(as_text.rows("SELECT kind, count(*) FROM concept GROUP BY kind"))
    assert kinds == {"occupation": 1016, "technology": 8749, "tool": 18032, "activity": 2087}


def test_the_official_excel_form_gives_the_same_as_far_as_it_goes(as_text: Index, tmp_path: Path):
    holdings = Holdings(tmp_path)
    files = ("Occupation Data", "Alternate Titles", "Technology Skills", "Job Zones", "Read Me")
    names = [path for path in (DATA / "onet-29.0-xlsx").iterdir() if path.stem in files]
    import_paths(names, holdings, NOW)
    shared = 1016 + 8749  # occupations and technology are written first
    with closing(holdings.open("onet", "29.0")) as as_excel:
        for table, column in (("concept", "number"), ("name", "concept"), ("link", "other")):
            query = f"SELECT * FROM {table} WHERE {column} <= {shared} ORDER BY 1, 2, 3"
            assert as_excel.rows(query) == as_text.rows(query) != []
            count = f"SELECT count(*) FROM {table}"
            assert as_excel.rows(count) == [(len(as_excel.rows(query)),)]


@pytest.mark.usefixtures("releases")
def test_the_official_files_of_two_releases_are_told_apart(tmp_path: Path):
    later = DATA / "onet-30.2-text-partial"
    holdings = Holdings(tmp_path)
    assert imported(later, holdings).edition.version == "30.2"
    earlier = DATA / "onet-29.0-text"
    mixed = [
        earlier / "Read Me.txt",
        earlier / "Occupation Data.txt",
        later / "Technology Skills.txt",
    ]
    with pytest.raises(MixedVersions, match=r"Technology Skills\.txt is of 30\.2, not of 29\.0"):
        import_paths(mixed, holdings, NOW)
