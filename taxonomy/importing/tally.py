"""Counts what becomes of rows while files are read."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from taxonomy.edition import Count
from taxonomy.importing.table import Record, Table


@dataclass
class Sheet:
    """The rows of one file: how many were read, and how many were skipped, by reason."""

    file: str
    rows: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def skip(self, reason: str) -> None:
        """Count a row that is left out, and why."""
        self.skipped[reason] += 1


@dataclass
class Tally:
    """The sheets of an import, in the order in which they were read.

    ``progress`` is called with a file's name and the number of its rows read so far.
    """

    progress: Callable[[str, int], None] = lambda _file, _rows: None
    sheets: list[Sheet] = field(default_factory=list)

    def read(self, table: Table, *needed: str) -> Iterator[tuple[Sheet, Record]]:
        """Yield the rows of a table with the sheet on which to count what is skipped."""
        sheet = Sheet(table.file)
        self.sheets.append(sheet)
        for record in table.records(*needed):
            sheet.rows += 1
            if sheet.rows % 1000 == 0:
                self.progress(sheet.file, sheet.rows)
            yield sheet, record
        self.progress(sheet.file, sheet.rows)

    def counts(self) -> tuple[Count, ...]:
        """Return what became of all rows."""
        return tuple(
            Count(one.file, one.rows, one.rows - one.skipped.total(), dict(one.skipped))
            for one in self.sheets
        )
