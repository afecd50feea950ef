"""Which row of the inbox or the outbox comes next."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, exists, literal, or_, select
from sqlalchemy.orm import aliased

from storage.tables import InboxRow, OutboxRow

Queued = TypeVar("Queued", InboxRow, OutboxRow)


def next_in(kind: type[Queued], now: datetime) -> Select[Queued]:
    """Select the oldest row that is free; a conversation's rows come one at a time, in order."""
    free = or_(kind.lease_until.is_(None), kind.lease_until <= now)
    ready = select(kind).where(is_open(kind), free, ~_held_back(kind))
    return ready.order_by(kind.id).limit(1).with_for_update(of=kind, skip_locked=True)


def is_open(kind: type[Queued]) -> ColumnElement[bool]:
    """Say that a row still waits; written out, so that the partial index serves."""
    return kind.status == literal("open", literal_execute=True)


def _held_back(kind: type[Queued]) -> ColumnElement[bool]:
    other = aliased(kind)
    same = other.interview_id == kind.interview_id
    return exists().where(is_open(other), same, other.id < kind.id)
