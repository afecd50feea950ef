"""Signing in: a link that works once, then a visit that ends by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias, cast

from sqlalchemy import delete, select, update

from storage.database import Database
from storage.tables import AdmissionRow, VisitRow
from storage.tokens import digest, new_token

Role: TypeAlias = Literal["convener", "provider"]
VISIT = timedelta(hours=12)  # a working day, with time to spare


@dataclass(frozen=True)
class Visitor:
    """Somebody who is signed in."""

    partnership: int
    role: Role


@dataclass(frozen=True)
class Access:
    """Who may see which partnership's pages."""

    database: Database

    def issue(self, partnership: int, role: Role, now: datetime, lasts: timedelta) -> str:
        """Return a token that signs somebody in, once."""
        token = new_token()
        admission = AdmissionRow(role=role, digest=self._digest(token), expires=now + lasts)
        with self.database.tenant(partnership).writing() as session:
            session.add(admission)
        return token

    def redeem(self, token: str, now: datetime) -> str | None:
        """Trade a one-time token for a session token; None if it is unknown, late or used."""
        valid = AdmissionRow.redeemed.is_(None), AdmissionRow.expires > now
        using = update(AdmissionRow).where(AdmissionRow.digest == self._digest(token), *valid)
        whose = using.values(redeemed=now).returning(AdmissionRow.partnership_id, AdmissionRow.role)
        with self.database.writing() as session:
            admitted = session.execute(whose).first()
            if admitted is None:
                return None
            visit = new_token()
            partnership, role = admitted
            known = {"partnership_id": partnership, "role": role, "expires": now + VISIT}
            session.add(VisitRow(digest=self._digest(visit), **known))
            return visit

    def who(self, session: str, now: datetime) -> Visitor | None:
        """Return who a session token belongs to; None if nobody is signed in with it."""
        named = VisitRow.digest == self._digest(session), VisitRow.expires > now
        with self.database.reading() as reading:
            row = reading.scalar(select(VisitRow).where(*named))
            return Visitor(row.partnership_id, cast("Role", row.role)) if row else None

    def leave(self, session: str) -> None:
        """Sign somebody out."""
        with self.database.writing() as writing:
            writing.execute(delete(VisitRow).where(VisitRow.digest == self._digest(session)))

    def _digest(self, token: str) -> str:
        return digest(token, self.database.secret)
