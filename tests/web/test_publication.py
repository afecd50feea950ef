from dataclasses import replace

from needs.answers import Skill
from signals.release import Draft, NotYet
from storage.ledger import Ledger
from storage.mappings import Mappings
from storage.releases import Releases


def labels(world):
    ready = world.press().draft(world.clock[0])
    assert isinstance(ready, Draft)
    return {signal.concept.label for signal in ready.release.signals}


def test_only_confirmed_answers_are_counted(world):
    for name in ("One", "Two"):
        world.confirm(name)
    world.answer_unfinished("Three")
    assert world.press().draft(world.clock[0]) == NotYet(1)


def test_a_release_names_its_partnership_and_cycle(world):
    for name in ("One", "Two", "Three"):
        world.confirm(name)
    world.release()
    (release,) = Releases(world.tenant).all()
    assert (release.partnership, release.cycle, release.number) == ("Maple Valley", "Fall 2026", 1)
    assert release.at == world.clock[0]


def test_a_decision_changes_what_is_released(world, concept):
    for name in ("One", "Two", "Three"):
        world.confirm(name, (Skill("MIG", None),))
    assert "apply arc welding techniques" not in labels(world)
    mig = concept("esco", "esco:welding")
    Mappings(world.tenant).decide("skill", "mig", mig, "convener", world.clock[0])
    assert "apply arc welding techniques" in labels(world)


def test_a_decision_about_a_title_changes_the_occupation(world, concept):
    for name in ("One", "Two", "Three"):
        world.confirm(name)
    machinist = concept("onet", "51-4041.00")
    Mappings(world.tenant).decide("occupation", "welders", machinist, "me", world.clock[0])
    assert "Machinists" in labels(world)
    assert not any(label.startswith("Welders") for label in labels(world))


def test_the_ledger_stays_behind(world):
    for name in ("One", "Two", "Three"):
        world.confirm(name)
    world.release()
    assert world.press().draft(world.clock[0]) == NotYet(3)


def test_the_ledger_holds_no_company_name(world):
    for name in ("Harlan Tools", "Oak Foundry", "Brandt Trailers"):
        world.confirm(name)
    world.release()
    held = repr(Ledger(world.tenant).entries(world.cycle.id)).casefold()
    assert "esco:reading" in held
    assert not any(word in held for word in ("harlan", "foundry", "brandt", "slack", "interview"))


def test_a_company_under_seal_is_another_in_another_cycle(world):
    world.confirm("Harlan Tools")
    press = world.press()
    [need], [elsewhere] = (
        one.needs() for one in (press, replace(press, cycle=replace(press.cycle, salt="other")))
    )
    assert {need.group, need.source}.isdisjoint({elsewhere.group, elsewhere.source})


def test_a_company_that_answers_twice_counts_once_and_with_its_newest_answer(world):
    world.confirm("Harlan Tools", openings=9)
    world.wait(hours=1)
    world.confirm("Oak Foundry", openings=4)
    world.wait(hours=1)
    world.confirm("Harlan Tools, LLC", openings=6)
    needs = world.press().needs()
    assert [need.employer for need in needs] == ["Oak Foundry", "Harlan Tools, LLC"]
    world.wait(hours=1)
    world.confirm("Harlan Tools", openings=7)
    assert [need.openings.lo for need in world.press().needs()] == [4, 7]
    assert world.press().draft(world.clock[0]) == NotYet(1)
