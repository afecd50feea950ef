"""Invitations: how employers without Slack get to the chat page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.database import Database
from storage.tables import InvitationRow
from storage.tenant import Tenant
from storage.tokens import digest, new_token


@dataclass(frozen=True)
class Invitation:
    """One employer's way in; the token that opens it is shown once and not kept."""

    id: int
    cycle: int
    employer: str
    created: datetime
    expires: datetime
    revoked: datetime | None

    @property
    def conversation(self) -> str:
        """Return the conversation that this invitation opens."""
        return f"web:{self.id}"


@dataclass(frozen=True)
class Invitations:
    """A partnership's invitations."""

    tenant: Tenant

    def invite(
        self, cycle: int, employer: str, expires: datetime, now: datetime
    ) -> tuple[Invitation, str]:
        """Invite an employer; returns the invitation and the token for its address."""
        token = new_token()
        row = InvitationRow(cycle_id=cycle, employer=employer, created=now, expires=expires)
        row.digest = digest(token, self.tenant.secret)
        with self.tenant.writing() as session:
            session.add(row)
            session.flush()
            return _invitation(row), token

    def all(self, cycle: int | None = None) -> list[Invitation]:
        """Return the invitations of a cycle, or of all, the oldest first."""
        asked = select(InvitationRow).order_by(InvitationRow.id)
        if cycle is not None:
            asked = asked.where(InvitationRow.cycle_id == cycle)
        with self.tenant.reading() as session:
            return [_invitation(row) for row in session.scalars(asked)]

    def revoke(self, invitation: int, now: datetime) -> None:
        """Close an invitation for good."""
        valid = InvitationRow.id == invitation, InvitationRow.revoked.is_(None)
        with self.tenant.writing() as session:
            session.execute(update(InvitationRow).where(*valid).values(revoked=now))


def open_invitation(
    database: Database, token: str, now: datetime, late: bool = False
) -> tuple[int, Invitation] | None:
    """Return the partnership and the invitation that a token opens; None if it opens nothing.

    ``late`` lets one that has expired in too: people can always have their data deleted.
    """
    named = select(InvitationRow).where(InvitationRow.digest == digest(token, database.secret))
    valid = named.where(InvitationRow.revoked.is_(None))
    with database.reading() as session:
        row = session.scalar(valid if late else valid.where(InvitationRow.expires > now))
        return (row.partnership_id, _invitation(row)) if row else None


def _invitation(row: InvitationRow) -> Invitation:
    known = (row.id, row.cycle_id, row.employer)
    return Invitation(*known, row.created, row.expires, row.revoked)
