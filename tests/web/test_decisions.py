from hypothesis import given
from hypothesis import strategies as st

from needs.answers import Skill
from needs.concept import Concept
from needs.fact import Fact, Given
from web.decisions import decided, needs_of, words_of

WELDER = Concept("onet", "51-4121.00", "Welders", "30.0")
READING = Concept("esco", "esco:reading", "read drawings", "1.1.1")
BUTTON = Given("button", "m1")
TITLE = Fact("role.title", "Fabricator", BUTTON, 0)
CODE = Fact("role.occupation", "51-2041.00", BUTTON, 0)
SKILLS = Fact("role.skills", (Skill("Read  Prints"), Skill("MIG", READING)), BUTTON, 0)


def nothing(_scheme, _uri):
    return None


def test_words_are_the_same_however_they_are_written():
    assert words_of("skill", " Read\n PRINTS ") == ("skill", "read prints")


@given(st.text(), st.sampled_from(["skill", "occupation"]))
def test_naming_words_twice_changes_nothing(text, kind):
    once = words_of(kind, text)[1].casefold()
    assert words_of(kind, once)[1] == words_of(kind, words_of(kind, once)[1])[1]


def test_without_decisions_facts_stay_as_they_are():
    assert decided([TITLE, CODE, SKILLS], {}) == [TITLE, CODE, SKILLS]


def test_a_skill_gets_the_decided_concept_and_keeps_its_quote():
    (fact,) = decided([SKILLS], {("skill", "read prints"): READING, ("skill", "mig"): None})
    assert fact.value == (Skill("Read  Prints", READING), Skill("MIG"))
    assert fact.evidence == BUTTON


def test_a_decided_occupation_takes_the_place_of_the_chosen_one():
    decisions = {("occupation", "fabricator"): WELDER}
    assert decided([TITLE, CODE], decisions) == [
        TITLE,
        Fact("role.occupation", WELDER.uri, Given("person", "m1"), 0),
    ]


def test_a_job_may_be_decided_to_have_no_occupation():
    assert decided([TITLE, CODE], {("occupation", "fabricator"): None}) == [TITLE]


def test_a_decided_occupation_needs_no_taxonomy_to_be_found():
    decisions = {("occupation", "fabricator"): WELDER}
    (need,) = needs_of([[TITLE]], decisions, nothing)
    assert need.occupation == WELDER


def test_a_code_that_is_unknown_leaves_the_job_without_occupation():
    (need,) = needs_of([[TITLE, CODE]], {}, nothing)
    assert need.occupation is None
