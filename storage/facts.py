"""A confirmed fact as a row, and back."""

import json
from typing import Literal, TypeAlias, cast

from needs.fact import Evidence, Fact, Given, Quote
from needs.slots import dump, load
from storage.tables import FactRow

Giver: TypeAlias = Literal["button", "form", "person"]


def fact_row(interview: int, fact: Fact) -> FactRow:
    """Return the row that keeps a fact with its evidence."""
    row = FactRow(interview_id=interview, slot=fact.slot, role=fact.role)
    row.value = json.dumps(dump(fact.value))
    row.message = fact.evidence.message
    match fact.evidence:
        case Quote(_, start, end, quote):
            row.quote_start, row.quote_end, row.quote = start, end, quote
        case Given(by):
            row.given_by = by
    return row


def fact_of(row: FactRow) -> Fact:
    """Return the fact that a row keeps."""
    return Fact(row.slot, load(row.slot, json.loads(row.value)), _evidence(row), row.role)


def _evidence(row: FactRow) -> Evidence:
    if row.given_by is not None:
        return Given(cast("Giver", row.given_by), row.message)
    return Quote(row.message, row.quote_start or 0, row.quote_end or 0, row.quote or "")
