from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.invitations import Invitations, open_invitation
from storage.tenant import Tenant

WEEK = timedelta(days=7)


@pytest.fixture
def invitations(tenant: Tenant) -> Invitations:
    return Invitations(tenant)


def test_an_invitation_opens_one_conversation(
    invitations: Invitations, database: Database, tenant: Tenant, cycle: int, now: datetime
) -> None:
    invitation, token = invitations.invite(cycle, "Acme", now + WEEK, now)
    assert open_invitation(database, token, now) == (tenant.partnership, invitation)
    assert open_invitation(database, token, now) == (tenant.partnership, invitation)
    assert invitation.conversation == f"web:{invitation.id}"


def test_an_expired_revoked_or_unknown_invitation_opens_nothing(
    invitations: Invitations, database: Database, cycle: int, now: datetime
) -> None:
    invitation, token = invitations.invite(cycle, "Acme", now + WEEK, now)
    assert open_invitation(database, token, now + WEEK) is None
    for wrong in ("", str(invitation.id), token[:-1], "\ud800"):
        assert open_invitation(database, wrong, now) is None
    invitations.revoke(invitation.id, now)
    assert open_invitation(database, token, now) is None
    assert open_invitation(database, token, now, late=True) is None


def test_an_expired_invitation_still_opens_for_those_who_come_late(
    invitations: Invitations, database: Database, tenant: Tenant, cycle: int, now: datetime
) -> None:
    invitation, token = invitations.invite(cycle, "Acme", now + WEEK, now)
    opened = open_invitation(database, token, now + WEEK, late=True)
    assert opened == (tenant.partnership, invitation)


def test_another_secret_closes_every_invitation(
    database_url: str, tenant: Tenant, cycle: int, now: datetime
) -> None:
    with Database.open(database_url, "one secret") as database:
        invitations = Invitations(database.tenant(tenant.partnership))
        _, token = invitations.invite(cycle, "Acme", now + WEEK, now)
        assert open_invitation(database, token, now)
    for other in ("", "another secret"):
        with Database.open(database_url, other) as database:
            assert open_invitation(database, token, now) is None


def test_all_invitations_of_a_cycle_are_listed_with_their_end(
    invitations: Invitations, cycle: int, now: datetime
) -> None:
    first, _ = invitations.invite(cycle, "Acme", now + WEEK, now)
    second, _ = invitations.invite(cycle, "Bolt works", now + WEEK, now)
    invitations.revoke(first.id, now + WEEK / 2)
    invitations.revoke(first.id, now + WEEK)
    revoked, untouched = invitations.all(cycle)
    assert (revoked.employer, revoked.revoked) == ("Acme", now + WEEK / 2)
    assert untouched == second


def test_tokens_differ_and_are_not_kept(
    invitations: Invitations, database: Database, cycle: int, now: datetime
) -> None:
    tokens = {invitations.invite(cycle, "Acme", now + WEEK, now)[1] for _ in range(5)}
    assert len(tokens) == 5
    assert min(map(len, tokens)) >= 43
    with database.reading() as session:
        kept = str(session.execute(text("SELECT * FROM invitation")).all())
    assert not any(token in kept for token in tokens)
