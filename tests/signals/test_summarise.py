from dataclasses import replace

from needs.answers import Credential, Quantity, Requirement, Skill
from needs.concept import Concept
from signals.summarise import summarise


def told(*needs):
    return {cell.key: dict(cell.contributors) for cell in summarise(needs)}


def test_a_skill_is_counted_overall_and_within_its_occupation(say):
    cells = told(say("ada", "weld"), say("bob", "weld", job="Machinists"))
    assert cells["skill|esco|s/weld"] == {"ada": (1, 1), "bob": (1, 1)}
    assert cells["skill|esco|s/weld|onet|51-4121.00"] == {"ada": (1, 1)}
    assert cells["skill|esco|s/weld|onet|51-4041.00"] == {"bob": (1, 1)}


def test_a_credential_is_counted_by_its_name(say):
    cells = told(say("ada", credentials=["CDL Class A"]))
    assert cells["credential|credential|cdl class a"] == {"ada": (1, 1)}
    assert cells["credential|credential|cdl class a|onet|51-4121.00"] == {"ada": (1, 1)}


def test_a_credential_is_one_however_it_is_written_and_shown_as_most_write_it(say):
    written = {"ada": "AWS D1.1", "bob": "aws d1.1 ", "cy": "AWS  D1.1", "di": "Aws D1.1"}
    cells = summarise([say(group, credentials=[name]) for group, name in written.items()])
    cards = [cell for cell in cells if cell.kind == "credential"]
    assert [cell.contributors.keys() for cell in cards] == [written.keys(), written.keys()]
    assert {cell.concept.label for cell in cards} == {"AWS D1.1"}


def test_sister_companies_have_one_vote(say):
    sister = replace(say("ada", "weld"), employer="Ada West")
    assert told(say("ada", "weld"), sister)["skill|esco|s/weld"] == {"ada": (1, 1)}


def test_hires_of_sister_companies_and_of_two_jobs_add_up(say):
    cells = told(say("ada", hires=(2, 3)), say("ada", hires=(4, 4)), say("bob"))
    assert cells["occupation|onet|51-4121.00"] == {"ada": (6, 7), "bob": (0, 0)}


def test_growth_and_replacement_are_both_hires(say):
    need = replace(say("ada"), growth=Quantity(2, 2), replacement=Quantity(3, 4))
    assert told(need)["occupation|onet|51-4121.00"] == {"ada": (5, 6)}


def test_what_is_not_needed_and_what_is_not_linked_are_not_counted(say):
    weld = Concept("esco", "s/weld", "weld", "1")
    skills = (Skill("weld", weld, Requirement.NOT_REQUIRED), Skill("juggle"))
    licence = Credential("CDL", Requirement.NOT_REQUIRED)
    need = replace(say("ada"), skills=skills, credentials=(licence,))
    assert told(need) == {"occupation|onet|51-4121.00": {"ada": (0, 0)}}


def test_a_preferred_skill_counts(say):
    weld = Concept("esco", "s/weld", "weld", "1")
    need = replace(say("ada", job=None), skills=(Skill("weld", weld, Requirement.PREFERRED),))
    assert told(need) == {"skill|esco|s/weld": {"ada": (1, 1)}}


def test_two_versions_of_a_concept_are_one_cell_under_the_newer_label(say):
    old, new = Concept("esco", "s/1", "weld", "1"), Concept("esco", "s/1", "welding", "2")
    needs = [
        replace(say(group, job=None), skills=(Skill("weld", concept),))
        for group, concept in (("ada", new), ("bob", old))
    ]
    [cell] = summarise(needs)
    assert cell.concept == new


def test_the_order_in_which_groups_answered_leaves_no_trace(say):
    cells = summarise([say("bob", "weld"), say("ada", "weld")])
    assert all(list(cell.contributors) == ["ada", "bob"] for cell in cells)


def test_a_bar_in_a_credential_cannot_make_it_another_cell(say):
    cells = told(say("ada", job=None, credentials=["CDL|onet|51-4121.00"]))
    assert list(cells) == ["credential|credential|cdl%7Conet%7C51-4121.00"]
