"""Tables in Excel workbooks."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from taxonomy.errors import UnreadableText
from taxonomy.importing.archive import checked
from taxonomy.importing.place import BROKEN, Place, counted
from taxonomy.importing.sheet import Cells, Handler, Strings, heard, plain
from taxonomy.importing.table import Row

BOOK = "xl/workbook.xml"
PARTS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"


@dataclass
class Named:
    """The elements of a kind and their attributes, such as the sheets of a workbook."""

    tag: str
    found: list[dict[str, str]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""
        self.heard.clear()
        if plain(tag) == self.tag:
            self.found.append({plain(key): one for key, one in attributes.items()})

    def end(self, tag: str) -> None:
        """Hear that an element ends."""


def sheet_names(place: Place) -> list[str]:
    """Return the names of the sheets; none where this is no workbook."""
    try:
        with _opened(place) as book:
            return [sheet.get("name", "") for sheet in _named(book, BOOK, "sheet")]
    except UnreadableText:
        return []


def sheet_rows(place: Place, name: str) -> Iterator[Row]:
    """Yield the rows of a sheet that are not empty; cells at a row's end may be missing."""
    with _opened(place) as book:
        strings = Strings()
        if STRINGS in book.namelist():
            for _ in _heard(book, STRINGS, strings):
                pass
        cells = Cells(strings.texts)
        for _ in _heard(book, _part(book, name), cells):
            yield from cells.ready
            cells.ready.clear()


@contextmanager
def _opened(place: Place) -> Iterator[zipfile.ZipFile]:
    with place.opened() as stream:
        data = io.BytesIO(stream.read())
    try:
        with zipfile.ZipFile(data) as book:
            checked(book.infolist(), place.shown)
            yield book
    except (*BROKEN, KeyError):
        raise UnreadableText(f"{place.file} is no whole Excel workbook.") from None


def _part(book: zipfile.ZipFile, name: str) -> str:
    """Return where the sheet of a name stands in the archive."""
    wanted = [sheet.get("id") for sheet in _named(book, BOOK, "sheet") if sheet["name"] == name]
    targets = {part.get("Id"): part["Target"] for part in _named(book, PARTS, "Relationship")}
    return posixpath.join("/xl", targets[wanted[0]]).lstrip("/")


def _named(book: zipfile.ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    handler = Named(tag)
    for _ in _heard(book, part, handler):
        pass
    return handler.found


def _heard(book: zipfile.ZipFile, part: str, handler: Handler) -> Iterator[None]:
    info = book.getinfo(part)
    with counted(book.open(info), part, info.compress_size) as stream:
        yield from heard(stream, handler)
