from collections.abc import Callable
from typing import Any

from needs.command import Command
from needs.message import Reading

Values = Callable[..., dict[str, Any]]
FOUR = ("role.credentials", "role.education", "role.experience", "role.screens")


def test_none_answers_everything_that_was_asked_and_may_be_none(values: Values) -> None:
    found = values("none", *FOUR)
    assert found["role.credentials"] == []
    assert found["role.screens"] == []
    assert found["role.education"]["level"] == "none"
    assert found["role.experience"]["hi"] == 0


def test_none_beside_an_answer_is_for_the_others(values: Values) -> None:
    found = values("drug test; none", *FOUR)
    assert found["role.screens"] == ["drug_test"]
    assert found["role.credentials"] == []


def test_a_refusal_alone_is_a_command(read: Callable[..., Reading]) -> None:
    reading = read("no idea", "role.pay", "role.headcount")
    assert reading.commands == (Command.DONT_KNOW,)
    assert reading.facts == ()


def test_a_refusal_beside_an_answer_marks_what_it_refuses(values: Values) -> None:
    found = values("no clue on pay, but 19 on staff", "role.pay", "role.headcount")
    assert found["role.pay"] == {"answer": "dont_know"}
    assert found["role.headcount"]["lo"] == 19


def test_a_company_without_parent_has_none(values: Values) -> None:
    assert values("no, family owned", "employer.parent") == {
        "employer.parent": {"answer": "not_applicable"}
    }


def test_none_is_never_said_of_what_was_not_asked(values: Values) -> None:
    assert values("none") == {}
