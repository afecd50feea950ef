"""Disclosure control: what of the cells may be published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from needs.ledger import Entry
from needs.signal import Signal
from signals.cell import Cell
from signals.fresh import look_at
from signals.grouping import Past
from signals.nesting import withhold_nested
from signals.rules import Rules
from signals.standing import stands, tells_beside

KINDS = ("skill", "credential", "occupation")


@dataclass(frozen=True)
class Protected:
    """What may be published, what stands behind it, and how many of today's cells are hidden."""

    signals: tuple[Signal, ...]
    entries: tuple[Entry, ...]
    withheld: int


def protect(cells: Iterable[Cell], rules: Rules, past: Past) -> Protected:
    """Return what may be published of the cells, beside all that was published in the cycle."""
    now = {cell.key: cell for cell in cells}
    newest = {key: entries[-1] for key, entries in past.items()}
    standing = {
        key: _left_standing(entry, now.get(key))
        for key, entry in newest.items()
        if stands(entry, now.get(key), rules)
    }
    gone = {key: Entry(key, {}, None) for key in past if key not in now}
    changed = [cell for key, cell in now.items() if key not in standing]
    fresh = [_look_at(cell, past.get(cell.key, ()), rules) for cell in changed]
    public = [entry for entries in past.values() for entry in entries]
    entries = gone | withhold_nested(fresh, public, rules.threshold) | standing
    withheld = sum(entries[key].signal is None for key in now)
    signals = [entry.signal for entry in entries.values() if entry.signal]
    ranked = tuple(sorted(signals, key=_rank))
    return Protected(ranked, tuple(entries[key] for key in sorted(entries)), withheld)


def _left_standing(entry: Entry, cell: Cell | None) -> Entry:
    seen = cell.contributors if cell else {}
    return replace(entry, seen=None if seen == entry.contributors else seen)


def _look_at(cell: Cell, past: Sequence[Entry], rules: Rules) -> Entry:
    entry = look_at(cell, rules)
    return replace(entry, signal=None) if tells_beside(cell, past, rules) else entry


def _rank(signal: Signal) -> tuple[int, int, str, str, str]:
    """Order by what is public alone, so that the order tells nothing more."""
    within = signal.occupation.label if signal.occupation else ""
    concept = signal.concept
    return (
        KINDS.index(signal.kind),
        -signal.employers,
        concept.label.casefold(),
        within.casefold(),
        concept.uri,
    )
