"""Disclosure control: what of the cells may be published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from needs.ledger import Entry
from needs.signal import Signal
from signals.cell import Cell
from signals.fresh import look_at
from signals.nesting import withhold_nested
from signals.rules import Rules
from signals.standing import stands

KINDS = ("skill", "credential", "occupation")


@dataclass(frozen=True)
class Protected:
    """What may be published, what stands behind it, and how many of today's cells are hidden."""

    signals: tuple[Signal, ...]
    entries: tuple[Entry, ...]
    withheld: int


def protect(cells: Iterable[Cell], rules: Rules, earlier: Mapping[str, Entry]) -> Protected:
    """Return what may be published of the cells, beside what was published earlier in the cycle."""
    now = {cell.key: cell for cell in cells}
    standing = {key: old for key, old in earlier.items() if stands(old, now.get(key), rules)}
    gone = {key: Entry(key, {}, None) for key in earlier if key not in now}
    fresh = [look_at(cell, rules) for key, cell in now.items() if key not in standing]
    entries = gone | withhold_nested(fresh, earlier.values(), rules.threshold) | standing
    withheld = sum(entries[key].signal is None for key in now)
    signals = [entry.signal for entry in entries.values() if entry.signal]
    ranked = tuple(sorted(signals, key=_rank))
    return Protected(ranked, tuple(entries[key] for key in sorted(entries)), withheld)


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
