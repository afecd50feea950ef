"""A table of an official download, whatever file it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias


@dataclass(frozen=True)
class Record:
    """A row: the number of its line, or row of a spreadsheet, and its cells by column name.

    Cells are text, without blanks at the ends; O*NET's ``n/a`` and an empty cell are both empty.
    """

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


class Table(Protocol):
    """A table that is read row by row, as often as wanted.

    ``file`` is the name to show, such as ``skills_en.csv``; ``columns`` are those of its header.
    """

    @property
    def file(self) -> str:
        """Return the name to show."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        ...

    def records(self, *needed: str) -> Iterator[Record]:
        """Yield the rows; MissingColumns where one of the needed columns is not there."""
        ...


Tables: TypeAlias = Mapping[str, Table]  # by plain name: "skills", "occupation data", "cip-soc"
