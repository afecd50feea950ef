import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from taxonomy.errors import (
    IndexUnreadable,
    IndexUnwritable,
    MixedVersions,
    UnreadableText,
    UnsupportedLayout,
    VersionNotSaid,
)
from taxonomy.holdings import IN_USE, Holdings
from taxonomy.importing.importer import import_paths

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
Zipped = Callable[..., Path]
Files = dict[str, bytes]
CROSSWALK = b"""\
CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title
"01.0001",Growing of things.,"19-0001",Growers
"""


def files_of(holdings: Holdings) -> list[str]:
    return sorted(path.name for path in holdings.folder.glob("*"))


def test_the_first_version_is_used_and_a_second_waits(
    zipped: Zipped, classification: Files, relations: Files, holdings: Holdings
):
    for version in ("1.1.1", "1.1.2"):
        path = zipped(f"esco {version}.zip", {**classification, **relations})
        (one,) = import_paths([path], holdings, NOW)
        assert (one.already, one.in_use) == (False, version == "1.1.1")
    assert holdings.versions("esco") == ["1.1.1", "1.1.2"]
    assert holdings.in_use() == {"esco": "1.1.1"}


def test_what_was_imported_is_written_down(esco: list[Path], holdings: Holdings):
    (one,) = import_paths(esco, holdings, NOW)
    (about,) = holdings.all()
    assert (about.edition, about.counts, about.at) == (one.edition, one.counts, NOW.isoformat())
    assert "American spellings" in about.edition.attribution
    assert [name.rpartition("/")[2] for name in one.unread] == ["skillsHierarchy_en.csv"]
    assert one.seconds > 0


def test_the_same_files_again_change_nothing(esco: list[Path], holdings: Holdings):
    (first,) = import_paths(esco, holdings, NOW)
    before = holdings.path("esco", "1.1.1").stat()
    (again,) = import_paths(reversed(esco), holdings, NOW + timedelta(days=1))
    assert (again.already, again.in_use, again.counts) == (True, True, first.counts)
    assert holdings.path("esco", "1.1.1").stat() == before


def test_other_files_of_a_version_replace_its_index(
    esco: list[Path], zipped: Zipped, classification: Files, holdings: Holdings
):
    import_paths(esco, holdings, NOW)
    del classification["greenSkillsCollection_en.csv"]
    zipped(esco[0].name, classification)
    (one,) = import_paths(esco, holdings, NOW)
    assert (one.already, one.in_use) == (False, True)
    assert "green" not in str(holdings.all()[0].counts)


def test_a_damaged_index_is_written_again(esco: list[Path], holdings: Holdings):
    import_paths(esco, holdings, NOW)
    holdings.path("esco", "1.1.1").write_bytes(b"rubbish")
    (one,) = import_paths(esco, holdings, NOW)
    assert one.already is False
    with closing(holdings.open("esco", "1.1.1")) as index:
        assert len(index.concepts("skill")) == 3


def test_several_schemes_come_in_one_call(
    esco: list[Path], zipped: Zipped, holdings: Holdings, tmp_path: Path
):
    (tmp_path / "crosswalk.csv").write_bytes(CROSSWALK)
    done = import_paths([*esco, tmp_path / "crosswalk.csv"], holdings, NOW)
    assert [(one.edition.scheme, one.in_use) for one in done] == [("esco", True), ("cip-soc", True)]


def test_all_of_a_call_is_imported_or_nothing(esco: list[Path], holdings: Holdings, tmp_path: Path):
    (tmp_path / "crosswalk.csv").write_bytes(CROSSWALK + b"01.0002,only three,19-0002\n")
    with pytest.raises(UnreadableText, match=r"crosswalk.csv, line 3"):
        import_paths([*esco, tmp_path / "crosswalk.csv"], holdings, NOW)
    assert files_of(holdings) == []


def test_a_fault_leaves_the_index_that_was_there(
    esco: list[Path], zipped: Zipped, classification: Files, holdings: Holdings
):
    import_paths(esco, holdings, NOW)
    before = holdings.path("esco", "1.1.1").read_bytes()
    zipped(esco[0].name, {**classification, "skills_en.csv": b"conceptUri,preferredLabel\n\xff,\n"})
    with pytest.raises(UnreadableText, match=r"skills_en.csv, line 2 is no UTF-8 text"):
        import_paths(esco, holdings, NOW)
    assert holdings.path("esco", "1.1.1").read_bytes() == before
    assert files_of(holdings) == ["esco-1.1.1.sqlite", IN_USE]


def test_files_that_no_scheme_knows_are_named_with_what_is_expected(
    holdings: Holdings, esco: list[Path], tmp_path: Path
):
    (tmp_path / "letter.pdf").touch()
    wanted = r"Found: letter.pdf. Expected: ESCO .*O\*NET.*NAICS"
    with pytest.raises(UnsupportedLayout, match=wanted):
        import_paths([tmp_path / "letter.pdf"], holdings, NOW)
    with pytest.raises(UnsupportedLayout, match=r"letter.pdf"):
        import_paths([*esco, tmp_path / "letter.pdf"], holdings, NOW)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnsupportedLayout, match="Found: nothing"):
        import_paths([tmp_path / "empty"], holdings, NOW)


def test_a_file_that_cannot_be_read_says_so_rather_than_being_unknown(
    holdings: Holdings, tmp_path: Path
):
    (tmp_path / "crosswalk.csv").write_bytes(CROSSWALK.replace(b"Growers", b"Gr\xf6wers"))
    with pytest.raises(UnreadableText, match=r"crosswalk.csv, line 2 is no UTF-8 text"):
        import_paths([tmp_path / "crosswalk.csv"], holdings, NOW)


def test_one_table_in_two_versions_is_refused_but_a_copy_is_no_harm(
    esco: list[Path], zipped: Zipped, classification: Files, holdings: Holdings
):
    copy = zipped("copy.zip", classification)
    assert len(import_paths([*esco, copy], holdings, NOW)) == 1
    classification["skills_en.csv"] = classification["skills_en.csv"].replace(b"notes", b"lists")
    other = zipped("other.zip", classification)
    with pytest.raises(MixedVersions, match=r"/skills_en.csv and other.zip/skills_en.csv say"):
        import_paths([*esco, other], holdings, NOW)


def test_a_version_that_a_person_gives_is_checked(
    esco: list[Path], holdings: Holdings, tmp_path: Path
):
    (tmp_path / "crosswalk.csv").write_bytes(CROSSWALK)
    for bad in ("../1.1.1", "a b", ".x", "onet-1.1.0"):
        with pytest.raises(VersionNotSaid, match="is none"):
            import_paths(esco, holdings, NOW, bad)
    with pytest.raises(VersionNotSaid, match="one scheme at a time"):
        import_paths([*esco, tmp_path / "crosswalk.csv"], holdings, NOW, "9")
    (one,) = import_paths(esco, holdings, NOW, "9")
    assert one.edition.version == "9"


def test_an_import_says_whether_it_takes_the_place_of_another(
    zipped: Zipped,
    classification: dict[str, bytes],
    relations: dict[str, bytes],
    holdings: Holdings,
):
    path = zipped("v1.1.1.zip", {**classification, **relations})
    assert not import_paths([path], holdings, NOW)[0].replaced
    assert not import_paths([path], holdings, NOW)[0].replaced
    classification["occupations_en.csv"] += b"\n"
    path = zipped("v1.1.1.zip", {**classification, **relations})
    (one,) = import_paths([path], holdings, NOW)
    assert (one.replaced, one.in_use) == (True, True)


def test_files_without_a_single_row_do_not_take_the_place_of_others(
    tmp_path: Path, holdings: Holdings
):
    path = tmp_path / "crosswalk.csv"
    path.write_bytes(CROSSWALK)
    import_paths([path], holdings, NOW)
    path.write_bytes(CROSSWALK.splitlines(keepends=True)[0])
    with pytest.raises(UnreadableText, match=r"No row of crosswalk\.csv can be used"):
        import_paths([path], holdings, NOW)
    (kept,) = holdings.all()
    assert kept.counts[0].kept > 0


def test_an_index_that_cannot_be_written_is_named(esco: list[Path], holdings: Holdings):
    holdings.path("esco", "1.1.1").mkdir(parents=True)  # where the file should stand
    with pytest.raises(IndexUnwritable, match=r"taxonomy/esco-1\.1\.1\.sqlite"):
        import_paths(esco, holdings, NOW)
    assert len(list(holdings.folder.iterdir())) == 1


def test_a_broken_choice_of_versions_stops_before_anything_is_written(
    esco: list[Path], holdings: Holdings
):
    holdings.folder.mkdir()
    (holdings.folder / IN_USE).write_text("{")
    with pytest.raises(IndexUnreadable, match=IN_USE):
        import_paths(esco, holdings, NOW)
    assert files_of(holdings) == [IN_USE]


def test_progress_is_told(esco: list[Path], holdings: Holdings):
    heard: list[tuple[str, int]] = []
    import_paths(esco, holdings, NOW, progress=lambda file, rows: heard.append((file, rows)))
    assert ("skills_en.csv", 3) in heard


def test_what_a_killed_import_left_is_removed_by_a_later_one(esco: list[Path], holdings: Holdings):
    holdings.folder.mkdir()
    old, young = (holdings.folder / f".esco-1.0.sqlite.{name}" for name in ("aa", "bb"))
    for file in (old, young):
        file.touch()
        os.utime(file, (NOW.timestamp(), NOW.timestamp() - (7200 if file is old else 60)))
    import_paths(esco, holdings, NOW)
    assert young.exists()
    assert not old.exists()


STUCK = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import import_paths

def wait(file, rows):
    print(file, flush=True)
    time.sleep(60)

folder, *paths = map(Path, sys.argv[1:])
import_paths(paths, Holdings(folder), datetime.now(UTC), progress=wait)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_import_that_is_stopped_leaves_nothing(
    esco: list[Path], holdings: Holdings, number: signal.Signals
):
    command = [sys.executable, "-c", STUCK, str(holdings.folder), *map(str, esco)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "ISCOGroups_en.csv\n"
        assert len(list(holdings.folder.iterdir())) == 1
        child.send_signal(number)
        assert child.wait(timeout=30) != 0
    assert list(holdings.folder.iterdir()) == []
