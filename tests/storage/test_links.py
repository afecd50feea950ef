from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from needs.answers import Credential, Skill
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.message import Message, Reply
from needs.succession import Proposal, bare
from storage.cycles import Cycles
from storage.intake import Intake
from storage.links import links, links_of
from storage.local_names import LocalNames
from storage.mappings import Mappings
from storage.successions import Successions
from storage.tenant import Tenant
from storage.work import Outcome

TIG = Concept("esco", "tig", "TIG welding", "1")
MIG = Concept("esco", "mig", "MIG welding", "1")
WELDER = Concept("onet", "51-4121.00", "Welders", "29.0")
CARD = Concept("local", "local:credential/card", "Card", "2")
FORM = Given("form", "m1")
FACTS = (
    Fact("role.title", "Welder", FORM, 0),
    Fact("role.occupation", "51-4121.00", FORM, 0),
    Fact("role.skills", (Skill("heliarc", TIG), Skill("neat", None)), FORM, 0),
    Fact("role.credentials", (Credential("card"),), FORM, 0),
)
LEASE = timedelta(seconds=30)

Write = Callable[..., Message]


def confirm(intake: Intake, now: datetime, facts: tuple[Fact, ...] = FACTS) -> None:
    work = intake.claim("ann", now, LEASE)
    assert work
    told = Outcome("{}", "confirmed", "{}", (Reply("Thank you."),), facts, "Acme")
    assert intake.finish(work, told, now)


def test_facts_are_linked_to_skills_and_to_occupations_without_a_version() -> None:
    assert list(links_of(FACTS)) == [("occupation", bare("51-4121.00")), ("skill", TIG)]


def test_answers_of_all_cycles_decisions_and_own_words_are_links(
    write: Write, intake: Intake, tenant: Tenant, now: datetime
) -> None:
    write("m1")
    confirm(intake, now)
    Cycles(tenant).open("2027", date(2027, 1, 1), date(2027, 12, 31))
    Mappings(tenant).decide("skill", "heliarc", MIG, "Jo", now)
    Mappings(tenant).decide("skill", "neat", None, "Jo", now)
    other = replace(WELDER, uri="51-0000.00")
    LocalNames(tenant).add("occupation", "torch hand", other, "Jo", now)
    LocalNames(tenant).add("credential", "our card", CARD, "Jo", now)
    said = {("skill", TIG), ("occupation", bare("51-4121.00"))}
    assert links(tenant) == said | {("skill", MIG), ("occupation", bare("51-0000.00"))}, (
        "own words for an occupation lead to its code, as answers do"
    )


def test_a_decision_that_was_undone_and_words_that_were_removed_are_no_links(
    tenant: Tenant, now: datetime
) -> None:
    mappings, names = Mappings(tenant), LocalNames(tenant)
    mappings.decide("skill", "heliarc", MIG, "Jo", now)
    mappings.undo(mappings.history()[0].id)
    number = names.add("occupation", "torch hand", WELDER, "Jo", now)
    assert number
    names.remove(number, now)
    assert links(tenant) == set()


def test_what_an_employer_takes_back_is_no_link_and_leaves_none_of_their_words(
    write: Write, intake: Intake, tenant: Tenant, now: datetime
) -> None:
    write("m1")
    confirm(intake, now)
    Successions(tenant).carry([Proposal("skill", TIG)], "2", now)
    intake.forget("slack:U1", now)
    assert links(tenant) == set()
    (left,) = Successions(tenant).history()
    assert left.proposal == Proposal("skill", TIG)
    assert "heliarc" not in repr(left)
