"""All tables in what a person gives: a zip, a folder or a file."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from taxonomy.errors import NotFound, UnsupportedLayout
from taxonomy.importing.archive import members
from taxonomy.importing.place import Place
from taxonomy.importing.table import Row, Table
from taxonomy.importing.text import comma_rows, tab_rows
from taxonomy.importing.workbook import sheet_names, sheet_rows

ENGLISH = re.compile(r"_en$")
MOST_FILES = 10_000
ROWS = {".csv": comma_rows, ".txt": tab_rows}


@dataclass(frozen=True)
class Download:
    """What was given: its tables, and the places of all files, read or not."""

    tables: tuple[Table, ...]
    files: tuple[str, ...]


def open_tables(path: Path) -> Download:
    """Return the tables in a zip, a folder or a file; nothing is unpacked to the disk."""
    places = list(_places(path))
    tables = [table for place in places for table in _tables(place)]
    return Download(tuple(tables), tuple(place.shown for place in places))


def _places(path: Path) -> Iterator[Place]:
    path = path.resolve()
    if not (path.is_dir() or path.is_file()):
        raise NotFound(path)
    for file in _walk(path) if path.is_dir() else [path]:
        place = Place(file, file.relative_to(path.parent).as_posix())
        yield from members(place) if file.suffix.lower() == ".zip" else [place]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in order; links that lead out of it are not followed."""
    files = list(islice(_files(folder), MOST_FILES + 1))
    if len(files) > MOST_FILES:
        raise UnsupportedLayout(f"{folder.name} holds too many files. Name the right ones.")
    return (file for file in sorted(files) if file.resolve().is_relative_to(folder))


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        files = (Path(root, name) for name in names if not _is_hidden(name))
        yield from (file for file in files if file.is_file())


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "__MACOSX"))


def _tables(place: Place) -> Iterator[Table]:
    name, dot, suffix = place.file.rpartition(".")
    kind = f"{dot}{suffix}".lower()
    if _is_hidden(place.file):
        return
    if rows := ROWS.get(kind):
        yield _table(place, ENGLISH.sub("", name) if kind == ".csv" else name, rows)
    elif kind == ".xlsx":
        yield from _sheets(place, name)


def _table(place: Place, name: str, rows: Callable[[Place], Iterator[Row]]) -> Table:
    return Table(name.lower(), place.file, place.shown, partial(rows, place), place.digest)


def _sheets(place: Place, name: str) -> Iterator[Table]:
    """Yield the sheets of a workbook; one that has a single sheet goes by its own name."""
    sheets = sheet_names(place) or [""]
    for sheet in sheets:
        yield Table(
            (sheet if len(sheets) > 1 else name).lower(),
            place.file,
            place.shown,
            partial(sheet_rows, place, sheet),
            place.digest,
            ragged=True,
        )
