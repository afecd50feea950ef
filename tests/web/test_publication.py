from needs.answers import Skill
from signals.release import Draft, NotYet
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
