"""Tables in text files: separated by commas, or by tabs as O*NET does it."""

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from taxonomy.errors import UnreadableText
from taxonomy.importing.place import Place
from taxonomy.importing.table import Row

if TYPE_CHECKING:
    from _csv import Reader


TOO_LONG = "a cell is longer than any official one; a quote may be missing."


class Tabs(csv.excel_tab):
    """O*NET's text, where a quote is a letter like any other."""

    quoting = csv.QUOTE_NONE


def comma_rows(place: Place) -> Iterator[Row]:
    """Yield the rows of a CSV file, where a cell in quotes may run over several lines."""
    return _rows(place, csv.excel)


def tab_rows(place: Place) -> Iterator[Row]:
    """Yield the rows of O*NET's text, where ``n/a`` says nothing."""
    for line, cells in _rows(place, Tabs):
        yield line, ["" if cell == "n/a" else cell for cell in cells]


def _rows(place: Place, dialect: type[csv.Dialect]) -> Iterator[Row]:
    with place.opened() as stream, io.TextIOWrapper(stream, "utf-8-sig", newline="") as text:
        line, cells = 1, [""]
        try:
            for line, cells in _numbered(place.file, csv.reader(text, dialect)):
                yield line, cells
        except UnicodeDecodeError:
            where = _first_broken_line(place)
            raise UnreadableText(f"{place.file}, line {where} is no UTF-8 text.") from None
    if "\n" in cells[-1] and _is_open(place):
        raise UnreadableText(f"{place.file}, line {line}: a cell in quotes has no end.")


def _numbered(file: str, reader: "Reader") -> Iterator[Row]:
    """Yield the rows that are not empty, with the number of the line where each begins."""
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise UnreadableText(f"{file}, line {line}: {TOO_LONG}") from None


def _is_open(place: Place) -> bool:
    """Say whether a quote was opened that nothing closes, so that a cell ran on to the end."""
    with place.opened() as stream:
        return sum(line.count(b'"') for line in stream) % 2 == 1


def _first_broken_line(place: Place) -> int:
    with place.opened() as stream:
        for number, line in enumerate(stream, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1
