"""A table of an official download, whatever file it stands in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from taxonomy.errors import MissingColumns, UnreadableText

Row: TypeAlias = tuple[int, list[str]]  # the number of its line, or row of a sheet; its cells
PREAMBLE = 40  # the most rows that may stand above a header


@dataclass(frozen=True)
class Record:
    """A row below the header: its line, and its cells by column, without blanks at the ends."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True)
class Table:
    """A table that is read row by row, as often as wanted.

    ``name`` is plain, such as ``skills`` for skills_en.csv; ``file`` is the one to show; ``place``
    has the folders and the archive as well. ``rows`` yields all rows, ``digest`` the SHA-256 of
    the file; ``above`` is the number of rows above the header. Rows of a sheet are ``ragged``:
    cells at their end may be missing.
    """

    name: str
    file: str
    place: str
    rows: Callable[[], Iterator[Row]]
    digest: Callable[[], str]
    above: int = 0
    ragged: bool = False

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns; none where the file cannot be read."""
        try:
            return _columns(self._below())
        except UnreadableText:
            return ()

    def headed(self, *columns: str) -> "Table | None":
        """Return this table read from the row that has these columns, or None without one."""
        try:
            for above, (_, cells) in zip(range(PREAMBLE), self.rows(), strict=False):
                if set(columns) <= {_plain(cell) for cell in cells}:
                    return replace(self, above=above)
        except UnreadableText:
            return None
        return None

    def records(self, *needed: str) -> Iterator[Record]:
        """Yield the rows; MissingColumns where one of the needed columns is not there."""
        rows = self._below()
        columns = _columns(rows)
        if missing := [column for column in needed if column not in columns]:
            raise MissingColumns(f"{self.file} has no column {_listed(missing)}.")
        for line, cells in rows:
            if self.ragged:
                _pad(cells, len(columns))
            if len(cells) != len(columns):
                raise UnreadableText(_uneven(self.file, line, len(cells), len(columns)))
            yield Record(line, dict(zip(columns, map(str.strip, cells), strict=True)))

    def _below(self) -> Iterator[Row]:
        rows = self.rows()
        for _ in range(self.above):
            next(rows, None)
        return rows


Tables: TypeAlias = Mapping[str, Table]  # by plain name: "skills", "occupation data", "cip-soc"


def _pad(cells: list[str], width: int) -> None:
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    cells += [""] * (width - len(cells))


def _columns(rows: Iterator[Row]) -> tuple[str, ...]:
    _, cells = next(rows, (0, []))
    return tuple(_plain(cell) for cell in cells)


def _plain(cell: str) -> str:
    return " ".join(cell.split())


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _uneven(file: str, line: int, cells: int, columns: int) -> str:
    return f"{file}, line {line} has {cells} cells, the header {columns}."
