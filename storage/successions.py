"""Which concept took the place of which, and what waits for a person to say so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias, cast

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from needs.concept import Concept
from needs.succession import Heirs, Identity, Kind, Proposal, Suggestion, identity
from storage.once import add_once
from storage.tables import SuccessionRow
from storage.tenant import Tenant

CONCEPT = TypeAdapter(Concept)
SUGGESTIONS = TypeAdapter(tuple[Suggestion, ...])
Status: TypeAlias = Literal["certain", "open", "decided"]
IN_FORCE = SuccessionRow.ended.is_(None)
ITSELF = "itself"  # who carried over what is certain


@dataclass(frozen=True)
class Succession:
    """Who takes a concept's place in the ``target`` version; nobody, where ``heir`` is None.

    As long as it is open the old concept stays in force.
    """

    id: int
    proposal: Proposal
    target: str
    status: Status
    by: str
    at: datetime
    ended: datetime | None

    @property
    def key(self) -> Identity:
        """Return what the old concept is known by."""
        return identity(self.proposal.old)


@dataclass(frozen=True)
class Successions:
    """A partnership's successions. None is changed or lost: a newer one ends the one before."""

    tenant: Tenant

    def carry(self, proposals: Iterable[Proposal], target: str, now: datetime) -> None:
        """Keep what is certain and what is open, all or nothing; what was asked stays asked."""
        with self.tenant.writing() as session:
            asked = _asked(session)
            for one in proposals:
                if identity(one.old) in asked:
                    _end_outdated(session, one, target, now)
                _add(session, one, target, "certain" if one.heir else "open", (ITSELF, now))

    def end(self, concepts: Iterable[Concept], now: datetime) -> None:
        """End the successions from concepts that are back in the version in use."""
        with self.tenant.writing() as session:
            for concept in concepts:
                over = update(SuccessionRow).where(_of(identity(concept)))
                session.execute(over.values(ended=now))

    def decide(self, number: int, heir: Concept | None, by: str, now: datetime) -> bool:
        """Decide what is open; False where somebody else has done so, or it was never asked."""
        return self._answer(number, heir, "decided", (by, now))

    def undo(self, number: int, by: str, now: datetime) -> bool:
        """Open again what a person decided; False where that is undone or was never decided."""
        return self._answer(number, None, "open", (by, now))

    def waiting(self) -> int:
        """Count what is open."""
        counted = select(func.count(SuccessionRow.id)).where(IN_FORCE)
        with self.tenant.reading() as session:
            return session.scalar(counted.where(SuccessionRow.status == "open")) or 0

    def standing(self, then: datetime | None = None) -> list[Succession]:
        """Return what is in force, or what was in force at a time, the oldest first."""
        was: ColumnElement[bool] = IN_FORCE
        if then is not None:
            was = or_(IN_FORCE, SuccessionRow.ended > then) & (SuccessionRow.at <= then)
        with self.tenant.reading() as session:
            rows = session.scalars(select(SuccessionRow).where(was).order_by(SuccessionRow.id))
            return [_succession(row) for row in rows]

    def history(self) -> list[Succession]:
        """Return all that ever was in force, the oldest first."""
        with self.tenant.reading() as session:
            rows = session.scalars(select(SuccessionRow).order_by(SuccessionRow.id))
            return [_succession(row) for row in rows]

    def heirs(self, then: datetime | None = None) -> Heirs:
        """Return who takes whose place today, or took it at a time."""
        settled = [one for one in self.standing(then) if one.status != "open"]
        called = {one.key: one.proposal.old for one in self.history()}
        return Heirs({one.key: one.proposal.heir for one in settled}, called)

    def _answer(
        self, number: int, heir: Concept | None, status: Status, who: tuple[str, datetime]
    ) -> bool:
        before: Status = "open" if status == "decided" else "decided"
        asked = SuccessionRow.id == number, SuccessionRow.status == before, IN_FORCE
        with self.tenant.writing() as session:
            # Locked, so that of two who answer at once the second one finds it answered.
            row = session.scalar(select(SuccessionRow).where(*asked).with_for_update())
            if row is None:
                return False
            row.ended = who[1]
            session.flush()
            old = _succession(row)
            answer = replace(old.proposal, heir=heir)
            return _add(session, answer, old.target, status, who)


def _of(key: Identity) -> ColumnElement[bool]:
    scheme, uri, version = key
    same = (SuccessionRow.scheme == scheme) & (SuccessionRow.uri == uri)
    return same & (SuccessionRow.version == version) & IN_FORCE


def _asked(session: Session) -> set[Identity]:
    """Return what questions are about; found at once, as others wait while a version is changed."""
    rows = session.scalars(select(SuccessionRow).where(SuccessionRow.status == "open", IN_FORCE))
    return {(row.scheme, row.uri, row.version) for row in rows}


def _end_outdated(session: Session, proposal: Proposal, target: str, now: datetime) -> None:
    """End a question that was asked about another version, or with other suggestions."""
    other = SuccessionRow.suggestions != _written(proposal.suggestions)
    outdated = SuccessionRow.status == "open", other | (SuccessionRow.target != target)
    over = update(SuccessionRow).where(_of(identity(proposal.old)), *outdated)
    session.execute(over.values(ended=now))


def _written(suggestions: tuple[Suggestion, ...]) -> str:
    return SUGGESTIONS.dump_json(suggestions).decode()


def _add(
    session: Session, proposal: Proposal, target: str, status: Status, who: tuple[str, datetime]
) -> bool:
    old, by, now = proposal.old, *who
    said = {"kind": proposal.kind, "target": target, "status": status, "decided_by": by, "at": now}
    named = {"scheme": old.scheme, "uri": old.uri, "version": old.version, "label": old.label}
    heir = CONCEPT.dump_json(proposal.heir).decode() if proposal.heir else None
    made = {"heir": heir, "suggestions": _written(proposal.suggestions)}
    return add_once(session, SuccessionRow, **said, **named, **made) is not None


def _succession(row: SuccessionRow) -> Succession:
    old = Concept(row.scheme, row.uri, row.label, row.version)
    heir = CONCEPT.validate_json(row.heir) if row.heir else None
    suggestions = SUGGESTIONS.validate_json(row.suggestions)
    proposal = Proposal(cast("Kind", row.kind), old, heir, suggestions)
    status = cast("Status", row.status)
    return Succession(row.id, proposal, row.target, status, row.decided_by, row.at, row.ended)
