"""One release of the O*NET database: which it is, and the rows of its files."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from taxonomy.errors import MixedVersions
from taxonomy.importing.onet_files import File, layout
from taxonomy.importing.table import Table, Tables
from taxonomy.importing.tally import Sheet, Tally

README = "read me"
FIRST_LINE = re.compile(r"O\*NET (\d+\.\d+)")
IN_NAME = re.compile(r"(?<!\d)(\d\d)[._](\d)(?!\d)")
RELEASED = re.compile(r"([A-Z][a-z]+) (\d{4}) Release")
MONTHS = "January February March April May June July August September October November December"


def version(tables: Tables) -> str:
    """Return the release that the Read Me names, or else a folder or zip; "" where none does."""
    lines = tables[README].columns if README in tables else ()
    if found := FIRST_LINE.search(" ".join(lines)):
        return found[1]
    named = {found.groups() for one in tables.values() if (found := IN_NAME.search(one.place))}
    return ".".join(named.pop()) if len(named) == 1 else ""


@dataclass(frozen=True)
class Release:
    """The files of one release, read by our names for them and their columns."""

    version: str
    tables: Tables
    tally: Tally

    def rows(self, name: str) -> Iterator[tuple[Sheet, Mapping[str, str]]]:
        """Yield the rows of a file; a file that was not given is told in the tally."""
        file = layout(self.version, self.tables).files[name]
        if table := self.tables.get(file.table):
            yield from self._read(file, table)
        else:
            missing = f"not among the files: {file.without}"
            self.tally.sheets.append(Sheet(file.file, skipped=Counter({missing: 0})))

    def _read(self, file: File, table: Table) -> Iterator[tuple[Sheet, Mapping[str, str]]]:
        latest, rows = _released(self.tables), 0
        for sheet, record in self.tally.read(table, *file.columns.values()):
            row = {name: record[column] for name, column in file.columns.items()}
            if _month(row.get("date", "")) > latest:
                raise MixedVersions(
                    f"{table.file}, line {record.line}: {row['date']} is later than {self.version}."
                )
            rows = sheet.rows
            yield sheet, row
        others = [one for one, known in file.rows.items() if known == rows]
        if others and file.rows.get(self.version, rows) != rows:
            raise MixedVersions(f"{table.file} is of {others[0]}, not of {self.version}.")


def _released(tables: Tables) -> tuple[int, int]:
    """Return the year and month that the Read Me begins with, or else the last of all."""
    rows = tables[README].rows() if README in tables else iter(())
    found = RELEASED.search(" ".join(cell for _, cells in islice(rows, 2) for cell in cells))
    if not found or found[1] not in MONTHS.split():
        return 9999, 12
    return int(found[2]), MONTHS.split().index(found[1]) + 1


def _month(date: str) -> tuple[int, int]:
    month, _, year = date.partition("/")
    return (int(year), int(month)) if month.isdecimal() and year.isdecimal() else (0, 0)
