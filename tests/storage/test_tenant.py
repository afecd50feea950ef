"""Trying to read, update and insert across partnerships."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Select, delete, func, insert, literal_column, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from needs.answers import Quantity
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.ledger import Entry
from needs.message import Message, Reply
from needs.signal import Release
from storage.cycles import Cycles
from storage.database import Database
from storage.errors import ForeignPartnership
from storage.intake import Intake
from storage.invitations import Invitations
from storage.ledger import Ledger
from storage.mappings import Mappings
from storage.outbox import Outbox
from storage.releases import Releases
from storage.tables import (
    CycleRow,
    InboxRow,
    InterviewRow,
    InvitationRow,
    Owned,
    PartnershipRow,
    Row,
)
from storage.tenant import Tenant
from storage.work import Outcome

LEASE = timedelta(seconds=30)
Write = Callable[..., Message]


@pytest.fixture
def full(tenant: Tenant, intake: Intake, cycle: int, write: Write, now: datetime) -> Tenant:
    """A partnership with something in every table."""
    write("m1")
    work = intake.claim("ann", now, LEASE)
    assert work
    facts = (Fact("role.openings", Quantity(4, 4), Given("form", "m1"), 0),)
    replies = (Reply("Thank you."),)
    intake.finish(work, Outcome("{}", "confirmed", "{}", replies, facts, "Acme"), now)
    write("m2")
    Invitations(tenant).invite(cycle, "Acme", now + LEASE, now)
    Mappings(tenant).decide("skill", "TIG", Concept("esco", "u", "TIG welding", "1"), "Jo", now)
    release = Release("Metal", "2026", 1, now, 5, (), 0, 3, 5)
    Releases(tenant).publish(cycle, release, (Entry("k", {"acme": (1, 1)}, None),))
    return tenant


def test_a_neighbour_sees_nothing(
    full: Tenant, neighbour: Tenant, cycle: int, now: datetime
) -> None:
    intake, releases = Intake(neighbour), Releases(neighbour)
    assert Cycles(neighbour).all() == []
    assert intake.interviews(cycle) == []
    assert intake.confirmed(cycle) == {}
    assert (intake.state("slack:U1"), intake.replies("m1")) == (None, None)
    assert (intake.events("slack:U1"), intake.transcript("slack:U1")) == ([], [])
    assert (intake.waiting(), intake.dead()) == (0, [])
    assert Invitations(neighbour).all(cycle) == []
    assert (Mappings(neighbour).history(), Mappings(neighbour).decisions()) == ([], {})
    assert (releases.all(), releases.get(cycle, 1)) == ([], None)
    assert Ledger(neighbour).entries(cycle) == {}


@pytest.mark.parametrize("kind", Owned.__subclasses__(), ids=lambda kind: kind.__tablename__)
def test_no_query_reaches_a_neighbours_rows(
    full: Tenant, neighbour: Tenant, kind: type[Row]
) -> None:
    with neighbour.reading() as session:
        assert session.scalars(select(kind)).all() == []
        assert session.scalar(select(func.count()).select_from(kind)) == 0
        assert session.get(kind, 1) is None


def test_a_neighbour_claims_and_sends_nothing(
    full: Tenant, neighbour: Tenant, now: datetime
) -> None:
    assert Intake(neighbour).claim("bob", now, LEASE) is None
    assert Outbox(neighbour).claim("slack", "bob", now, LEASE) is None
    assert Intake(full).claim("ann", now, LEASE)
    assert Outbox(full).claim("slack", "ann", now, LEASE)


def test_a_neighbour_changes_nothing(
    full: Tenant, neighbour: Tenant, cycle: int, now: datetime
) -> None:
    (invitation,), (decision,) = Invitations(full).all(cycle), Mappings(full).history()
    Invitations(neighbour).revoke(invitation.id, now)
    Mappings(neighbour).undo(decision.id)
    Outbox(neighbour).sent("m1:0", now)
    assert Invitations(full).all(cycle) == [invitation]
    assert Mappings(full).history() == [decision]
    assert Outbox(full).claim("slack", "ann", now, LEASE)


def test_a_neighbour_cannot_finish_work_that_leaked(
    full: Tenant, neighbour: Tenant, now: datetime
) -> None:
    work = Intake(full).claim("ann", now, LEASE)
    assert work
    assert not Intake(neighbour).finish(work, Outcome("{}", "x", "{}"), now)
    Intake(neighbour).fail(work, "Mischief.", now)
    assert Intake(full).finish(work, Outcome("{}", "x", "{}"), now)


def test_updates_and_deletes_stop_at_the_fence(full: Tenant, neighbour: Tenant) -> None:
    with neighbour.writing() as session:
        session.execute(update(InterviewRow).values(employer="Mine"))
        session.execute(delete(InboxRow))
    assert [one.employer for one in Intake(full).interviews(1)] == ["Acme"]
    assert Intake(full).waiting() == 1


def test_a_row_is_stamped_with_its_partnership(tenant: Tenant, neighbour: Tenant) -> None:
    dates = {"opens": date(2026, 1, 1), "closes": date(2026, 12, 31), "salt": "s"}
    with neighbour.writing() as session:
        session.add(CycleRow(name="2026", **dates))
        session.execute(insert(CycleRow).values(name="2027", partnership_id=1, **dates))
    assert [cycle.name for cycle in Cycles(neighbour).all()] == ["2027", "2026"]
    assert Cycles(tenant).all() == []


def test_a_foreign_stamp_is_refused(tenant: Tenant, neighbour: Tenant) -> None:
    dates = {"opens": date(2026, 1, 1), "closes": date(2026, 12, 31), "salt": "s"}
    with pytest.raises(ForeignPartnership), neighbour.writing() as session:
        session.add(CycleRow(name="2026", partnership_id=tenant.partnership, **dates))
    foreign = {"name": "2026", "partnership_id": tenant.partnership, **dates}
    with pytest.raises(ForeignPartnership), neighbour.writing() as session:
        session.execute(insert(CycleRow), [foreign])
    assert Cycles(tenant).all() == []


def test_a_row_cannot_be_moved_to_another_partnership(full: Tenant, neighbour: Tenant) -> None:
    with pytest.raises(ForeignPartnership), full.writing() as session:
        session.scalars(select(CycleRow)).one().partnership_id = neighbour.partnership
    with full.reading() as session:
        stolen = session.scalars(select(CycleRow)).one()
    stolen.partnership_id = neighbour.partnership
    with pytest.raises(ForeignPartnership), neighbour.writing() as session:
        session.add(stolen)


def test_untyped_queries_are_refused(tenant: Tenant) -> None:
    for statement in (text("SELECT 1"), select(InboxRow.__table__)):
        with pytest.raises(ForeignPartnership), tenant.reading() as session:
            session.execute(statement)


def test_the_database_itself_refuses_a_row_that_points_across(
    database: Database, full: Tenant, neighbour: Tenant, cycle: int, now: datetime
) -> None:
    message = Message("x", "slack:X", "Hi", now)
    with pytest.raises(IntegrityError):
        Intake(neighbour).receive(cycle, message, "slack")
    with pytest.raises(IntegrityError):
        Invitations(neighbour).invite(cycle, "Acme", now, now)
    with pytest.raises(ForeignPartnership):
        Releases(neighbour).publish(cycle, Release("", "", 1, now, 0, (), 0, 3, 5), ())
    with pytest.raises(IntegrityError), database.writing() as session:
        session.execute(
            text("UPDATE interview SET partnership_id = :other"),
            {"other": neighbour.partnership},
        )


def test_two_partnerships_may_have_the_same_names_and_ids(
    full: Tenant, neighbour: Tenant, now: datetime
) -> None:
    cycle = Cycles(neighbour).open("2026", date(2026, 1, 1), date(2026, 12, 31))
    assert Intake(neighbour).receive(cycle.id, Message("m1", "slack:U1", "Hi", now), "slack")
    assert Intake(full).replies("m1") == [Reply("Thank you.")]
    assert Intake(neighbour).replies("m1") is None


@pytest.fixture
def secret(neighbour: Tenant, now: datetime) -> int:
    """The number of a neighbour's invitation."""
    cycle = Cycles(neighbour).open("2026", date(2026, 1, 1), date(2026, 12, 31)).id
    invitation, _ = Invitations(neighbour).invite(cycle, "Secret employer", now + LEASE, now)
    return invitation.id


BARE = InvitationRow.__table__
NUMBER = InvitationRow.id


@pytest.mark.parametrize(
    "statement",
    [
        select(InvitationRow).from_statement(text("SELECT * FROM invitation")),
        select(InvitationRow).from_statement(select(InvitationRow)),
        select(NUMBER, BARE.alias("z").c.employer),
        select(CycleRow.id, BARE.c.employer),
        select(CycleRow.id, literal_column("(SELECT max(employer) FROM invitation)")),
        select(CycleRow.id).where(text("1 = 1")),
        select(CycleRow.id, select(BARE.c.employer).scalar_subquery()),
    ],
)
def test_nothing_untyped_hides_in_a_typed_query(
    full: Tenant, secret: int, statement: Select[Any]
) -> None:
    with pytest.raises(ForeignPartnership), full.reading() as session:
        session.execute(statement)


def test_joined_and_united_rows_are_limited_too(full: Tenant, secret: int) -> None:
    named = select(InvitationRow.employer)
    other = aliased(InvitationRow)
    with full.reading() as session:
        assert session.scalars(named.union(named)).all() == ["Acme"]
        assert session.scalars(select(other.employer)).all() == ["Acme"]
        assert [row.employer for row in session.query(InvitationRow)] == ["Acme"]


def test_a_tenant_knows_its_own_partnership_alone(tenant: Tenant, neighbour: Tenant) -> None:
    with tenant.reading() as session:
        assert session.scalars(select(PartnershipRow.id)).all() == [tenant.partnership]
        assert session.get(PartnershipRow, neighbour.partnership) is None
    for act in (update(PartnershipRow).values(name="Mine"), delete(PartnershipRow)):
        with pytest.raises(ForeignPartnership), tenant.writing() as session:
            session.execute(act)


def test_no_statement_moves_a_row_to_another_partnership(full: Tenant, neighbour: Tenant) -> None:
    away = {"partnership_id": neighbour.partnership}
    for act in (
        update(InvitationRow).values(away),
        update(InvitationRow).values({BARE.c.partnership_id: 2}),
    ):
        with pytest.raises(ForeignPartnership), full.writing() as session:
            session.execute(act)


def test_rows_are_not_written_in_bulk(full: Tenant, secret: int) -> None:
    many = [{"id": secret, "employer": "Mine"}]
    row = InvitationRow(id=secret, employer="Mine")
    acts: list[Callable[[Session], object]] = [
        lambda session: session.bulk_save_objects([row]),
        lambda session: session.bulk_insert_mappings(InvitationRow, many),
        lambda session: session.bulk_update_mappings(InvitationRow, many),
        lambda session: session.execute(update(InvitationRow), many),
    ]
    for act in acts:
        with pytest.raises(ForeignPartnership), full.writing() as session:
            act(session)


def test_no_bare_connection_is_handed_out(full: Tenant) -> None:
    with pytest.raises(ForeignPartnership), full.reading() as session:
        session.connection()
