from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.draft import Entry, drafting, finish
from taxonomy.edition import About, Edition
from taxonomy.index import Index

MIG = "http://data.europa.eu/esco/skill/aaa"
GRINDING = "http://data.europa.eu/esco/skill/zzz"


def imported(target: Path, edition: Edition, *entries: Entry) -> Index:
    with drafting(target) as draft:
        for entry in entries:
            draft.add(entry, {"alt": ["a further name"]})
        finish(draft, About(edition, "0"))
    return Index.open(target)


@pytest.fixture
def both(index: Index, tmp_path: Path) -> Iterator[Concepts]:
    esco = imported(
        tmp_path / "esco.sqlite",
        Edition("esco", "1.2.0", "ESCO", "", "This service uses the ESCO classification."),
        Entry("skill", Concept("esco", MIG, "operate MIG welding equipment", "1.2.0")),
        Entry("skill", Concept("esco", GRINDING, "grind metal", "1.2.0")),
        Entry("occupation", Concept("esco", "http://occupation", "welder", "1.2.0")),
    )
    with closing(Concepts(index, {"esco": esco})) as concepts:
        yield concepts


def test_the_official_label_and_version_win(both: Concepts) -> None:
    expected = Concept("esco", MIG, "operate MIG welding equipment", "1.2.0")
    assert both.find("esco", MIG) == expected


def test_what_the_official_scheme_lacks_stays_as_the_starter_has_it(both: Concepts) -> None:
    assert both.find("onet", "31-9097.00") == Concept("onet", "31-9097.00", "Phlebotomists", "29.0")
    assert both.find("esco", "http://nowhere") is None


def test_our_label_and_phrases_are_further_names_of_the_official_concept(both: Concepts) -> None:
    names = [name for name in both.named("skill") if name.concept.uri == MIG]
    assert {name.concept for name in names} == {both.find("esco", MIG)}
    assert [(name.text, name.kind) for name in names] == [
        ("operate MIG welding equipment", "pref"),
        ("a further name", "alt"),
        ("MIG welding", "phrase"),
        ("MIG", "phrase"),
        ("GMAW", "phrase"),
        ("wire feed welding", "phrase"),
    ]
    assert both.names(names[0].concept) == names


def test_answers_are_linked_to_official_skills_and_to_our_own(both: Concepts) -> None:
    labels = {name.concept.label for name in both.named("skill")}
    assert {"grind metal", "Lockout/tagout"} <= labels


def test_occupations_of_esco_are_no_answers_to_a_job_title(both: Concepts) -> None:
    assert {name.concept.scheme for name in both.named("occupation")} == {"onet"}


def test_typical_skills_are_given_as_they_are_known_now(both: Concepts) -> None:
    labels = [skill.label for skill in both.skills_of("51-4121.00")]
    assert labels == ["TIG welding", "operate MIG welding equipment"]


def test_free_text_is_searched_for_our_phrases_alone(both: Concepts) -> None:
    assert "wire feed welding" in both.phrases("skill")
    assert "grind metal" not in both.phrases("skill")


def test_an_imported_scheme_speaks_for_itself_in_the_credits(both: Concepts) -> None:
    onet, esco = both.attributions
    assert "O*NET 29.0 Database" in onet
    assert esco == "This service uses the ESCO classification."


def test_what_answers_are_linked_to_can_be_told_from_anything_else(
    both: Concepts, index: Index, tmp_path: Path
) -> None:
    naics = imported(tmp_path / "naics.sqlite", Edition("naics", "2022", "NAICS", "", ""))
    with_naics = Concepts(index, {**both.official, "naics": naics})
    assert both.fingerprint == with_naics.fingerprint != Concepts(index).fingerprint
    naics.close()
