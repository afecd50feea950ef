from pathlib import Path

import pytest

from taxonomy import starter


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("skills.csv", "tig-welding,TIG", "mig-welding,TIG", "column id: “mig-welding” is taken"),
        ("skills.csv", "TIG|heliarc", "MIG|heliarc", "line 3, column phrases: “mig” is taken by"),
        (
            "skills.csv",
            "TIG|heliarc",
            "wire-feed welding",
            "“wire feed welding” is taken by line 2",
        ),
        ("skills.csv", "TIG|heliarc", "TIG||heliarc", "line 3, column phrases: there is an empty"),
        ("skills.csv", "skill/bbb", "skill/aaa", "column esco_uri: “http://data.europa.eu"),
        ("skills.csv", "http://data.europa.eu/esco/skill/bbb", "esco:bbb", "is malformed"),
        (
            "skills.csv",
            "LOTO|lock out tag out,,",
            "LOTO|lock,,exact",
            "column match: a match needs",
        ),
        ("skills.csv", "tig-welding,TIG", "TIG welding,TIG", "column id: “TIG welding” is malfo"),
        ("occupations.csv", "51-4121.00", "51-4121", "line 2, column code: “51-4121” is malformed"),
        ("occupations.csv", "31-9097.00", "31-1131.00", "column code: “31-1131.00” is taken by"),
        ("occupations.csv", "tig-welding|", "tig-weld|", "column skills: “tig-weld” is no id"),
        ("occupations.csv", "phleb,", "CNA,", "column phrases: “cna” is taken by line 5"),
        ("occupations.csv", "phleb,", "cna!,", "column phrases: “cna” is taken by line 5"),
        ("credentials.csv", "notary,Notary", "cna,Notary", "column id: “cna” is taken by line 2"),
        ("credentials.csv", "notary public", "aws certified", "“aws certified” is taken"),
    ],
)
def test_each_fault_is_found_at_its_place(
    folder: Path, name: str, old: str, new: str, fault: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    faults = starter.check(folder)
    assert any(fault in one and one.startswith(name) for one in faults), faults


def test_one_phrase_may_stand_for_an_occupation_and_a_credential(folder: Path) -> None:
    text = (folder / "credentials.csv").read_text(encoding="utf-8")
    (folder / "credentials.csv").write_text(text.replace("CNA license", "CNA"), encoding="utf-8")
    assert starter.check(folder) == []
