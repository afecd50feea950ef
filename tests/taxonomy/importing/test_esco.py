from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from needs.concept import Concept
from taxonomy.errors import (
    MissingColumns,
    MixedVersions,
    UnreadableText,
    UnsupportedLayout,
    VersionNotSaid,
)
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import Imported, import_paths
from taxonomy.index import Index
from tests.taxonomy.releases import DATA, Releases

NOW = datetime(2026, 11, 24, tzinfo=UTC)
GONE = "points to a concept that is not in the files"
S, O = "http://data.europa.eu/esco/skill/", "http://data.europa.eu/esco/occupation/"  # noqa: E741
Zipped = Callable[..., Path]
Files = dict[str, bytes]


def imported(paths: list[Path], holdings: Holdings, version: str | None = None) -> Imported:
    (one,) = import_paths(paths, holdings, NOW, version)
    return one


@pytest.fixture
def both(classification: Files, relations: Files) -> Files:
    return {**classification, **relations}


@pytest.fixture
def index(esco: list[Path], holdings: Holdings) -> Index:
    imported(esco, holdings)
    with closing(holdings.open("esco", "1.1.1")) as opened:
        yield opened


def concept(index: Index, scheme: str, uri: str) -> Concept:
    found = index.concept(scheme, uri)
    assert found
    return found


def test_a_skill_has_its_label_names_type_and_american_spelling(index: Index):
    one = concept(index, "esco", f"{S}s1")
    assert one == Concept("esco", f"{S}s1", "organise the labour", "1.1.1")
    assert [(name.text, name.kind) for name in index.names(one)] == [
        ("organise the labour", "pref"),
        ("arrange the hands", "alt"),
        ("organice the labor", "hidden"),
        ("organize the labor", "us"),
    ]
    detail = index.detail(one)
    assert (detail.kind, detail.type, detail.code) == ("skill", "skill", "")
    assert detail.description == "Says who does what."


def test_types_may_be_missing_and_a_label_may_have_a_comma(index: Index):
    assert [(one.concept.label, one.type) for one in index.concepts("skill")] == [
        ("organise the labour", "skill"),
        ("joining of metals", "knowledge"),
        ("write notes, short ones", ""),
    ]


def test_codes_keep_their_zeros_and_isco_groups_go_by_code(index: Index):
    (fort,) = (one for one in index.concepts("occupation") if one.code == "0110.1")
    assert (fort.kind, fort.type) == ("occupation", "0110")
    assert index.broader(fort.concept) == [Concept("isco", "0110", "Keepers of forts", "1.1.1")]
    assert index.detail(concept(index, "isco", "0110")).kind == "unit"


def test_a_skill_may_stand_under_several_others(index: Index):
    above = index.broader(concept(index, "esco", f"{S}s2"))
    assert [one.label for one in above] == ["metal trades", "organise the labour"]


def test_occupations_need_skills_and_skills_go_with_skills(index: Index):
    joiner, s1 = concept(index, "esco", f"{O}o1"), concept(index, "esco", f"{S}s1")
    s2 = concept(index, "esco", f"{S}s2")
    assert index.linked(joiner, "essential") == [s2]
    assert index.linked(joiner, "optional") == [s1]
    assert index.linked(s1, "skill optional") == [s2]


def test_collections_and_how_far_a_skill_reaches_can_be_asked_for(index: Index):
    rows = index.rows("SELECT collection, label FROM member JOIN concept ON number = concept")
    assert sorted(rows) == [
        ("green", "joining of metals"),
        ("reuse cross-sector", "organise the labour"),
        ("reuse sector-specific", "joining of metals"),
    ]


def test_rows_that_point_nowhere_or_stand_twice_are_counted(esco: list[Path], holdings: Holdings):
    skipped = {one.file: one.skipped for one in imported(esco, holdings).counts if one.skipped}
    assert skipped == {
        "broaderRelationsSkillPillar.csv": {GONE: 1},
        "occupationSkillRelations.csv": {"stands twice": 1, GONE: 1},
    }


def test_concepts_that_are_not_released_have_no_label_or_stand_twice_are_left_out(
    zipped: Zipped, classification: Files, relations: Files, holdings: Holdings
):
    head, *rows = classification["skillGroups_en.csv"].decode().splitlines()
    rows += [
        rows[0],
        f"SkillGroup,{S}g8,,,,released,,,x,,",
        f"SkillGroup,{S}g9,old,,,obsolete,,,x,,",
    ]
    classification["skillGroups_en.csv"] = "\n".join([head, *rows]).encode()
    path = zipped("v1.1.1.zip", {**classification, **relations})
    (count,) = [
        one for one in imported([path], holdings).counts if "Groups_en" in one.file and one.skipped
    ]
    assert count.skipped == {"stands twice": 1, "has no label": 1, "is not released": 1}
    assert (count.rows, count.kept) == (5, 2)


def test_esco_1_2_comes_in_one_zip(zipped: Zipped, newer: Files, holdings: Holdings):
    path = zipped("ESCO dataset - v1.2.0 - classification - en - csv.zip", newer)
    one = imported([path], holdings)
    assert one.edition.version == "1.2.0"
    with closing(holdings.open("esco", "1.2.0")) as index:
        joiner = concept(index, "esco", f"{O}o1")
        assert [skill.label for skill in index.linked(joiner, "essential")] == ["joining of metals"]


def test_an_unpacked_folder_is_as_good_as_the_zips(
    esco: list[Path], classification: Files, relations: Files, holdings: Holdings, tmp_path: Path
):
    folder = tmp_path / "ESCO v1.1.1"
    (folder / "relations").mkdir(parents=True)
    for name, data in classification.items():
        (folder / name).write_bytes(data)
    for name, data in relations.items():
        (folder / "relations" / name).write_bytes(data)
    (folder / "checklist.chk").touch()
    assert imported([folder], holdings).already is False
    assert imported(esco, holdings).already is True


@pytest.mark.parametrize("half", [0, 1])
def test_half_of_esco_is_refused_with_the_remedy(esco: list[Path], holdings: Holdings, half: int):
    with pytest.raises(UnsupportedLayout, match=r"ESCO 1\.1 comes in two zips"):
        imported([esco[half]], holdings)


def test_a_missing_column_is_named(
    zipped: Zipped, classification: Files, relations: Files, holdings: Holdings
):
    skills = classification["skills_en.csv"].replace(b"hiddenLabels", b"hidden")
    path = zipped("v1.1.1.zip", {**classification, **relations, "skills_en.csv": skills})
    with pytest.raises(MissingColumns, match=r"skills_en.csv has no column “hiddenLabels”"):
        imported([path], holdings)
    assert list(holdings.folder.iterdir()) == []


def test_a_row_that_breaks_off_is_named_and_nothing_stays(
    zipped: Zipped, classification: Files, relations: Files, holdings: Holdings
):
    needs = relations["occupationSkillRelations.csv"][:-40]
    path = zipped(
        "v1.1.1.zip", {**classification, **relations, "occupationSkillRelations.csv": needs}
    )
    with pytest.raises(UnreadableText, match=r"occupationSkillRelations.csv, line 5 has 3 cells"):
        imported([path], holdings)
    assert list(holdings.folder.iterdir()) == []


def test_relations_of_another_version_do_not_fit(
    zipped: Zipped, classification: Files, relations: Files, holdings: Holdings
):
    lines = b"".join(f"{O}o1,optional,,{S}new{number}\n".encode() for number in range(101))
    relations["occupationSkillRelations.csv"] += lines
    path = zipped("v1.1.1.zip", {**classification, **relations})
    with pytest.raises(MixedVersions, match="102 rows of occupationSkillRelations"):
        imported([path], holdings)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("ESCO dataset - v1.1.2 - classification - en - csv.zip", "1.1.2"),
        ("esco_1.1.1.zip", "1.1.1"),
        ("esco-v1.1.zip", "1.1.0"),
    ],
)
def test_the_name_says_the_version_where_the_content_does_not(
    zipped: Zipped, both: Files, name: str, version: str, holdings: Holdings
):
    assert imported([zipped(name, both)], holdings).edition.version == version


@pytest.mark.parametrize("name", ["esco.zip", "esco-2.0.zip", "esco v1.2.0.zip", "x11.1.1.zip"])
def test_without_a_fitting_name_the_version_must_be_said(
    zipped: Zipped, classification: Files, relations: Files, name: str, holdings: Holdings
):
    path = zipped(name, {**classification, **relations})
    with pytest.raises(VersionNotSaid, match="--version"):
        imported([path], holdings)
    assert imported([path], holdings, "1.1.1-ours").edition.version == "1.1.1-ours"


def test_names_that_say_different_versions_are_refused(
    zipped: Zipped, classification: Files, relations: Files, holdings: Holdings
):
    paths = [zipped("v1.1.0.zip", classification), zipped("v1.1.1.zip", relations)]
    with pytest.raises(MixedVersions, match=r"1.1.0 and 1.1.1"):
        imported(paths, holdings)


def test_other_languages_are_not_taken_for_english(
    zipped: Zipped, newer: Files, holdings: Holdings
):
    files = {name.replace("_en", "_de"): data for name, data in newer.items()}
    with pytest.raises(UnsupportedLayout, match=r"skills_de.csv.*Expected: ESCO \(skills_en.csv"):
        imported([zipped("ESCO v1.2.0.zip", files)], holdings)


@pytest.mark.parametrize(
    ("version", "skills", "occupations", "groups", "links", "dangling"),
    [("1.1.0", 13_891, 3_008, 643, 123_852, 0), ("1.1.1", 13_896, 3_007, 640, 123_855, 75)],
)
def test_the_official_files_have_the_published_counts(  # noqa: PLR0917
    releases: Releases,
    version: str,
    skills: int,
    occupations: int,
    groups: int,
    links: int,
    dangling: int,
):
    one = releases.imported(f"esco-v{version}")
    counts = {count.file: count for count in one.counts}
    assert one.edition.version == version
    assert counts["skills_en.csv"].kept == skills
    assert counts["occupations_en.csv"].kept == occupations
    assert counts["skillGroups_en.csv"].kept == groups
    assert counts["ISCOGroups_en.csv"].kept == 619
    assert counts["occupationSkillRelations.csv"].rows == links
    assert sum(count.rows - count.kept for count in one.counts) == dangling
    assert {reason for count in one.counts for reason in count.skipped} <= {GONE}
    index = releases.index(f"esco-v{version}")
    kinds = dict(index.rows("SELECT kind, count(*) FROM concept GROUP BY kind"))
    assert kinds == {"skill": skills, "occupation": occupations, "group": groups, "unit": 619}
    (zeros,) = index.rows(
        "SELECT count(*) FROM concept WHERE kind = 'occupation' AND type LIKE '0%'"
    )
    assert zeros == (21,)


@pytest.mark.usefixtures("releases")
def test_the_official_files_of_two_versions_do_not_fit(holdings: Holdings):
    zips = [
        next((DATA / f"esco-v{version}").glob(f"*{part} - csv.zip"))
        for version, part in (("1.1.0", "- en"), ("1.1.1", "classification - "))
    ]
    with pytest.raises(MixedVersions, match="rows of broaderRelationsSkillPillar"):
        imported(zips, holdings)
    assert holdings.all() == []
