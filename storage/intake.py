"""The way of a message through the database: received, claimed, finished."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from needs.message import Message
from storage.forgetting import close_all, forget
from storage.interviews import Interviews
from storage.letters import read_message, write_message
from storage.once import add_once
from storage.outcome import record
from storage.queue import is_open, next_in
from storage.tables import InboxRow, InterviewRow
from storage.work import Outcome, Work

MOST_ATTEMPTS = 5


@dataclass(frozen=True)
class DeadMessage:
    """A message that could not be answered, for an operator to look at."""

    id: str
    conversation: str
    reason: str | None


@dataclass(frozen=True)
class Intake(Interviews):
    """Where employers' messages come in. A message delivered twice changes nothing."""

    def receive(
        self, cycle: int, message: Message, channel: str, address: str | None = None
    ) -> bool:
        """Keep a message and return True, or False where it is known already."""
        with self.tenant.writing() as session:
            if session.scalar(select(InboxRow.id).where(InboxRow.message == message.id)):
                return False
            interview = _interview(session, cycle, message, channel)
            interview.address = address or interview.address
            kept = {"message": message.id, "payload": write_message(message)}
            return bool(add_once(session, InboxRow, interview_id=interview.id, **kept))

    def claim(
        self, owner: str, now: datetime, lease: timedelta, conversation: str | None = None
    ) -> Work | None:
        """Take the oldest message that nobody works on, for as long as the lease."""
        with self.tenant.writing() as session:
            _bury(session, now)
            waiting = next_in(InboxRow, now)
            if conversation is not None:
                waiting = waiting.join(InterviewRow, InboxRow.interview_id == InterviewRow.id)
                waiting = waiting.where(InterviewRow.conversation == conversation)
            row = session.scalar(waiting)
            return _claimed(session, row, owner, now + lease) if row else None

    def finish(self, work: Work, outcome: Outcome, now: datetime) -> bool:
        """Store all that a message changes, as one; False if another worker has it or had it."""
        with self.tenant.writing() as session:
            row = _held(session, work)
            if row is None:
                return False
            interview = session.get_one(InterviewRow, row.interview_id, with_for_update=True)
            if interview.version != work.version:
                return False
            record(session, row, interview, outcome, now)
        if outcome.forget:
            self.tenant.wipe()
        return True

    def forget(self, conversation: str, now: datetime) -> None:
        """Erase what an employer said, as if they had asked for it."""
        named = select(InterviewRow).where(InterviewRow.conversation == conversation)
        with self.tenant.writing() as session:
            interview = session.scalar(named.with_for_update())
            if interview is None:
                return
            interview.stage, interview.changed = "stopped", now
            interview.version += 1
            close_all(session, interview)
            forget(session, interview)
        self.tenant.wipe()

    def fail(self, work: Work, reason: str, now: datetime) -> None:
        """Give a message back for another try; after five it is left to an operator."""
        with self.tenant.writing() as session:
            if row := _held(session, work):
                row.owner, row.lease_until, row.reason = None, None, reason
                row.status = "dead" if row.attempts >= MOST_ATTEMPTS else "open"

    def waiting(self) -> int:
        """Count the messages that are not answered yet."""
        with self.tenant.reading() as session:
            counted = select(func.count()).select_from(InboxRow).where(is_open(InboxRow))
            return session.scalar(counted) or 0

    def dead(self) -> list[DeadMessage]:
        """Return the messages that were given up, the oldest first."""
        given_up = (
            select(InboxRow.message, InterviewRow.conversation, InboxRow.reason)
            .join(InterviewRow, InboxRow.interview_id == InterviewRow.id)
            .where(InboxRow.status == "dead")
            .order_by(InboxRow.id)
        )
        with self.tenant.reading() as session:
            return [DeadMessage(*row) for row in session.execute(given_up)]


def _interview(session: Session, cycle: int, message: Message, channel: str) -> InterviewRow:
    born = {"started": message.at, "changed": message.at, "stage": "new", "version": 0}
    named = {"conversation": message.conversation, "channel": channel, "cycle_id": cycle}
    add_once(session, InterviewRow, **named, **born)
    same = InterviewRow.conversation == message.conversation
    # Locked, so that a conversation's messages get their numbers in the order they are saved.
    return session.scalars(select(InterviewRow).where(same).with_for_update()).one()


def _bury(session: Session, now: datetime) -> None:
    tried = is_open(InboxRow), InboxRow.attempts >= MOST_ATTEMPTS, InboxRow.lease_until <= now
    gone = {"status": "dead", "owner": None, "reason": "The worker did not come back."}
    session.execute(update(InboxRow).where(*tried).values(gone))


def _claimed(session: Session, row: InboxRow, owner: str, until: datetime) -> Work:
    interview = session.get_one(InterviewRow, row.interview_id)
    row.owner, row.lease_until, row.attempts = owner, until, row.attempts + 1
    return Work(
        message=read_message(row.payload or ""),
        channel=interview.channel,
        cycle=interview.cycle_id,
        state=interview.state,
        attempts=row.attempts,
        owner=owner,
        row=row.id,
        version=interview.version,
    )


def _held(session: Session, work: Work) -> InboxRow | None:
    mine = (InboxRow.owner == work.owner, InboxRow.attempts == work.attempts)
    held = select(InboxRow).where(InboxRow.id == work.row, is_open(InboxRow), *mine)
    return session.scalar(held.with_for_update())
