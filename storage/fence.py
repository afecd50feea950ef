"""The fence around a partnership's rows: what a statement may reach, and what it may not say."""

from typing import Any, cast

from sqlalchemy import Column, ColumnClause, Insert, Table, TextClause
from sqlalchemy.orm import FromStatement, ORMExecuteState, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlalchemy.sql.visitors import ExternallyTraversible

from storage.errors import ForeignPartnership
from storage.tables import Owned, PartnershipRow

UNTYPED = "Only typed rows can be asked for here: others are not limited."
MANY = "Rows are written one by one here, so that each is checked."
MOVED = "A row stays with its partnership."
FOREIGN = "Only rows that belong to a partnership are written here."


def limit(state: ORMExecuteState, partnership: int) -> None:
    """Limit a statement to one partnership; ForeignPartnership where that cannot be done."""
    if not state.is_orm_statement:
        raise ForeignPartnership(UNTYPED)
    if state.is_column_load or state.is_relationship_load:
        return  # of a row that is here already
    _require_typed(cast("ExternallyTraversible", state.statement))
    if not state.is_select:
        _require_own(state)
    if state.is_insert:
        statement = cast("Insert", state.statement)
        state.statement = statement.values(partnership_id=partnership)
    else:
        _limit_rows(state, partnership)


def _require_typed(statement: ExternallyTraversible) -> None:
    parts = list(visitors.iterate(statement))
    limited = {part.name for part in parts if isinstance(part, Table) and _is_typed(part)}
    if any(_is_bare(part, limited) for part in parts):
        raise ForeignPartnership(UNTYPED)


def _is_typed(part: Table | Column[Any]) -> bool:
    return "parententity" in part._annotations


def _is_bare(part: object, limited: set[str]) -> bool:
    if isinstance(part, Column):
        table = part.table
        return not (_is_typed(part) or (isinstance(table, Table) and table.name in limited))
    if isinstance(part, ColumnClause):
        return part.is_literal and part.name != "*"  # which count() and exists() have
    return isinstance(part, TextClause | FromStatement)


def _require_own(state: ORMExecuteState) -> None:
    if state.bind_mapper is None or not issubclass(state.bind_mapper.class_, Owned):
        raise ForeignPartnership(FOREIGN)
    if state.parameters:
        raise ForeignPartnership(MANY)
    if state.is_update and "partnership_id" in _columns(state):
        raise ForeignPartnership(MOVED)


def _columns(state: ORMExecuteState) -> set[str]:
    parts = visitors.iterate(cast("ExternallyTraversible", state.statement))
    return {part.name for part in parts if isinstance(part, Column)}


def _limit_rows(state: ORMExecuteState, partnership: int) -> None:
    state.statement = state.statement.options(
        with_loader_criteria(
            Owned, lambda kind: kind.partnership_id == partnership, include_aliases=True
        ),
        with_loader_criteria(
            PartnershipRow, PartnershipRow.id == partnership, include_aliases=True
        ),
    )
