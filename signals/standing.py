"""What was already published stands, unless enough has changed behind it."""

from collections.abc import Iterable

from needs.ledger import Contributors, Entry
from signals.cell import Cell
from signals.fresh import openings
from signals.rules import Rules, is_dominated


def differing(now: Contributors, before: Contributors) -> set[str]:
    """Return the groups whose contribution is not what it was."""
    return {group for group in {*now, *before} if now.get(group) != before.get(group)}


def stands(entry: Entry, cell: Cell | None, rules: Rules) -> bool:
    """Say whether a cell's newest entry has to stand as it is; a cell that has gone is ``None``."""
    unchanged = not differing(cell.contributors if cell else {}, entry.contributors)
    if unchanged or entry.signal is None:
        return unchanged
    return _too_near(entry, cell, rules)


def tells_beside(cell: Cell, past: Iterable[Entry], rules: Rules) -> bool:
    """Say whether a number would tell on somebody beside any that was published of its cell."""
    return any(_too_near(entry, cell, rules) for entry in past if entry.signal)


def _too_near(entry: Entry, cell: Cell | None, rules: Rules) -> bool:
    contributors = cell.contributors if cell else {}
    changed = differing(contributors, entry.contributors)
    came_or_went = contributors.keys() ^ entry.contributors.keys()
    too_few = any(0 < len(some) < rules.threshold for some in (changed, came_or_went))
    return too_few or (cell is not None and _betrays(entry, cell, rules))


def _betrays(entry: Entry, cell: Cell, rules: Rules) -> bool:
    """Say whether old and new openings, one taken from the other, would tell on a group."""
    if not (entry.signal and entry.signal.openings and openings(cell, rules)):
        return False
    lows, highs = _moves(entry.contributors, cell.contributors)
    moved = sum(bool(lo or hi) for lo, hi in zip(lows, highs, strict=True))
    if not moved:
        return False
    dominated = is_dominated(lows, rules.dominance_p) or is_dominated(highs, rules.dominance_p)
    return moved < rules.threshold or dominated


def _moves(before: Contributors, now: Contributors) -> tuple[list[int], list[int]]:
    groups = sorted(differing(now, before))
    pairs = [(now.get(group, (0, 0)), before.get(group, (0, 0))) for group in groups]
    return [abs(a[0] - b[0]) for a, b in pairs], [abs(a[1] - b[1]) for a, b in pairs]
