"""What is forgotten is gone: from the tables, from the decisions, and from the files."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from needs.answers import Skill
from needs.fact import Fact, Given
from needs.message import Message, Reply
from storage.cycles import Cycles
from storage.database import Database
from storage.intake import Intake
from storage.mappings import Mappings
from storage.outbox import Outbox
from storage.register import Register
from storage.tenant import Tenant
from storage.work import Outcome, Work

LEASE = timedelta(seconds=30)
SECRET = "Jo of Acme needs welders"
DELETE = Outcome("{}", "stopped", "{}", (Reply("All gone."),), forget=True)

Write = Callable[..., Message]


def skills(*words: str) -> tuple[Fact, ...]:
    given = Given("form", "m1")
    listed = Fact("role.skills", tuple(Skill(one) for one in words), given, 0)
    return (Fact("role.title", "Welders", given, 0), listed)


def confirm(intake: Intake, now: datetime, facts: tuple[Fact, ...] = ()) -> None:
    work = intake.claim("ann", now, LEASE)
    assert work
    told = Outcome("{}", "confirmed", "{}", (Reply("Thank you."),), facts, "Acme")
    assert intake.finish(work, told, now)


def test_an_operator_can_erase_a_conversation(
    write: Write, intake: Intake, tenant: Tenant, cycle: int, now: datetime
) -> None:
    said = write("m1", SECRET)
    confirm(intake, now, skills("TIG"))
    intake.forget("slack:U1", now + LEASE)
    (emptied,) = intake.interviews(cycle)
    assert (emptied.stage, emptied.employer, emptied.confirmed) == ("stopped", None, None)
    assert emptied.changed == now + LEASE
    assert intake.confirmed(cycle) == {}
    assert (intake.state("slack:U1"), intake.events("slack:U1")) == (None, [])
    assert intake.transcript("slack:U1") == []
    assert Outbox(tenant).claim("slack", "ann", now, LEASE) is None
    assert not intake.receive(cycle, said, "slack"), "a late repeat is still known"
    intake.forget("slack:unknown", now)


def test_what_was_being_answered_meanwhile_is_not_answered(
    write: Write, intake: Intake, now: datetime
) -> None:
    write("m1", SECRET)
    write("m2", SECRET)
    work = intake.claim("ann", now, LEASE)
    assert work
    intake.forget("slack:U1", now)
    assert not intake.finish(work, Outcome("{}", "asking", SECRET), now)
    assert intake.claim("bob", now + LEASE, LEASE) is None
    assert intake.replies("m2") == []
    assert intake.events("slack:U1") == []


def test_only_the_named_conversation_of_the_own_partnership_is_erased(
    write: Write, intake: Intake, neighbour: Tenant, cycle: int, now: datetime
) -> None:
    write("m1")
    confirm(intake, now, skills("TIG"))
    Intake(neighbour).forget("slack:U1", now)
    intake.forget("slack:U2", now)
    assert intake.confirmed(cycle)


def test_decisions_go_with_the_last_interview_that_holds_their_words(
    write: Write, intake: Intake, tenant: Tenant, now: datetime
) -> None:
    for number, words in enumerate((("TIG  Welding", "our own trick"), ("tig welding",))):
        write(f"m{number}", conversation=f"slack:U{number}")
        confirm(intake, now, skills(*words))
    mappings = Mappings(tenant)
    for kind, words in (
        ("skill", "our own trick"),
        ("skill", "tig welding"),
        ("occupation", "welders"),
    ):
        mappings.decide(kind, words, None, "Jo", now)  # type: ignore[arg-type]
    intake.forget("slack:U0", now)
    assert list(mappings.decisions()) == [("skill", "tig welding"), ("occupation", "welders")]
    intake.forget("slack:U1", now)
    assert mappings.history() == []


@pytest.fixture
def opened(sqlite_url: str) -> Iterator[Database]:
    with Database.open(sqlite_url) as database:
        yield database


@pytest.fixture
def work(opened: Database, now: datetime) -> tuple[Intake, Work]:
    """A secret that lies in the database file itself, and the message that will erase it."""
    tenant = opened.tenant(Register(opened).found("Metalworking").id)
    cycle = Cycles(tenant).open("2026", date(2026, 1, 1), date(2026, 12, 31)).id
    intake = Intake(tenant)
    intake.receive(cycle, Message("m1", "web:1", SECRET, now), "web")
    opened.wipe()
    work = intake.claim("ann", now, LEASE)
    assert work
    return intake, work


def secrets_in(url: str) -> int:
    path = url.removeprefix("sqlite:///")
    files = [Path(f"{path}{suffix}") for suffix in ("", "-wal")]
    return sum(one.read_bytes().count(SECRET.encode()) for one in files if one.exists())


def test_it_is_gone_from_the_files_at_once(
    work: tuple[Intake, Work], sqlite_url: str, now: datetime
) -> None:
    intake, claimed = work
    assert secrets_in(sqlite_url)
    assert intake.finish(claimed, DELETE, now)
    assert secrets_in(sqlite_url) == 0


def test_an_operators_deletion_leaves_nothing_in_the_files_either(
    work: tuple[Intake, Work], sqlite_url: str, now: datetime
) -> None:
    work[0].forget("web:1", now)
    assert secrets_in(sqlite_url) == 0


def test_where_somebody_still_reads_it_is_gone_when_the_database_is_closed(
    work: tuple[Intake, Work], opened: Database, sqlite_url: str, now: datetime
) -> None:
    intake, claimed = work
    with Database.open(sqlite_url) as other:
        with other.reading() as session:
            session.execute(text("SELECT count(*) FROM inbox"))
            assert intake.finish(claimed, DELETE, now)
            assert secrets_in(sqlite_url)
        opened.close()
        assert secrets_in(sqlite_url) == 0
