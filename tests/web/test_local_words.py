from dataclasses import replace

import pytest

from needs.answers import Credential, NoAnswer, Skill, Unanswered
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.local import LocalName, own_concept
from needs.succession import Heirs, bare, identity
from tests.web.world import MACHINIST, NOON, READING, WELDER, WELDING
from web.local_words import filled, in_force, own_meanings

BUTTON = Given("button", "m1")
TITLE = Fact("role.title", "the Mazak hands", BUTTON, 0)


def name(words: str, concept: Concept, kind: str = "skill") -> LocalName:
    return LocalName(1, kind, words, concept, NOON)


def skills(*of: Skill) -> list[Fact]:
    return [Fact("role.skills", of, BUTTON, 0)]


def concepts(facts: list[Fact]) -> list[Concept | None]:
    return [skill.concept for fact in facts for skill in fact.value]


def test_the_exact_words_get_their_concept_whatever_was_linked_before():
    facts = skills(Skill("The  MAZAK"), Skill("Mazak", READING), Skill("Mazak parts", READING))
    found = concepts(filled(facts, [name("the Mazak", WELDING)]))
    assert found == [WELDING, WELDING, READING]


def test_words_of_another_kind_change_nothing():
    facts = skills(Skill("Mazak"))
    assert filled(facts, [name("Mazak", WELDING, "credential")]) == facts


def test_a_job_title_without_an_occupation_gets_one():
    facts = filled([TITLE], [name("Mazak hands", MACHINIST, "occupation")])
    assert [(f.value, f.evidence) for f in facts if f.slot == "role.occupation"] == [
        (MACHINIST.uri, Given("person", "m1"))
    ]


@pytest.mark.parametrize("unsaid", list(NoAnswer))
def test_who_did_not_choose_an_occupation_gets_one_as_well(unsaid):
    none = Fact("role.occupation", Unanswered(unsaid), BUTTON, 0)
    facts = filled([TITLE, none], [name("Mazak hands", MACHINIST, "occupation")])
    assert [f.value for f in facts if f.slot == "role.occupation"] == [MACHINIST.uri]


def test_an_occupation_that_the_employer_chose_stays():
    facts = [TITLE, Fact("role.occupation", WELDER.uri, BUTTON, 0)]
    assert filled(facts, [name("Mazak hands", MACHINIST, "occupation")]) == facts


def test_each_job_is_filled_for_itself():
    other = Fact("role.title", "Mazak hands", BUTTON, 1)
    chosen = Fact("role.occupation", WELDER.uri, BUTTON, 0)
    facts = filled([TITLE, chosen, other], [name("Mazak hands", MACHINIST, "occupation")])
    codes = {f.role: f.value for f in facts if f.slot == "role.occupation"}
    assert codes == {0: WELDER.uri, 1: MACHINIST.uri}


def test_a_certificate_is_known_by_the_name_that_its_words_stand_for():
    facts = [Fact("role.credentials", (Credential("maz card"),), BUTTON, 0)]
    card = own_concept(1, "credential", "Mazak operator card")
    found = filled(facts, [name("Maz card", card, "credential")])
    assert [one.name for fact in found for one in fact.value] == ["Mazak operator card"]


def test_own_concepts_are_offered_for_words_like_theirs():
    names = [name("Mazak", WELDING), name("the Mazak cell", WELDING), name("brake", READING)]
    assert own_meanings(names, "skill", "mazak") == [WELDING]
    assert own_meanings(names, "skill", " ") == []
    assert own_meanings(names, "occupation", "mazak") == []


def test_own_words_follow_what_took_the_place_of_their_concept():
    newer, heir = replace(WELDING, version="1.2.0"), replace(MACHINIST, version="31.0")
    heirs = Heirs({identity(WELDING): newer, identity(bare(WELDER.uri)): heir})
    assert in_force(name("Mazak", WELDING), heirs).concept == newer
    assert in_force(name("Mazak hand", WELDER, "occupation"), heirs).concept == heir
    gone = Heirs({identity(WELDING): None})
    assert in_force(name("Mazak", WELDING), gone).concept == WELDING
