"""An index file that is being written; the one in use stays until the new one is whole."""

import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from needs.concept import Concept
from taxonomy import versions
from taxonomy.edition import ABOUT, About, Kind, NameKind
from taxonomy.errors import IndexUnwritable
from taxonomy.layout import LAYOUT, LOOKUPS
from taxonomy.spelling import american


@dataclass(frozen=True)
class Entry:
    """A concept to be written, with what the scheme says of it besides its names."""

    kind: Kind
    concept: Concept
    code: str = ""
    type: str = ""
    description: str = ""


@dataclass(frozen=True)
class Draft:
    """Concepts and what holds between them. Concepts are named by the numbers that add returns."""

    database: sqlite3.Connection
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, entry: Entry, names: Mapping[NameKind, Iterable[str]] | None = None) -> int:
        """Write a concept with its label and further names, each once; return its number."""
        one = entry.concept
        row = (entry.kind, one.scheme, one.uri, one.label, one.version)
        more = (entry.code, entry.type, entry.description)
        marks = ", ".join("?" * len(row + more))
        added = self.database.execute(f"INSERT INTO concept VALUES (NULL, {marks})", row + more)
        number = int(added.lastrowid or 0)
        self.numbers[one.scheme, one.uri] = number
        written = ((number, kind, text) for kind, text in _distinct(one.label, names or {}))
        self.database.executemany("INSERT INTO name VALUES (?, ?, ?)", written)
        return number

    def number(self, scheme: str, uri: str) -> int | None:
        """Return the number of a concept that was added, or None."""
        return self.numbers.get((scheme, uri))

    def place(self, number: int, broader: int) -> bool:
        """Put a concept under a broader one; say whether that was new."""
        return self._insert("INSERT OR IGNORE INTO broader VALUES (?, ?)", number, broader)

    def link(self, number: int, kind: str, place: int, other: int) -> bool:
        """Link a concept to another one, such as an occupation to a skill; was that new?"""
        into = "INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)"
        return self._insert(into, number, kind, place, other)

    def gather(self, collection: str, number: int) -> bool:
        """Put a concept into a collection, such as "green"; say whether that was new."""
        return self._insert("INSERT OR IGNORE INTO member VALUES (?, ?)", collection, number)

    def map(self, one: tuple[str, str], other: tuple[str, str], match: str, note: str = "") -> None:
        """Say that a (scheme, URI) corresponds to another one, and how closely."""
        self._insert("INSERT INTO mapping VALUES (?, ?, ?, ?, ?, ?)", *one, *other, match, note)

    def _insert(self, into: str, *values: str | int) -> bool:
        return self.database.execute(into, values).rowcount > 0


@contextmanager
def drafting(target: Path) -> Iterator[Draft]:
    """Lend a draft that replaces the file when all went well, and leaves nothing otherwise."""
    with _putting(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        with closing(sqlite3.connect(aside)) as database:
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
                database.execute(f"PRAGMA {pragma}")
            database.executescript(LAYOUT)
            with database:
                yield Draft(database)
        with _putting(target):
            os.replace(aside, target)
    except sqlite3.OperationalError as problem:  # the disk is full, or the folder is not ours
        raise IndexUnwritable(target) from problem
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _putting(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise IndexUnwritable(target) from problem


def finish(draft: Draft, about: About) -> None:
    """Write what the file says of itself, and what makes looking up fast."""
    known = {"layout": versions.INDEX, "about": ABOUT.dump_json(about).decode()}
    draft.database.executemany("INSERT INTO about VALUES (?, ?)", known.items())
    draft.database.commit()
    draft.database.executescript(LOOKUPS)


def _distinct(
    label: str, names: Mapping[NameKind, Iterable[str]]
) -> Iterator[tuple[NameKind, str]]:
    """Yield the label, the further names and American spellings; equal ones only once."""
    said: list[tuple[NameKind, str]] = [("pref", label)]
    said += [(kind, text) for kind, texts in names.items() for text in texts]
    said += [("us", american(text)) for _, text in said]
    seen: set[str] = set()
    for kind, text in said:
        plain = " ".join(text.split())
        if plain and (key := plain.casefold()) not in seen:
            seen.add(key)
            yield kind, plain
