from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[..., dict[str, Any]]
COMPANY = ("employer.name", "employer.parent", "respondent.role")
PLACE = ("employer.area", "employer.size", "employer.industry")


@pytest.mark.parametrize(
    ("words", "slot", "value"),
    [
        ("I'm the plant manager", "respondent.role", "plant manager"),
        ("company is Ironvale Fabrication", "employer.name", "Ironvale Fabrication"),
        ("We belong to Astrelle Industries", "employer.parent", "Astrelle Industries"),
        ("Kenosha County and Racine County", "employer.area", ["Kenosha County", "Racine County"]),
        ("the Dayton and Springfield plants", "employer.area", ["Dayton", "Springfield"]),
        ("just welders", "roles", ["welders"]),
        ("MIG welders, grinders", "role.tools", ["MIG welders", "grinders"]),
        ("word of mouth and Indeed", "role.sources", ["word of mouth", "Indeed"]),
        ("no bus out here after 6pm", "barriers", "no bus out here after 6pm"),
    ],
)
def test_an_answer_in_own_words_is_kept(values: Values, words: str, slot: str, value: Any) -> None:
    assert values(words, slot)[slot] == value


@pytest.mark.parametrize("joint", ["; ", ". ", "\n", ", and "])
def test_the_pieces_of_an_answer_find_their_slots(values: Values, joint: str) -> None:
    found = values(joint.join(("plant manager", "no parent", "Ironvale Fabrication")), *COMPANY)
    assert found["respondent.role"] == "plant manager"
    assert found["employer.name"] == "Ironvale Fabrication"
    assert found["employer.parent"] == {"answer": "not_applicable"}


@pytest.mark.parametrize("joint", ["; ", ". ", "\n", ", and "])
def test_a_number_finds_its_slot_among_the_words(values: Values, joint: str) -> None:
    found = values(joint.join(("metal fabrication", "46", "Butler County")), *PLACE)
    assert found["employer.size"]["lo"] == 46
    assert found["employer.area"] == ["Butler County"]
    assert found["employer.industry"]["text"] == "metal fabrication"


def test_free_text_is_not_guessed(values: Values) -> None:
    assert values("it was a busy spring and everybody is tired") == {}


def test_a_company_is_heard_where_it_is_plainly_named(values: Values) -> None:
    found = values("Halvorsen Stamping, we're owned by the Brightmoor Group")
    assert found["employer.name"] == "Halvorsen Stamping"
    assert found["employer.parent"] == "Brightmoor Group"


def test_a_pasted_job_description_is_read_like_any_text(values: Values) -> None:
    found = values(
        "Machine Operator\nOakmill Plastics is hiring in Rock County.\nWhat you need:\n"
        "• OSHA 10 card (required)\n• 1+ year experience preferred\n"
        "$19.00 - $21.50 / hour. Full-time, evening shift\nCall 616-555-0142",
        "role.duties",
    )
    assert found["employer.name"] == "Oakmill Plastics"
    assert found["employer.area"] == ["Rock County"]
    assert found["role.experience"] == {"lo": 12, "hi": None, "requirement": "preferred"}
    assert found["role.pay"]["hi"] == 21.5
    assert found["role.schedule"] == ["evenings", "full_time"] or set(found["role.schedule"]) == {
        "evenings",
        "full_time",
    }
