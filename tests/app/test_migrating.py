from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.installation import Installation
from app.migrating import compare, lines, migrate
from app.settings import Settings
from needs.answers import Skill
from needs.concept import Concept
from needs.succession import bare
from storage.local_names import LocalNames
from storage.mappings import Mappings
from storage.register import Register
from storage.successions import Successions
from taxonomy.errors import UnknownVersion
from tests.taxonomy.made import Said, made
from tests.web.world import NOON, WELDER, World, world_in

WELD, BLOW, READ = (
    Concept("esco", *said, "1")
    for said in (("weld", "weld metal"), ("blow", "tend blower"), ("read", "read drawing"))
)
ESCO = {
    "1": [Said("weld", "weld metal"), Said("blow", "tend blower"), Said("read", "read drawing")],
    "2": [
        Said("weld", "weld metal"),
        Said("read", "read drawings"),
        Said("fan", "tend asbestos blower"),
    ],
    "3": [
        Said("weld", "weld metal by hand"),
        Said("fan", "tend asbestos blower"),
        Said("blow", "tend blower"),
    ],
}
SKILLS = tuple(Skill(one.label, one) for one in (WELD, BLOW, READ))


@pytest.fixture
def installation(tmp_path: Path, sqlite_url: str) -> Installation:
    settings = Settings(home=tmp_path / "home", database_url=SecretStr(sqlite_url))
    found = Installation(settings, lambda: NOON)
    for version, said in ESCO.items():
        made(found.holdings.path("esco", version), version, said)
    found.holdings.use("esco", "1")
    return found


@pytest.fixture
def world(installation: Installation) -> World:
    return world_in(installation.database)


@pytest.fixture
def successions(world: World) -> Successions:
    return Successions(world.tenant)


def told(successions: Successions) -> list[tuple[str, str, str, str]]:
    keys = [(one.proposal.old, one.target, one.status) for one in successions.standing()]
    return sorted((old.uri, old.version, target, status) for old, target, status in keys)


def now_called(successions: Successions, *concepts: Concept) -> list[str]:
    found = [successions.heirs().of(one) for one in concepts]
    return [f"{one.label} {one.version}" if one else "" for one in found]


def test_what_is_certain_is_carried_over_and_the_rest_is_asked(installation, world, successions):
    world.confirm("One", SKILLS)
    migrate(installation, "esco", "2")
    assert told(successions) == [
        ("blow", "1", "2", "open"),
        ("read", "1", "2", "certain"),
        ("weld", "1", "2", "certain"),
    ]
    called = now_called(successions, WELD, BLOW, READ)
    assert called == ["weld metal 2", "tend blower 1", "read drawings 2"]
    assert installation.holdings.in_use() == {"esco": "2"}


def test_what_is_asked_comes_with_suggestions(installation, world, successions):
    world.confirm("One", SKILLS)
    migrate(installation, "esco", "2")
    (asked,) = [one for one in successions.standing() if one.status == "open"]
    assert [one.concept.uri for one in asked.proposal.suggestions] == ["fan"]


def test_answers_decisions_and_own_words_are_carried_over_and_stay_as_they_are(
    installation, world, successions
):
    conversation = world.confirm("One", (Skill("torch", WELD),))
    Mappings(world.tenant).decide("skill", "prints", READ, "convener", NOON)
    LocalNames(world.tenant).add("skill", "puffer", BLOW, "convener", NOON)
    before = [
        world.intake.facts(conversation),
        Mappings(world.tenant).history(),
        LocalNames(world.tenant).all(),
    ]
    migrate(installation, "esco", "2")
    assert [one[0] for one in told(successions)] == ["blow", "read", "weld"]
    after = [
        world.intake.facts(conversation),
        Mappings(world.tenant).history(),
        LocalNames(world.tenant).all(),
    ]
    assert after == before


def test_a_dry_run_changes_nothing_and_says_what_would_be(installation, world, successions):
    world.confirm("One", SKILLS)
    said = lines(migrate(installation, "esco", "2", dry_run=True))
    assert said == [
        "esco 1 → 2",
        "Maple Valley: 2 would be carried over, 1 would be left to review",
        "  to review: tend blower",
        "Nothing was changed.",
    ]
    assert (told(successions), installation.holdings.in_use()) == ([], {"esco": "1"})


def test_a_second_run_changes_nothing(installation, world, successions):
    world.confirm("One", SKILLS)
    migrate(installation, "esco", "2")
    before = successions.history()
    again = migrate(installation, "esco", "2")
    assert successions.history() == before
    assert "0 carried over, 1 left to review" in lines(again)[1]


def test_a_second_run_takes_along_what_was_answered_meanwhile(installation, world, successions):
    migrate(installation, "esco", "2")
    world.confirm("One", (Skill("weld", WELD),))
    migrate(installation, "esco", "2")
    assert now_called(successions, WELD) == ["weld metal 2"]


def test_what_a_person_decided_is_not_asked_again_and_goes_on(installation, world, successions):
    world.confirm("One", SKILLS)
    migrate(installation, "esco", "2")
    (asked,) = [one for one in successions.standing() if one.status == "open"]
    successions.decide(asked.id, asked.proposal.suggestions[0].concept, "convener", NOON)
    migrate(installation, "esco", "2")
    assert successions.waiting() == 0
    migrate(installation, "esco", "3")
    assert now_called(successions, BLOW) == ["tend asbestos blower 3"]


@pytest.mark.parametrize("heir", [None, BLOW])
def test_what_a_person_left_without_heir_or_kept_stays_so(installation, world, successions, heir):
    world.confirm("One", (Skill("blow", BLOW),))
    migrate(installation, "esco", "2")
    successions.decide(successions.standing()[0].id, heir, "convener", NOON)
    migrate(installation, "esco", "3")
    assert told(successions) == [("blow", "1", "2", "decided")]


def test_chains_lead_over_several_versions(installation, world, successions):
    world.confirm("One", (Skill("read", READ), Skill("weld", WELD)))
    migrate(installation, "esco", "2")
    migrate(installation, "esco", "3")
    assert told(successions) == [
        ("read", "1", "2", "certain"),
        ("read", "2", "3", "open"),
        ("weld", "1", "2", "certain"),
        ("weld", "2", "3", "open"),
    ]
    assert now_called(successions, READ) == ["read drawings 2"]


def test_a_question_is_asked_anew_about_a_later_version(installation, world, successions):
    world.confirm("One", (Skill("blow", BLOW),))
    migrate(installation, "esco", "2")
    migrate(installation, "esco", "3")
    assert told(successions) == [("blow", "1", "3", "certain")], "it is back in version 3"


def test_going_back_gives_every_concept_its_own_version_again(installation, world, successions):
    world.confirm("One", SKILLS)
    migrate(installation, "esco", "2")
    newer = Concept("esco", "fan", "tend asbestos blower", "2")
    world.confirm("Two", (Skill("fan", newer),))
    migrate(installation, "esco", "1")
    assert installation.holdings.in_use() == {"esco": "1"}
    called = now_called(successions, WELD, BLOW, READ)
    assert called == ["weld metal 1", "tend blower 1", "read drawing 1"]
    assert told(successions) == [("fan", "2", "1", "open")]
    migrate(installation, "esco", "2")
    assert now_called(successions, WELD, newer) == ["weld metal 2", "tend asbestos blower 2"]


def test_back_and_forth_a_newer_answer_keeps_its_place(installation, world, successions):
    newer = replace(WELD, version="2")
    world.confirm("One", (Skill("weld", WELD), Skill("welds", newer)))
    for version, called in (("2", 2), ("1", 1), ("2", 2), ("1", 1)):
        migrate(installation, "esco", version)
        assert now_called(successions, WELD, newer) == [f"weld metal {called}"] * 2


def test_every_partnership_is_looked_after(installation, world):
    world.confirm("One", SKILLS)
    other = Register(installation.database).found("Care in the hills")
    tenant = installation.database.tenant(other.id)
    LocalNames(tenant).add("skill", "puffer", BLOW, "convener", NOON)
    said = lines(migrate(installation, "esco", "2"))
    assert "Care in the hills: 0 carried over, 1 left to review" in said
    assert Successions(tenant).waiting() == 1


def test_another_scheme_is_left_alone(installation, world, successions):
    world.confirm("One", (Skill("own", Concept("local", "local:skill/weld", "weld", "2")),))
    migrate(installation, "esco", "2")
    assert told(successions) == []


def test_links_to_a_version_that_was_never_imported_are_judged_by_their_labels(
    installation, world, successions
):
    old = [replace(WELD, version="0"), Concept("esco", "fan", "mind the fan", "0")]
    world.confirm("One", tuple(Skill(one.label, one) for one in old))
    migrate(installation, "esco", "2")
    assert told(successions) == [("fan", "0", "2", "open"), ("weld", "0", "2", "certain")]


def test_codes_of_occupations_are_asked_about_where_they_have_gone(
    installation, world, successions
):
    jobs = (
        Said(WELDER.uri, "Welders", "occupation"),
        Said("51-0000.00", "Welders and Cutters", "occupation"),
    )
    for version, said in (("29.0", jobs[:1]), ("30.0", jobs), ("31.0", jobs[1:])):
        made(installation.holdings.path("onet", version), version, said, "onet")
    world.confirm("One")
    installation.holdings.use("onet", "29.0")
    migrate(installation, "onet", "30.0")
    assert told(successions) == []
    migrate(installation, "onet", "31.0")
    (asked,) = successions.standing()
    assert (asked.proposal.kind, asked.proposal.old.label) == ("occupation", "Welders")
    assert asked.key == ("onet", WELDER.uri, "")
    assert [one.concept.uri for one in asked.proposal.suggestions] == ["51-0000.00"]
    before = successions.history()
    migrate(installation, "onet", "31.0")
    assert successions.history() == before
    migrate(installation, "onet", "30.0")
    assert successions.heirs().of(bare(WELDER.uri)) == bare(WELDER.uri)
    assert told(successions) == []


def test_a_version_that_was_not_imported_changes_nothing(installation, world, successions):
    world.confirm("One", SKILLS)
    with pytest.raises(UnknownVersion, match="Of esco there are: 1, 2, 3"):
        migrate(installation, "esco", "9")
    assert (told(successions), installation.holdings.in_use()) == ([], {"esco": "1"})


def test_a_scheme_that_was_not_in_use_is_taken_into_use(tmp_path):
    fresh = Installation(Settings(home=tmp_path / "fresh"), lambda: NOON + timedelta(days=1))
    made(fresh.holdings.path("esco", "2"), "2", ESCO["2"])
    assert lines(migrate(fresh, "esco", "2"))[0] == "esco (none) → 2"
    assert fresh.holdings.in_use() == {"esco": "2"}


def test_two_versions_are_compared_in_numbers_and_examples(installation):
    assert compare(installation, "esco", "1", "3", top=1) == [
        "esco 1 → 3",
        "skills: 1 removed, 1 added, 1 with another label",
        "",
        "Removed:",
        "  skill “read drawing” read",
        "",
        "Added:",
        "  skill “tend asbestos blower” fan",
        "",
        "With another label:",
        "  skill “weld metal” → “weld metal by hand” weld",
    ]


def test_equal_versions_do_not_differ(installation):
    assert compare(installation, "esco", "1", "1") == ["esco 1 → 1", "Nothing differs."]


def test_of_many_changes_only_some_are_shown(installation):
    made(installation.holdings.path("esco", "9"), "9", [])
    said = compare(installation, "esco", "1", "9", top=2)
    assert "skills: 3 removed" in said
    assert said[-1] == "  … and 1 more"
