"""Companies, who speaks for them and where they are, in sentences as people write them."""

from datetime import datetime

import pytest

from extraction.lexicon import Lexicon
from extraction.reader import Reader
from needs.answers import Industry, NoAnswer, Quantity, Unanswered
from needs.message import Message

NAMING = ("employer.name", "employer.parent", "respondent.role")
PLACING = ("employer.area", "employer.size", "employer.industry")
NONE = Unanswered(NoAnswer.NOT_APPLICABLE)
STORY = (
    "Well we're Bluff Creek Fabrication over on the north side of Dubuque, about 85 people, we "
    "can't find welders, need eight of them by spring and they have to read prints"
)


@pytest.fixture(scope="module")
def read():
    reader = Reader(Lexicon(titles=("CNC machinists", "maintenance techs")))

    def read(text, *asked):
        reading = reader.read(Message("m", "c", text, datetime(2026, 11, 24)), asked)
        return {fact.slot: fact.value for fact in reading.facts}

    return read


@pytest.mark.parametrize(
    ("text", "name", "job"),
    [
        (
            "Our company is Riverbend Machine. We are not part of a group. I am the HR manager.",
            "Riverbend Machine",
            "HR manager",
        ),
        (
            "Riverbend Machine Co, not part of a group, I'm the HR manager",
            "Riverbend Machine Co",
            "HR manager",
        ),
        (
            "We are Pinecrest Fabricating, independent, I run HR",
            "Pinecrest Fabricating",
            "I run HR",
        ),
        (
            "Farrowgate Tool and Die. not part of any group. I'm the owner",
            "Farrowgate Tool and Die",
            "owner",
        ),
    ],
)
def test_one_sentence_answers_three_questions(read, text, name, job):
    said = read(text, *NAMING)
    assert (said["employer.name"], said["employer.parent"], said["respondent.role"]) == (
        name,
        NONE,
        job,
    )


@pytest.mark.parametrize("text", ["CNC machinists and maintenance techs", "we pay 22 to 28", "no"])
def test_what_is_no_company_is_not_taken_for_one(read, text):
    assert "employer.name" not in read(text, *NAMING)


def test_a_sister_names_its_group(read):
    said = read(
        "Slagbridge Foundry. Brandvale Industries owns us. maintenance superintendent", *NAMING
    )
    assert (said["employer.name"], said["employer.parent"]) == (
        "Slagbridge Foundry",
        "Brandvale Industries",
    )


def test_place_size_and_trade_stand_between_commas(read):
    said = read("Butler County, 46 people, metal fab", *PLACING)
    assert said == {
        "employer.area": ("Butler County",),
        "employer.size": Quantity(46, 46),
        "employer.industry": Industry("metal fab"),
    }


@pytest.mark.parametrize("text", ["no", "k"])
def test_a_grunt_says_nothing_of_a_company(read, text):
    assert read(text, *PLACING) == {}


def test_consent_is_never_read_out_of_the_middle_of_a_story(read):
    assert "consent.named" not in read(STORY, "consent.named")
    assert "consent.participate" not in read(STORY, "consent.participate")
    assert read(f"Yes, go ahead. {STORY}", "consent.participate")["consent.participate"] is True


def test_the_number_that_is_not_meant_is_no_fact(read):
    assert read("we will hire 6, not 5", "role.openings")["role.openings"] == Quantity(6, 6)


@pytest.mark.parametrize("text", ["I don't want this any more, stop", "I want to stop here"])
def test_a_wish_to_stop_is_heard(read, text):
    reader = Reader(Lexicon())
    message = Message("m", "c", text, datetime(2026, 11, 24))
    assert "pause" in reader.read(message, ("role.start",)).commands
