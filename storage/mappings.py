"""What conveners decided about employers' words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, cast

from pydantic import TypeAdapter
from sqlalchemy import select, update

from needs.concept import Concept
from storage.tables import DecisionRow
from storage.tenant import Tenant

Kind: TypeAlias = Literal["skill", "occupation"]
CONCEPT = TypeAdapter(Concept)


@dataclass(frozen=True)
class Decision:
    """Which concept some words stand for; ``None`` where they stand for nothing listed."""

    id: int
    kind: Kind
    words: str
    concept: Concept | None
    by: str
    at: datetime
    undone: bool


@dataclass(frozen=True)
class Mappings:
    """A partnership's decisions. None is changed, but one may be marked as undone.

    They are forgotten with the last interview that holds their words.
    """

    tenant: Tenant

    def decide(
        self, kind: Kind, words: str, concept: Concept | None, by: str, now: datetime
    ) -> None:
        """Decide what some words stand for, from now on."""
        row = DecisionRow(kind=kind, words=words.casefold(), decided_by=by, at=now)
        row.concept = CONCEPT.dump_json(concept).decode() if concept else None
        with self.tenant.writing() as session:
            session.add(row)

    def decisions(self) -> dict[tuple[str, str], Concept | None]:
        """Return what holds today, by kind and casefolded words; the latest decision wins."""
        return {(one.kind, one.words): one.concept for one in self.history() if not one.undone}

    def undo(self, decision: int) -> None:
        """Mark a decision as undone; the one before it holds again."""
        with self.tenant.writing() as session:
            undone = update(DecisionRow).where(DecisionRow.id == decision)
            session.execute(undone.values(undone=True))

    def history(self) -> list[Decision]:
        """Return all decisions, the oldest first."""
        with self.tenant.reading() as session:
            rows = session.scalars(select(DecisionRow).order_by(DecisionRow.id))
            return [_decision(row) for row in rows]


def _decision(row: DecisionRow) -> Decision:
    concept = CONCEPT.validate_json(row.concept) if row.concept else None
    kind = cast("Kind", row.kind)
    return Decision(row.id, kind, row.words, concept, row.decided_by, row.at, row.undone)
