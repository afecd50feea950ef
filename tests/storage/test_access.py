from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from storage.access import VISIT, Access, Visitor
from storage.database import Database
from storage.tenant import Tenant

HOUR = timedelta(hours=1)


@pytest.fixture
def access(database: Database) -> Access:
    return Access(database)


def test_a_link_signs_in_once(access: Access, tenant: Tenant, now: datetime) -> None:
    token = access.issue(tenant.partnership, "convener", now, HOUR)
    session = access.redeem(token, now)
    assert session
    assert access.who(session, now) == Visitor(tenant.partnership, "convener")
    assert access.redeem(token, now) is None


def test_a_link_is_for_one_partnership_and_one_role(
    access: Access, tenant: Tenant, neighbour: Tenant, now: datetime
) -> None:
    access.issue(tenant.partnership, "convener", now, HOUR)
    session = access.redeem(access.issue(neighbour.partnership, "provider", now, HOUR), now)
    assert session
    assert access.who(session, now) == Visitor(neighbour.partnership, "provider")


def test_a_late_or_unknown_link_opens_nothing(
    access: Access, tenant: Tenant, now: datetime
) -> None:
    token = access.issue(tenant.partnership, "convener", now, HOUR)
    assert access.redeem(token, now + HOUR) is None
    for wrong in ("", "guess", token + "x", "\ud800"):
        assert access.redeem(wrong, now) is None
        assert access.who(wrong, now) is None


def test_a_link_is_no_session_and_a_session_is_no_link(
    access: Access, tenant: Tenant, now: datetime
) -> None:
    token = access.issue(tenant.partnership, "convener", now, HOUR)
    assert access.who(token, now) is None
    session = access.redeem(token, now)
    assert session
    assert access.redeem(session, now) is None


def test_a_visit_ends_by_itself_or_by_leaving(
    access: Access, tenant: Tenant, now: datetime
) -> None:
    session = access.redeem(access.issue(tenant.partnership, "convener", now, HOUR), now)
    assert session
    assert access.who(session, now + VISIT) is None
    assert access.who(session, now + VISIT - HOUR)
    access.leave(session)
    assert access.who(session, now) is None


def test_the_database_holds_no_token(
    access: Access, database: Database, tenant: Tenant, now: datetime
) -> None:
    token = access.issue(tenant.partnership, "convener", now, HOUR)
    session = access.redeem(token, now)
    assert session
    with database.reading() as reading:
        for table in ("admission", "visit"):
            (row,) = reading.execute(text(f"SELECT * FROM {table}")).all()
            assert token not in str(row)
            assert session not in str(row)


def test_another_secret_closes_every_link_and_visit(
    database_url: str, tenant: Tenant, now: datetime
) -> None:
    with Database.open(database_url, "one secret") as database:
        access = Access(database)
        link, used = (access.issue(tenant.partnership, "convener", now, HOUR) for _ in range(2))
        session = access.redeem(used, now)
        assert session
        assert access.who(session, now)
    with Database.open(database_url, "another secret") as database:
        assert Access(database).who(session, now) is None
        assert Access(database).redeem(link, now) is None
