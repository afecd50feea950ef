"""An invited employer in front of the chat page."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from needs.message import Message, Reply
from storage.intake import Intake
from storage.interviews import Line
from storage.invitations import Invitation, open_invitation
from storage.register import Partnership
from web.desk import partnership_of
from web.given import Site

PATIENCE = timedelta(minutes=2)
FAREWELLS = ("summary", "delete my data")  # what can be said through a link that has expired


@dataclass(frozen=True)
class Talk:
    """What the page shows of an interview."""

    lines: tuple[Line, ...]
    now: datetime

    @property
    def newest(self) -> Reply | None:
        """Return what Needline said last, if it has the last word."""
        return self.lines[-1].reply if self.lines else None

    @property
    def waiting(self) -> bool:
        """Say whether an answer of ours is still to come."""
        return bool(self.lines) and self.newest is None

    @property
    def stuck(self) -> bool:
        """Say whether it has been to come for too long."""
        return self.waiting and self.now - self.lines[-1].at > PATIENCE


@dataclass(frozen=True)
class Guest:
    """An employer with a link, and what they can do."""

    site: Site
    token: str
    partnership: Partnership
    invitation: Invitation

    @property
    def conversation(self) -> str:
        """Name the conversation; nobody reaches it without the token."""
        return self.invitation.conversation

    @cached_property
    def intake(self) -> Intake:
        """Return the intake of the partnership that invites."""
        return Intake(self.site.database.tenant(self.partnership.id))

    @property
    def late(self) -> bool:
        """Say whether the link has expired: then nothing can be answered any more."""
        return self.invitation.expires <= self.site.now()

    @property
    def deleting(self) -> bool:
        """Say whether they were asked if they are sure to have everything deleted."""
        record = self.intake.interview(self.conversation)
        return record is not None and record.stage == "deleting"

    def lines(self) -> list[Line]:
        """Return what was said so far."""
        return self.intake.transcript(self.conversation)

    def talk(self) -> Talk:
        """Return what the page shows."""
        return Talk(tuple(self.lines()), self.site.now())

    def arrive(self) -> None:
        """Say hello without a word."""
        self._hear(f"start:{self.invitation.id}", "", None)

    def say(self, form: str, text: str, choice: str | None) -> None:
        """Say something. The same form sent again is the same message."""
        self._hear(self.message_id(form), self._label(choice) if choice else text, choice)

    def message_id(self, form: str) -> str:
        """Return the id of the message that a form sends."""
        return f"{self.conversation}:{form}"

    def _hear(self, message: str, text: str, choice: str | None) -> None:
        said = Message(message, self.conversation, text, self.site.now(), choice)
        self.site.hear(self.partnership.id, self.invitation.cycle, said)

    def _label(self, choice: str) -> str:
        offered = [c for line in self.lines() if line.reply for c in line.reply.choices]
        return next((c.label for c in reversed(offered) if c.id == choice), "")


def welcome(site: Site, token: str) -> Guest | None:
    """Return the employer whom a link invites; None where it opens nothing, or nothing any more."""
    found = open_invitation(site.database, token, site.now(), late=True)
    if found is None:
        return None
    partnership, invitation = found
    guest = Guest(site, token, partnership_of(site, partnership), invitation)
    return guest if not guest.late or guest.lines() else None
