from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[..., dict[str, Any]]
BOTH = ("consent.participate", "consent.named")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("yes", True),
        ("sure, why not", True),
        ("happy to", True),
        ("go for it", True),
        ("no thanks", False),
        ("not interested", False),
        ("no. hmm actually yes", True),
    ],
)
def test_yes_and_no_are_read(values: Values, words: str, meant: bool) -> None:
    assert values(words, "consent.participate")["consent.participate"] is meant


@pytest.mark.parametrize(
    ("words", "participate", "named"),
    [
        ("yes", True, True),
        ("ok go ahead but dont put our name on anything", True, False),
        ("yep happy to. you can use our name too", True, True),
        ("no, keep our name out; yes", True, False),
        ("yes, and no", True, False),
    ],
)
def test_taking_part_and_being_named_are_two_answers(
    values: Values, words: str, participate: bool, named: bool
) -> None:
    found = values(words, *BOTH)
    assert (found["consent.participate"], found["consent.named"]) == (participate, named)


def test_consent_is_never_read_where_it_was_not_asked(values: Values) -> None:
    assert values("yes, use our name") == {}


def test_reviewing_a_syllabus_is_enough(values: Values) -> None:
    found = values("no time for meetings but send me the syllabus", "codesign")
    assert found["codesign"] is True
