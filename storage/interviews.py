"""Reading what employers said, and how far their interviews are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from needs.fact import Fact
from needs.message import Reply
from storage.facts import fact_of
from storage.letters import read_message, read_reply
from storage.tables import EventRow, FactRow, InboxRow, InterviewRow, OutboxRow
from storage.tenant import Tenant


@dataclass(frozen=True)
class InterviewRecord:
    """How far one interview is. ``confirmed`` is when the employer said that it is right."""

    conversation: str
    channel: str
    employer: str | None
    stage: str
    started: datetime
    changed: datetime
    confirmed: datetime | None


@dataclass(frozen=True)
class Line:
    """One message or one reply of a conversation; ``message`` is the id of the message."""

    at: datetime
    who: Literal["employer", "needline"]
    text: str
    reply: Reply | None = None
    message: str = ""


@dataclass(frozen=True)
class Interviews:
    """A partnership's interviews, to be read."""

    tenant: Tenant

    def interviews(self, cycle: int) -> list[InterviewRecord]:
        """Return a cycle's interviews, the oldest first."""
        of_cycle = select(InterviewRow).where(InterviewRow.cycle_id == cycle)
        with self.tenant.reading() as session:
            return [_record(row) for row in session.scalars(of_cycle.order_by(InterviewRow.id))]

    def interview(self, conversation: str) -> InterviewRecord | None:
        """Return one interview of any cycle, or None if there is none."""
        named = select(InterviewRow).where(InterviewRow.conversation == conversation)
        with self.tenant.reading() as session:
            row = session.scalar(named)
            return _record(row) if row else None

    def facts(self, conversation: str) -> list[Fact]:
        """Return the confirmed facts of one interview."""
        of_it = select(FactRow).join(InterviewRow, FactRow.interview_id == InterviewRow.id)
        of_it = of_it.where(InterviewRow.conversation == conversation).order_by(FactRow.id)
        with self.tenant.reading() as session:
            return [fact_of(row) for row in session.scalars(of_it)]

    def confirmed(self, cycle: int) -> dict[str, list[Fact]]:
        """Return the confirmed facts of a cycle, by conversation."""
        pairs = (
            select(InterviewRow.conversation, FactRow)
            .join(FactRow, FactRow.interview_id == InterviewRow.id)
            .where(InterviewRow.cycle_id == cycle)
            .order_by(InterviewRow.id, FactRow.id)
        )
        facts: dict[str, list[Fact]] = {}
        with self.tenant.reading() as session:
            for conversation, row in session.execute(pairs):
                facts.setdefault(conversation, []).append(fact_of(row))
        return facts

    def state(self, conversation: str) -> str | None:
        """Return an interview's state, or None before its first reply."""
        named = select(InterviewRow.state).where(InterviewRow.conversation == conversation)
        with self.tenant.reading() as session:
            return session.scalar(named)

    def events(self, conversation: str) -> list[str]:
        """Return what happened in an interview, in order."""
        of_it = select(EventRow.body).join(InterviewRow, EventRow.interview_id == InterviewRow.id)
        of_it = of_it.where(InterviewRow.conversation == conversation).order_by(EventRow.seq)
        with self.tenant.reading() as session:
            return list(session.scalars(of_it))

    def replies(self, message_id: str) -> list[Reply] | None:
        """Return what a message was answered with, or None while it is not answered."""
        with self.tenant.reading() as session:
            answered = InboxRow.message == message_id, InboxRow.status == "done"
            row = session.scalar(select(InboxRow).where(*answered))
            return _replies(session, row) if row else None

    def transcript(self, conversation: str) -> list[Line]:
        """Return a conversation, each message followed by its replies."""
        said = select(InboxRow).join(InterviewRow, InboxRow.interview_id == InterviewRow.id)
        said = said.where(InterviewRow.conversation == conversation).order_by(InboxRow.id)
        with self.tenant.reading() as session:
            rows = session.scalars(said).all()
            answers = _answers(session, [row.id for row in rows])
        return [line for row in rows for line in (*_said(row), *answers.get(row.id, ()))]


def _record(row: InterviewRow) -> InterviewRecord:
    known = (row.conversation, row.channel, row.employer, row.stage)
    return InterviewRecord(*known, row.started, row.changed, row.confirmed)


def _replies(session: Session, row: InboxRow) -> list[Reply]:
    bodies = select(OutboxRow.body).where(OutboxRow.inbox_id == row.id).order_by(OutboxRow.id)
    return [read_reply(body) for body in session.scalars(bodies)]


def _said(row: InboxRow) -> list[Line]:
    if row.payload is None:
        return []  # erased
    message = read_message(row.payload)
    return [Line(message.at, "employer", message.text, message=row.message)]


def _answers(session: Session, messages: Sequence[int]) -> dict[int, list[Line]]:
    sent = select(OutboxRow).where(OutboxRow.inbox_id.in_(messages)).order_by(OutboxRow.id)
    answers: dict[int, list[Line]] = {}
    for row in session.scalars(sent):
        reply = read_reply(row.body)
        line = Line(row.written, "needline", reply.say, reply, row.key.rpartition(":")[0])
        answers.setdefault(row.inbox_id, []).append(line)
    return answers
