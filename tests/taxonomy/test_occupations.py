import pytest

from needs.concept import Concept
from taxonomy.edition import NameKind
from taxonomy.index import Name
from taxonomy.occupations import Occupations

FITTER = Concept("onet", "49-9041.00", "Industrial Machinery Mechanics", "29.0")
NURSE = Concept("onet", "29-1141.00", "Registered Nurses", "29.0")
ACUTE = Concept("onet", "29-1141.01", "Acute Care Nurses", "29.0")
OTHER = Concept("onet", "29-1299.00", "Healthcare Practitioners, All Other", "29.0")


def said(concept: Concept, *texts: str, kind: NameKind = "alt") -> list[Name]:
    label = Name(concept, concept.label, "pref")
    return [label, *(Name(concept, text, kind) for text in texts)]


def many(title: str, count: int) -> list[Name]:
    concepts = (Concept("onet", f"51-{n}.00", f"Machine {n} Tenders", "29.0") for n in range(count))
    return [name for concept in concepts for name in said(concept, title)]


NAMES = [
    *said(FITTER, "Maintenance Mechanic", "Plant Mechanic", "Mechanic"),
    *said(NURSE, "Registered Nurse (RN)", "Operating Room Nurse (OR Nurse)", "Charge Nurse"),
    *said(ACUTE, "Charge Nurse", "Critical Care Nurse"),
    *said(OTHER, "Charge Nurse"),
]


@pytest.fixture
def occupations() -> Occupations:
    return Occupations.of(NAMES)


def codes(occupations: Occupations, title: str) -> list[str]:
    return [one.concept.uri for one in occupations.meanings(title).links]


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("OR nurses", NURSE),
        ("RN - nights", NURSE),
        ("charge RN", NURSE),
        ("maintenence mechanic II", FITTER),
        ("Mechanics, Plant", FITTER),
        ("$30/hr maintenance mechanic", FITTER),
    ],
)
def test_official_titles_explain_what_is_typed(
    occupations: Occupations, title: str, concept: Concept
) -> None:
    assert codes(occupations, title)[0] == concept.uri


def test_of_equals_the_common_one_is_first_and_the_rest_last(occupations: Occupations) -> None:
    assert codes(occupations, "charge nurse") == [NURSE.uri, ACUTE.uri, OTHER.uri]


@pytest.mark.parametrize("title", ["", "mechanic", "see my website", "$25/hr", "night shift", "?"])
def test_what_says_too_little_means_nothing(occupations: Occupations, title: str) -> None:
    assert codes(occupations, title) == []


def test_a_title_that_many_occupations_have_is_a_lottery() -> None:
    found = Occupations.of(many("Machine Operator", 9)).meanings("machine operators")
    assert len(found.links) == 3
    assert found.ambiguous


def test_a_title_that_few_have_is_none(occupations: Occupations) -> None:
    assert not occupations.meanings("charge nurse").ambiguous
    assert not occupations.meanings("").ambiguous


def test_our_own_phrase_wins_over_official_titles() -> None:
    tenders = many("Machine Operator", 9)
    ours = Name(FITTER, "machine operator", "phrase")
    found = Occupations.of([*tenders, *said(FITTER), ours], [ours]).meanings("machine operator")
    assert found.links[0].concept == FITTER
    assert not found.ambiguous


def test_scores_fall_and_stay_between_0_and_1(occupations: Occupations) -> None:
    scores = [one.score for one in occupations.meanings("charge nurse", top=10).links]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < one <= 1 for one in scores)


def test_no_names_mean_nothing() -> None:
    assert Occupations.of([]).meanings("welder").links == ()
