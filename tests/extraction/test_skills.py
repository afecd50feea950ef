from collections.abc import Callable

import pytest

from needs.message import Reading

Read = Callable[..., Reading]


def quotes(reading: Reading) -> list[str]:
    return [fact.evidence.quote for fact in reading.facts if fact.slot == "role.skills"]


@pytest.mark.parametrize(
    ("words", "skills"),
    [
        ("bend pipe, pull wire, make up a panel", ["bend pipe", "pull wire", "make up a panel"]),
        ("must be able to read prints and use a micrometer", ["read prints", "use a micrometer"]),
        ("• take orders\n• handle cash", ["take orders", "handle cash"]),
        ("welding / grinding", ["welding", "grinding"]),
        ("Python required", ["Python"]),
        ("they gotta know hydraulics", ["hydraulics"]),
    ],
)
def test_every_phrase_of_an_answer_about_skills_is_kept(
    read: Read, words: str, skills: list[str]
) -> None:
    assert quotes(read(words, "role.skills")) == skills


@pytest.mark.parametrize(
    "words",
    [
        "19.75 to start, 21 after 90 days",
        "background check, OSHA 10 card, over 21",
        "no idea",
        "we had a guy from the college last yr",
        "HS diploma or GED",
        "third shift",
    ],
)
def test_what_is_no_skill_is_kept_out(read: Read, words: str) -> None:
    assert quotes(read(words, "role.skills")) == []


def test_known_skills_are_found_where_nothing_was_asked(read: Read) -> None:
    assert quotes(read("need brazing, reading blueprints is not known, MIG welds")) == [
        "brazing",
        "MIG welds",
    ]


def test_a_job_that_sounds_like_a_skill_is_none(read: Read) -> None:
    assert quotes(read("our Python developers are leaving")) == []
