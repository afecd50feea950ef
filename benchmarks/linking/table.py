"""The results as one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from benchmarks.linking.measures import MEASURES, Estimate

HEAD = ("set", "system", *MEASURES, "texts/s", "peak MiB")
NOTE = (
    "In per cent, with 95 % bootstrap intervals (1,000 resamples of the sentences, the same for"
    " all systems). ≈: by them not to be told apart from the first row of its set."
)


@dataclass(frozen=True)
class Row:
    """One system on one set."""

    of: str
    system: str
    estimates: Sequence[Estimate]
    pace: float
    peak: float


def plain(rows: Sequence[Row]) -> str:
    """Return the table for a terminal."""
    lines = [HEAD, *_cells(rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    padded = (
        [cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines
    )
    return "\n".join("  ".join(line).rstrip() for line in padded)


def markdown(rows: Sequence[Row]) -> str:
    """Return the table for a page."""
    rule = ["---"] * 2 + ["---:"] * (len(HEAD) - 2)
    return "\n".join(f"| {' | '.join(line)} |" for line in (HEAD, rule, *_cells(rows)))


def _cells(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    cells: list[tuple[str, ...]] = []
    for name, some in groupby(rows, key=lambda row: row.of):
        for number, row in enumerate(some):
            values = [_value(one, compared=number > 0) for one in row.estimates]
            pace = f"{row.pace:.0f}" if row.pace >= 10 else f"{row.pace:.1f}"
            cells.append((name, row.system, *values, pace, f"{row.peak:.0f}"))
    return cells


def _value(one: Estimate, *, compared: bool) -> str:
    sign = "≈ " if compared and not one.differs else ""
    return f"{sign}{100 * one.mean:.1f} ({100 * one.low:.1f}–{100 * one.high:.1f})"
