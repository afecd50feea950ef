from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from taxonomy.edition import Count
from taxonomy.errors import VersionNotSaid
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import import_paths
from tests.taxonomy.releases import DATA

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OFFICIAL = DATA / "cip-2020"
official = pytest.mark.usefixtures("releases")
TITLES = """\
"CIPFamily","CIPCode","Action","TextChange","CIPTitle","CIPDefinition","CrossReferences","Examples"
="01",="01","No substantive changes",yes,"GROWING.","All that grows.","",
="01",="01.00","No substantive changes",no,"Growing, General.","See "below" in 01.0001.","",
="01",="01.0001","New",no,"Growing of Things.","Things are grown.","",
="01",="01.0001","New",no,"Growing of Things.","Things are grown.","",
="01",="01.0002","Moved from",no,"Growing of Others.","Moved from 01.0002 to 02.0002","",
="02",="02.0002","Moved to",no,"Growing of Others.","Others are grown.","",
="01",="01.0003","Deleted",no,"Shrinking.","Deleted","",
="01",="n/a","New",no,"Nothing.","","",
"""
HEADER = ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"]
ROWS = [
    ["01.0001", "Growing of Things.", "19-0001", "Growers"],
    ["01.0001", "Growing of Things.", "19-0001", "Growers"],
    ["01.0001", "Growing of Things.", "19-0002", "Reapers"],
    ["01.0004", "Watching.", "99-9999", "NO MATCH"],
    ["99.9999", "NO MATCH", "19-0003", "Idlers"],
]
SKIPPED = {"said before": 1, "no match: no occupation": 1, "no match: no programme": 1}


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8-sig", newline="")
    return path


def test_titles_that_moved_or_were_deleted_are_counted(tmp_path: Path, holdings: Holdings):
    path = written(tmp_path, "CIPCode2020.csv", TITLES)
    (one,) = import_paths([path], holdings, NOW)
    assert (one.edition.scheme, one.edition.version) == ("cip", "2020")
    reasons = {
        "said before": 1,
        "moved to another code": 1,
        "deleted from CIP": 1,
        "no code of two, four or six digits": 1,
    }
    assert one.counts == (Count("CIPCode2020.csv", 8, 4, reasons),)


def test_a_programme_stands_under_its_group_and_series(tmp_path: Path, holdings: Holdings):
    import_paths([written(tmp_path, "CIPCode2020.csv", TITLES)], holdings, NOW)
    with closing(holdings.open("cip", "2020")) as index:
        programme = index.concept("cip", "01.0001")
        assert programme
        assert programme.label == "Growing of Things"
        (group,) = index.broader(programme)
        assert [group.uri, *(one.uri for one in index.broader(group))] == ["01.00", "01"]
        alone = index.concept("cip", "02.0002")
        assert alone
        assert index.broader(alone) == []


def test_titles_without_a_year_in_their_name_need_a_version(tmp_path: Path, holdings: Holdings):
    path = written(tmp_path, "codes.csv", TITLES)
    with pytest.raises(VersionNotSaid, match=r"CIPCode2020\.csv"):
        import_paths([path], holdings, NOW)
    (one,) = import_paths([path], holdings, NOW, "2020")
    assert one.edition.title.endswith("(CIP) 2020")


def test_a_year_in_the_name_of_a_folder_is_no_version(tmp_path: Path, holdings: Holdings):
    folder = tmp_path / "Downloads 2026"
    folder.mkdir()
    written(folder, "CIPCode2020.csv", TITLES)
    (one,) = import_paths([folder], holdings, NOW)
    assert one.edition.version == "2020"


def test_what_has_no_match_is_counted_and_known_but_not_mapped(tmp_path: Path, holdings: Holdings):
    lines = [",".join(f'"{cell}"' for cell in row) for row in [HEADER, *ROWS]]
    path = written(tmp_path, "CIP2020_SOC2018_Crosswalk.csv", "\r\n".join(lines))
    (one,) = import_paths([path], holdings, NOW)
    assert one.counts == (Count("CIP2020_SOC2018_Crosswalk.csv", 5, 2, SKIPPED),)
    with closing(holdings.open("cip-soc", "2020-2018")) as index:
        assert [to.uri for to in index.mappings("cip", "01.0001")] == ["19-0001", "19-0002"]
        assert index.concept("cip", "01.0004")
        assert index.concept("soc", "19-0003")
        assert index.mappings("cip", "01.0004") == index.mapped("soc", "19-0003") == []
        assert index.concept("soc", "99-9999") is index.concept("cip", "99.9999") is None


def test_of_the_workbook_the_whole_crosswalk_is_read(
    tmp_path: Path, holdings: Holdings, workbook: Callable[..., bytes]
):
    turned = [[soc, soc_title, cip, title] for cip, title, soc, soc_title in [HEADER, *ROWS]]
    sheets = {
        "File Guide": [["File Name", "Description"]],
        "CIP-SOC": [HEADER, *ROWS],
        "SOC-CIP": turned,
        "New CIP": [HEADER, ROWS[0]],
    }
    path = tmp_path / "CIP2020_SOC2018_Crosswalk.xlsx"
    path.write_bytes(workbook(sheets))
    (one,) = import_paths([path], holdings, NOW)
    assert one.counts == (Count(path.name, 5, 2, SKIPPED),)


@official
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_official_crosswalk_has_these_counts(tmp_path: Path, form: str):
    path = OFFICIAL / f"CIP2020_SOC2018_Crosswalk.{form}"
    (one,) = import_paths([path], Holdings(tmp_path), NOW)
    skipped = {"no match: no occupation": 194, "no match: no programme": 180}
    assert one.counts == (Count(path.name, 6097, 5723, skipped),)


@official
def test_the_official_titles_have_these_counts(tmp_path: Path):
    (one,) = import_paths([OFFICIAL / "CIPCode2020.csv"], Holdings(tmp_path), NOW)
    skipped = {"moved to another code": 149, "deleted from CIP": 12}
    assert one.counts == (Count("CIPCode2020.csv", 2848, 2687, skipped),)


@official
def test_of_two_forms_in_one_folder_one_is_read(tmp_path: Path):
    _, crosswalk = import_paths([OFFICIAL], Holdings(tmp_path), NOW)
    assert [(one.file, one.rows) for one in crosswalk.counts] == [
        ("CIP2020_SOC2018_Crosswalk.csv", 6097),
        ("CIP2020_SOC2018_Crosswalk.xlsx", 0),
    ]
