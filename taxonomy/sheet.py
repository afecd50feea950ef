"""Reads one CSV file row by row; a fault names the file, the line, the column and what to do."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from taxonomy.errors import VocabularyFaulty
from taxonomy.vocabulary import Place


@dataclass(frozen=True)
class Row:
    """One row: its place and its cells by column."""

    place: Place
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Return a cell without blanks around it; it may be empty."""
        return " ".join(self.cells[column].split())

    def needed(self, column: str) -> str:
        """Return a cell that must not be empty."""
        return self.text(column) or self._refuse(column, "this is empty. Fill it in.")

    def items(self, column: str) -> tuple[str, ...]:
        """Return the items of a cell, which `|` separates."""
        text = self.text(column)
        return tuple(item.strip() for item in text.split("|")) if text else ()

    def one_of(self, column: str, *allowed: str) -> str:
        """Return a cell that must be one of the given words."""
        text = self.text(column)
        names = ", ".join(word or "empty" for word in allowed)
        return (
            text if text in allowed else self._refuse(column, f"“{text}” must be one of: {names}.")
        )

    def _refuse(self, column: str, what: str) -> str:
        raise VocabularyFaulty(self.place.fault(column, what))


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a CSV file that has at least these columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_header(path.name, reader.fieldnames or (), columns)
            for cells in reader:
                yield _row(Place(path.name, reader.line_num), cells)
    except FileNotFoundError:
        raise VocabularyFaulty(f"{path.name} is not in {path.parent}. Put it there.") from None
    except (UnicodeDecodeError, csv.Error):
        what = f"{path.name} is no CSV file in UTF-8. Save it again as “CSV UTF-8”."
        raise VocabularyFaulty(what) from None


def _check_header(file: str, found: object, columns: tuple[str, ...]) -> None:
    names = list(found) if isinstance(found, (list, tuple)) else []
    for column in columns:
        if column not in names:
            what = "the header row lacks this column. Add it."
            raise VocabularyFaulty(Place(file, 1).fault(column, what))


def _row(place: Place, cells: Mapping[str | None, object]) -> Row:
    for column, cell in cells.items():
        if column is None:
            what = "the row has too many cells. Put quotes around a cell with a comma."
            raise VocabularyFaulty(place.fault("(after the last)", what))
        if cell is None:
            raise VocabularyFaulty(place.fault(column, "the row ends before this cell. Add it."))
    return Row(place, {str(column): str(cell) for column, cell in cells.items()})
