"""The differences of official versions, where their files are."""

import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from taxonomy.difference import Difference, difference
from taxonomy.edition import Kind
from taxonomy.index import Index
from taxonomy.succession import Passage
from taxonomy.successors import Successors
from tests.taxonomy.made import Said, opened
from tests.taxonomy.releases import DATA, Releases

DERIVED = DATA / "esco-v1.2.0-derived"


@pytest.fixture(scope="module")
def first(releases: Releases) -> Index:
    return releases.index("esco-v1.1.0")


@pytest.fixture(scope="module")
def second(releases: Releases) -> Index:
    return releases.index("esco-v1.1.1")


@pytest.fixture(scope="module")
def third(second: Index, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The skills of 1.2.0; where the table has run the label into the text it is the old one."""
    with (DERIVED / "skills_derived.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    old = {one.concept.uri: one.concept.label for one in second.concepts("skill")}
    labels = [
        " ".join(row["preferredLabel"].split()) or old.get(row["conceptUri"], "?") for row in rows
    ]
    said = [Said(row["conceptUri"], label) for row, label in zip(rows, labels, strict=True)]
    with closing(opened(tmp_path_factory.mktemp("derived"), "1.2.0", *said)) as index:
        yield index


@pytest.fixture(scope="module")
def small_step(first: Index, second: Index) -> Difference:
    return difference(first, second)


@pytest.fixture(scope="module")
def large_step(second: Index, third: Index) -> Difference:
    return difference(second, third).of("skill")


def sizes(found: Difference, kind: Kind) -> dict[str, int]:
    part = found.of(kind)
    names = ("removed", "added", "relabelled", "retyped", "recoded", "renamed")
    return {name: len(getattr(part, name)) for name in names if getattr(part, name)}


def test_from_1_1_0_to_1_1_1_five_groups_became_skills_and_no_skill_has_gone(
    small_step: Difference,
) -> None:
    skills = {"added": 5, "relabelled": 2, "retyped": 7, "renamed": 4}
    assert sizes(small_step, "skill") == skills
    assert {one.concept.uri for one in small_step.of("skill").added} == {
        one.new.concept.uri for one in small_step.of("group").retyped
    }


def test_from_1_1_0_to_1_1_1_most_groups_have_another_address_under_the_same_code(
    small_step: Difference,
) -> None:
    groups = {"removed": 423, "added": 420, "retyped": 5, "recoded": 410}
    assert sizes(small_step, "group") == groups
    assert all(one.old.code == one.new.code != "" for one in small_step.recoded)


def test_from_1_1_0_to_1_1_1_one_occupation_has_gone(small_step: Difference) -> None:
    (gone,) = small_step.of("occupation").removed
    assert gone.concept.label == "therapeutic radiographer"
    assert small_step.of("occupation").added == ()


def test_from_1_1_1_to_1_2_0_the_numbers_are_those_of_the_derived_table(
    large_step: Difference,
) -> None:
    counts = sizes(large_step, "skill")
    assert (counts["removed"], counts["added"], counts["relabelled"]) == (194, 237, 105)


def test_no_removal_and_only_ten_other_labels_are_certain(
    second: Index, third: Index, large_step: Difference
) -> None:
    passage = Passage(third, second, large_step)
    gone = [passage.judge(one.concept, "skill") for one in large_step.removed[::8]]
    assert not any(one.heir for one in gone)
    mended = [
        one.new.concept.label
        for one in large_step.relabelled
        if passage.judge(one.old.concept, "skill").heir
    ]
    assert len(mended) == 10
    assert "maintain freelance database" not in mended
    assert {"install radiators", "think innovatively", "lean project management"} <= set(mended)


def test_most_new_labels_would_be_suggested_without_their_address(
    third: Index, large_step: Difference
) -> None:
    sample = large_step.relabelled[::5]
    found = 0
    for one in sample:
        told = Successors(third).of(replace(one.old.concept, uri="unknown"), "skill")
        found += one.new.concept in [some.concept for some in told]
    assert found >= 0.8 * len(sample), f"{found} of {len(sample)}"
