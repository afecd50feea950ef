"""Storing what came of a message; called inside the one transaction that finishes it."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from storage.facts import fact_row
from storage.forgetting import forget
from storage.letters import write_reply
from storage.tables import EventRow, FactRow, InboxRow, InterviewRow, OutboxRow
from storage.work import Outcome

FETCHED = ("web", "terminal", "jsonl")  # their replies are fetched, so nobody has to send them


def record(
    session: Session, row: InboxRow, interview: InterviewRow, outcome: Outcome, now: datetime
) -> None:
    """Store an outcome: state, event, replies and facts, and the message as done."""
    interview.stage, interview.changed = outcome.stage, now
    interview.version += 1
    row.status, row.owner, row.lease_until, row.reason = "done", None, None, None
    if outcome.forget:
        forget(session, interview, up_to=row.id)
    else:
        _remember(session, interview, outcome, now)
    for number, reply in enumerate(outcome.replies):
        session.add(_posted(row, interview, number, write_reply(reply), now))


def _remember(session: Session, interview: InterviewRow, outcome: Outcome, now: datetime) -> None:
    interview.state = outcome.state
    latest = select(func.max(EventRow.seq)).where(EventRow.interview_id == interview.id)
    seq = (session.scalar(latest) or 0) + 1
    session.add(EventRow(interview_id=interview.id, seq=seq, body=outcome.event, at=now))
    if outcome.facts is not None:
        session.execute(delete(FactRow).where(FactRow.interview_id == interview.id))
        session.add_all(fact_row(interview.id, fact) for fact in outcome.facts)
        interview.confirmed = now if outcome.facts else None
        interview.employer = outcome.employer if outcome.facts else None


def _posted(
    row: InboxRow, interview: InterviewRow, number: int, body: str, now: datetime
) -> OutboxRow:
    fetched = interview.channel in FETCHED
    return OutboxRow(
        interview_id=interview.id,
        inbox_id=row.id,
        key=f"{row.message}:{number}",
        body=body,
        status="sent" if fetched else "open",
        written=now,
        sent=now if fetched else None,
    )
