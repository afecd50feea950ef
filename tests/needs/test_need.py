import pytest

from needs.answers import NoAnswer, Quantity, Skill, Unanswered
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.need import Need, assemble, group_of

GIVEN = Given("form", "m")


def test_a_parent_company_names_the_group():
    assert group_of("Ironvale Fabrication, Inc.", None) == "ironvalefabrication"
    assert group_of("Tollgate Stamping", "Brandvale Industries LLC") == "brandvaleindustries"


def test_each_job_becomes_a_need():
    facts = [
        Fact("employer.name", "Ironvale", GIVEN),
        Fact("employer.parent", Unanswered(NoAnswer.NOT_APPLICABLE), GIVEN),
        Fact("role.title", "welders", GIVEN, 0),
        Fact("role.occupation", "51-4121.00", GIVEN, 0),
        Fact("role.skills", (Skill("MIG"),), GIVEN, 0),
        Fact("role.skills", (Skill("TIG"),), GIVEN, 0),
        Fact("role.title", "painters", GIVEN, 1),
        Fact("role.headcount", Unanswered(NoAnswer.DONT_KNOW), GIVEN, 1),
    ]
    welders, painters = assemble(facts, lambda code: Concept("onet", code, "Welders", "29.0"))
    assert (welders.employer, welders.group, welders.title) == ("Ironvale", "ironvale", "welders")
    assert welders.occupation == Concept("onet", "51-4121.00", "Welders", "29.0")
    assert [skill.quote for skill in welders.skills] == ["MIG", "TIG"]
    assert (welders.company, painters.company) == ("ironvale", "ironvale")
    assert painters.headcount is None


@pytest.mark.parametrize(
    ("growth", "replacement", "openings", "hires"),
    [
        (Quantity(1, 2), Quantity(3, 3), None, Quantity(4, 5)),
        (Quantity(1, None), None, None, Quantity(1, 1)),
        (None, None, Quantity(None, 8, True), Quantity(8, 8, True)),
        (Quantity(2, 2), None, Quantity(9, 9), Quantity(2, 2)),
        (None, None, None, None),
    ],
)
def test_hires_are_the_sum_of_the_split_or_what_was_said_as_a_sum(
    growth, replacement, openings, hires
):
    assert (
        Need("A", "a", "t", growth=growth, replacement=replacement, openings=openings).hires
        == hires
    )
