"""Erasing what an employer said, and what was decided about their words alone."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from needs.answers import Skill
from storage.facts import fact_of
from storage.tables import DecisionRow, EventRow, FactRow, InboxRow, InterviewRow, OutboxRow

KINDS = {"role.skills": "skill", "role.title": "occupation"}  # whose words are decided about


def forget(session: Session, interview: InterviewRow, up_to: int | None = None) -> None:
    """Erase an interview; its messages' ids stay, and so does what came after ``up_to``."""
    interview.state = interview.employer = interview.confirmed = None
    for kind in (EventRow, FactRow, OutboxRow):
        session.execute(delete(kind).where(kind.interview_id == interview.id))
    said = update(InboxRow).where(InboxRow.interview_id == interview.id)
    if up_to is not None:
        said = said.where(InboxRow.id <= up_to)
    session.execute(said.values(payload=None, reason=None))
    _forget_decisions(session)


def close_all(session: Session, interview: InterviewRow) -> None:
    """Take an interview's messages out of the queue: nothing in them is left to be answered."""
    of_it = update(InboxRow).where(InboxRow.interview_id == interview.id)
    session.execute(of_it.values(status="done", owner=None, lease_until=None))


def _forget_decisions(session: Session) -> None:
    """Forget the decisions about words that nobody's confirmed answers hold any more."""
    held = _words(session)
    known = session.execute(select(DecisionRow.id, DecisionRow.kind, DecisionRow.words)).all()
    lost = [number for number, kind, words in known if (kind, _plain(words)) not in held]
    session.execute(delete(DecisionRow).where(DecisionRow.id.in_(lost)))


def _words(session: Session) -> set[tuple[str, str]]:
    held: set[tuple[str, str]] = set()
    for row in session.scalars(select(FactRow).where(FactRow.slot.in_(KINDS))):
        value = fact_of(row).value
        for one in value if isinstance(value, tuple) else (value,):
            text = one.quote if isinstance(one, Skill) else str(one)
            held.add((KINDS[row.slot], _plain(text)))
    return held


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
