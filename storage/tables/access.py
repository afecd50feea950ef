"""Who may come in. Of every token only the HMAC-SHA256 under the secret is kept."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Owned, Row, unique, within

ROLES = "role IN ('convener', 'provider')"


class InvitationRow(Owned, Row):
    """An employer's way into the chat page."""

    __tablename__ = "invitation"
    __table_args__ = (unique("id"), within("cycle"))

    cycle_id: Mapped[int]
    employer: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    created: Mapped[datetime]
    expires: Mapped[datetime]
    revoked: Mapped[datetime | None]


class AdmissionRow(Owned, Row):
    """A link that signs a convener or a provider in, once."""

    __tablename__ = "admission"
    __table_args__ = (CheckConstraint(ROLES, name="role"),)

    role: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    expires: Mapped[datetime]
    redeemed: Mapped[datetime | None]


class VisitRow(Owned, Row):
    """A convener or provider who is signed in."""

    __tablename__ = "visit"
    __table_args__ = (CheckConstraint(ROLES, name="role"),)

    role: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    expires: Mapped[datetime]
