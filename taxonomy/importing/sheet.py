"""What stands in the XML files of an Excel workbook, read as it streams by.

A cell far out costs nothing here; readers that lay a sheet out in memory first can be brought
down by two cells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Any, Protocol
from xml.parsers import expat

from taxonomy.importing.table import Row

CHUNK = 2**16
DIGITS = "0123456789"
COLUMNS = 1_000  # more than any official table has
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Handler(Protocol):
    """Hears where elements begin and end; pieces of text are put into ``heard`` in between."""

    heard: list[str]

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""
        ...

    def end(self, tag: str) -> None:
        """Hear that an element ends."""
        ...


class BadSheet(ValueError):
    """The XML is not what a workbook has."""


@dataclass
class Strings:
    """The texts that the cells of a workbook share; hints on how to say them are left out."""

    texts: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    _hint: bool = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""
        self.heard.clear()
        name = plain(tag)
        if name == "si":
            self.texts.append("")
        self._hint = self._hint or name == "rPh"

    def end(self, tag: str) -> None:
        """Hear that an element ends."""
        name = plain(tag)
        if name == "t" and self.texts and not self._hint:
            self.texts[-1] += said(self.heard)
        self._hint = self._hint and name != "rPh"


@dataclass
class Cells:
    """The rows of a sheet; ``ready`` has those that are whole and were not taken yet."""

    strings: list[str]
    ready: list[Row] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    _line: int = 0
    _cells: list[str] = field(default_factory=list)
    _column: int = 0
    _type: str = ""
    _value: str = ""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""
        self.heard.clear()
        name = plain(tag)
        if name == "c":
            self._column = self._place(attributes.get("r"))
            self._type, self._value = attributes.get("t", "n"), ""
        elif name == "row":
            self._line, self._cells = int(attributes.get("r", self._line + 1)), []

    def end(self, tag: str) -> None:
        """Hear that an element ends."""
        name = plain(tag)
        if name in {"v", "t"}:
            self._value += said(self.heard)
        elif name == "c":
            self._cells += [""] * (self._column - len(self._cells))
            self._cells.append(self._said())
        elif name == "row" and any(self._cells):
            self.ready.append((self._line, self._cells))

    def _place(self, reference: str | None) -> int:
        """Return the place of a cell in its row: that of its letters, else after the last one."""
        place = _column(reference.rstrip(DIGITS)) if reference else len(self._cells)
        if place < len(self._cells):
            raise BadSheet
        return place

    def _said(self) -> str:
        if self._type == "s":
            return self.strings[int(self._value)]
        return _number(self._value) if self._type == "n" else self._value


def heard(stream: IO[bytes], handler: Handler) -> Iterator[None]:
    """Read XML and let the handler hear it; a turn of the loop is a piece of the file."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = handler.begin
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.heard.append
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk)
            yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, ValueError, IndexError):
        raise BadSheet from None


def plain(tag: str) -> str:
    """Return a tag without its prefix."""
    return tag.rpartition(":")[2] if ":" in tag else tag


def said(pieces: list[str]) -> str:
    """Return the text of some pieces; odd letters stand in it as codes."""
    text = "".join(pieces)
    return ESCAPE.sub(_letter, text) if "_x" in text else text


def _letter(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))


def _refuse(*_: Any) -> None:
    raise BadSheet


@lru_cache(maxsize=2 * COLUMNS)
def _column(letters: str) -> int:
    """Return the number of a column: 0 for A, 26 for AA."""
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    if not (letters.isalpha() and letters.isupper() and letters.isascii() and place <= COLUMNS):
        raise BadSheet
    return place - 1


def _number(value: str) -> str:
    """Return a number as it is written in a code: 111, not 111.0."""
    if value.isdigit() or not value:
        return value
    number = float(value)
    return str(int(number)) if number.is_integer() else value
