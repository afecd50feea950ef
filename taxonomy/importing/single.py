"""The table of a scheme that stands in one table alone."""

from collections import Counter
from collections.abc import Iterator

from taxonomy.importing.table import Record, Table, Tables
from taxonomy.importing.tally import Sheet, Tally


def single(tables: Tables) -> Table:
    """Return the table to read: of several, as csv and xlsx, the last by name."""
    return tables[max(tables)]


def read_single(tables: Tables, tally: Tally, *needed: str) -> Iterator[tuple[Sheet, Record]]:
    """Yield the rows of the table to read; the others are told in the tally."""
    chosen = single(tables)
    yield from tally.read(chosen, *needed)
    for other in tables.values():
        if other is not chosen:
            reason = f"not read: {chosen.file} was taken instead"
            tally.sheets.append(Sheet(other.file, skipped=Counter({reason: 0})))
