import zipfile
from pathlib import Path

import pytest

from taxonomy import starter
from taxonomy.errors import UnsupportedLayout

TITLES = {
    "51-4121.00": "Welders, Cutters, Solderers, and Brazers",
    "49-9041.00": "Industrial Machinery Mechanics",
    "51-1011.00": "First-Line Supervisors of Production Workers",
    "31-1131.00": "Nursing Assistants",
    "31-9097.00": "Phlebotomists",
}


@pytest.fixture
def official(tmp_path: Path) -> list[Path]:
    """What looks like the official downloads: a zip for ESCO, a folder for O*NET."""
    esco, onet = tmp_path / "official" / "esco-v1.1.1", tmp_path / "official" / "onet-29.0-text"
    esco.mkdir(parents=True)
    onet.mkdir()
    uris = "".join(f"http://data.europa.eu/esco/skill/{3 * one}\r\n" for one in "abcdefg")
    with zipfile.ZipFile(esco / "classification - en - csv.zip", "w") as archive:
        archive.writestr("some folder/skills_en.csv", "conceptUri\r\n" + uris)
        archive.writestr("some folder/skillGroups_en.csv", "conceptUri\r\nhttp://nowhere\r\n")
    rows = "".join(f"{code}\t{title}\tIt's 5\" wide.\n" for code, title in TITLES.items())
    (onet / "Occupation Data.txt").write_text(f"O*NET-SOC Code\tTitle\tDescription\n{rows}")
    return [esco, onet]


def test_what_the_official_files_have_is_no_fault(folder: Path, official: list[Path]) -> None:
    assert starter.check(folder, official) == []


def test_without_both_schemes_nothing_is_said_to_be_unknown(
    folder: Path, official: list[Path]
) -> None:
    for one, missing in zip(official, ("occupation data", "skills"), strict=True):
        with pytest.raises(UnsupportedLayout, match=f"no table “{missing}”"):
            starter.check(folder, [one])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("skill/bbb", "skill/zzz", "skills.csv, line 3, column esco_uri: ESCO has no skill"),
        (
            "31-9097.00",
            "31-9097.99",
            "occupations.csv, line 6, column code: O*NET has no 31-9097.99",
        ),
        (",Phlebotomists", ",Blood people", "line 6, column label: O*NET calls 31-9097.00 “Phleb"),
    ],
)
def test_what_they_do_not_have_is_named(
    folder: Path, official: list[Path], old: str, new: str, fault: str
) -> None:
    for file in folder.iterdir():
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert [fault in one for one in starter.check(folder, official)] == [True]
