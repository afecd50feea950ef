import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from app import installation
from tests.taxonomy.small import written

HEADER = "O*NET-SOC Code\tTitle\tDescription\n"
WELDERS = "51-4121.00\tWelders, Cutters, Solderers, and Brazers\tJoin metal.\n"
MACHINISTS = "51-4041.00\tMachinists\tMake parts.\n"
CROSSWALK = """\
CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title
48.0508,Welding Technology/Welder.,51-4121,"Welders, Cutters, Solderers, and Brazers"
99.9999,NO MATCH,51-4041,Machinists
"""


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small vocabulary stands for the starter, whose tables take seconds after each import."""
    folder = written(tmp_path / "small")
    monkeypatch.setattr(installation, "starter", lambda: nullcontext(folder))


@pytest.fixture
def onet(tmp_path: Path):
    def onet(version: str, *rows: str) -> Path:
        folder = tmp_path / f"db_{version.replace('.', '_')}_text"
        folder.mkdir(exist_ok=True)
        (folder / "Read Me.txt").write_text(f"O*NET {version} Database\n")
        (folder / "Occupation Data.txt").write_text(HEADER + "".join(rows))
        return folder

    return onet


@pytest.fixture
def crosswalk(tmp_path: Path) -> Path:
    path = tmp_path / "CIP2020_SOC2018_Crosswalk.csv"
    path.write_text(CROSSWALK, encoding="utf-8-sig")
    return path


def test_an_import_says_what_became_of_every_file(run, onet):
    code, out, _ = run("taxonomy", "import", str(onet("29.1", WELDERS, MACHINISTS)))
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "Occupation Data.txt 2 2 0" in lines
    assert "It is in use." in lines


def test_what_is_imported_again_changes_nothing(run, onet):
    run("taxonomy", "import", str(onet("29.1", WELDERS)))
    assert "nothing was changed" in run("taxonomy", "import", str(onet("29.1", WELDERS)))[1]


def test_a_later_version_waits_until_it_is_used(run, onet):
    run("taxonomy", "import", str(onet("29.1", WELDERS)))
    out = run("taxonomy", "import", str(onet("29.2", WELDERS, MACHINISTS)))[1]
    assert "onet 29.1 stays in use" in out
    assert "needline taxonomy diff onet 29.1 29.2" in out
    assert in_use(run) == {"starter": "2", "onet": "29.1"}
    assert run("taxonomy", "use", "onet", "29.2")[0] == 0
    assert in_use(run)["onet"] == "29.2"


def test_other_files_of_a_version_say_that_they_take_its_place(run, onet):
    assert "takes the place" not in run("taxonomy", "import", str(onet("29.1", WELDERS)))[1]
    out = run("taxonomy", "import", str(onet("29.1", WELDERS, MACHINISTS)))[1]
    assert "It takes the place of other files of onet 29.1" in out


def test_codes_of_a_crosswalk_that_lead_nowhere_are_told(run, onet, tmp_path):
    nesta = tmp_path / "esco_onet_crosswalk_Nov2020.csv"
    rows = "".join(f"{code}.00,http://x/{code},2.0\n" for code in ("51-4121", "99-0001"))
    nesta.write_text(f"onet_code,concept_uri,confidence\n{rows}")
    out = run("taxonomy", "import", str(onet("29.1", WELDERS)), str(nesta))[1]
    assert "O*NET 29.1 does not have 1 of its codes, such as 99-0001.00" in out


def in_use(run):
    rows = [line.split() for line in run("taxonomy", "list")[1].splitlines()]
    return {scheme: version for scheme, version, yes, *_ in rows if yes == "yes"}


def test_versions_are_compared_and_moved_between(run, onet):
    run("taxonomy", "import", str(onet("29.1", WELDERS)))
    run("taxonomy", "import", str(onet("29.2", WELDERS, MACHINISTS)))
    assert "Machinists" in run("taxonomy", "diff", "onet", "29.1", "29.2")[1]
    assert "Nothing was changed." in run("taxonomy", "migrate", "onet", "29.2", "--dry-run")[1]
    assert in_use(run)["onet"] == "29.1"
    assert run("taxonomy", "migrate", "onet", "29.2")[0] == 0
    assert in_use(run)["onet"] == "29.2"


def test_programmes_are_found_by_code_and_by_title(run, onet, crosswalk):
    run("taxonomy", "import", str(onet("29.1", WELDERS, MACHINISTS)), str(crosswalk))
    assert "48.0508  Welding Technology/Welder" in run("taxonomy", "programs", "51-4121.00")[1]
    assert "48.0508" in run("taxonomy", "programs", "mig", "welder")[1]
    assert "48.0508" in run("taxonomy", "programs", "51-4121")[1]
    assert "48.0508" in run("taxonomy", "search", "--kind", "programs", "welding")[1]
    assert "No programme leads to" in run("taxonomy", "programs", "51-4041.00")[1]


def test_without_the_crosswalk_programmes_are_not_denied_but_explained(run):
    assert "once the CIP–SOC crosswalk is imported" in run("taxonomy", "programs", "welder")[1]


def test_a_concept_is_shown_by_its_code(run, onet, crosswalk):
    run("taxonomy", "import", str(onet("29.1", WELDERS)), str(crosswalk))
    out = run("taxonomy", "show", "51-4121.00")[1]
    assert "Welders, Cutters, Solderers, and Brazers (occupation, O*NET 29.1)" in out
    assert "Join metal." in out
    assert "Programmes: Welding Technology/Welder (48.0508)" in out
    assert "Welding Technology/Welder (programme, CIP" in run("taxonomy", "show", "48.0508")[1]


def test_searching_finds_halves_of_words_and_keeps_to_a_kind(run):
    assert "Phlebotomists" in run("taxonomy", "search", "phlebot")[1]
    assert "Phlebotomists" not in run("taxonomy", "search", "--kind", "skills", "phlebot")[1]
    assert "Nothing was found" in run("taxonomy", "search", "zzqqzz")[1]


def test_licences_come_from_the_versions_in_use(run, onet):
    run("taxonomy", "import", str(onet("29.1", WELDERS)))
    out = " ".join(run("taxonomy", "licences")[1].split())
    assert "O*NET 29.1 Database" in out
    assert "CC BY 4.0" in out
    assert "ESCO classification of the European Commission" in out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("show", "nonsense"), "needline taxonomy search"),
        (("programs", "someone", "nice"), "fits no occupation"),
        (("search", "--kind", "cars", "x"), "skill, occupation"),
        (("use", "esco", "9.9"), "esco 9.9"),
        (("diff", "esco", "1.1.0", "1.1.1"), "esco 1.1.0"),
        (("migrate", "onet", "99.1"), "onet 99.1"),
        (("import", "nowhere.zip"), "nowhere.zip"),
    ],
)
def test_what_is_not_there_is_said_in_a_line(run, words, part):
    code, _, err = run("taxonomy", *words)
    assert code == 2
    assert part in err
    assert len(err.strip().splitlines()) == 1


def test_a_wrong_file_leaves_what_is_in_use(run, onet, tmp_path):
    run("taxonomy", "import", str(onet("29.1", WELDERS)))
    wrong = tmp_path / "holiday.zip"
    with zipfile.ZipFile(wrong, "w") as archive:
        archive.writestr("beach.txt", "sun")
    code, _, err = run("taxonomy", "import", str(wrong))
    assert code == 2
    assert "unsupported layout" in err
    assert "beach.txt" in err
    assert in_use(run)["onet"] == "29.1"
