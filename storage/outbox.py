"""Replies on their way to employers, each conversation's in order."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update

from needs.message import Reply
from storage.letters import read_reply
from storage.queue import is_open, next_in
from storage.tables import InterviewRow, OutboxRow
from storage.tenant import Tenant


@dataclass(frozen=True)
class Post:
    """A reply to be sent. From the second attempt on it may have arrived already."""

    key: str
    conversation: str
    address: str | None
    reply: Reply
    attempts: int = 1


@dataclass(frozen=True)
class Outbox:
    """A partnership's replies that have to be sent."""

    tenant: Tenant

    def claim(self, channel: str, owner: str, now: datetime, lease: timedelta) -> Post | None:
        """Take the oldest reply of a channel that nobody sends, for as long as the lease."""
        ready = next_in(OutboxRow, now).add_columns(InterviewRow)
        ready = ready.join(InterviewRow, OutboxRow.interview_id == InterviewRow.id)
        with self.tenant.writing() as session:
            found = session.execute(ready.where(InterviewRow.channel == channel)).first()
            if found is None:
                return None
            row, interview = found
            row.owner, row.lease_until, row.attempts = owner, now + lease, row.attempts + 1
            return _post(row, interview)

    def sent(self, key: str, now: datetime) -> None:
        """Note that a reply arrived."""
        self._change(key, status="sent", sent=now, owner=None, lease_until=None)

    def retry(self, key: str, at: datetime, reason: str) -> None:
        """Have a reply sent again, not before a time; the conversation's later ones wait."""
        self._change(key, lease_until=at, owner=None, reason=reason)

    def give_up(self, key: str, reason: str) -> None:
        """Leave a reply that can never arrive to an operator; the later ones go on."""
        self._change(key, status="dead", owner=None, lease_until=None, reason=reason)

    def _change(self, key: str, **values: object) -> None:
        waiting = OutboxRow.key == key, is_open(OutboxRow)
        with self.tenant.writing() as session:
            session.execute(update(OutboxRow).where(*waiting).values(**values))


def _post(row: OutboxRow, interview: InterviewRow) -> Post:
    reply = read_reply(row.body)
    return Post(row.key, interview.conversation, interview.address, reply, row.attempts)
