"""What one cell may say on its own."""

from needs.answers import Quantity
from needs.ledger import Entry
from needs.signal import Signal
from signals.cell import Cell
from signals.rules import Rules, is_dominated, nearest, nearest_count


def look_at(cell: Cell, rules: Rules) -> Entry:
    """Return a cell's entry, with its rounded signal where enough groups stand behind it."""
    if len(cell.contributors) < rules.threshold:
        return Entry(cell.key, cell.contributors, None)
    return Entry(cell.key, cell.contributors, _signal(cell, rules))


def openings(cell: Cell, rules: Rules) -> Quantity | None:
    """Return an occupation's rounded openings, or none where they are not safe to tell."""
    lows = [lo for lo, _ in cell.contributors.values()]
    highs = [hi for _, hi in cell.contributors.values()]
    if cell.kind != "occupation" or sum(hi > 0 for hi in highs) < rules.openings_threshold:
        return None
    # Either end could give away the one group that it is mostly made of.
    if is_dominated(lows, rules.dominance_p) or is_dominated(highs, rules.dominance_p):
        return None
    base = rules.openings_rounding
    return Quantity(nearest(sum(lows), base), nearest(sum(highs), base), approx=True)


def _signal(cell: Cell, rules: Rules) -> Signal:
    return Signal(
        kind=cell.kind,
        concept=cell.concept,
        employers=nearest_count(len(cell.contributors), rules.count_rounding),
        occupation=cell.occupation,
        openings=openings(cell, rules),
    )
