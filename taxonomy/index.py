"""A taxonomy index: one read-only file for one version of a scheme, shared by all threads."""

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from needs.concept import Concept
from taxonomy import versions
from taxonomy.edition import ABOUT, About, Kind, NameKind, Rows
from taxonomy.errors import IndexMissing, IndexUnreadable

CONCEPT = "c.scheme, c.uri, c.label, c.version"
AT = "c.scheme = ? AND c.uri = ?"


@dataclass(frozen=True)
class Name:
    """One way of saying a concept; its label is one of them."""

    concept: Concept
    text: str
    kind: NameKind

    @property
    def preferred(self) -> bool:
        """Say whether this is the concept's label."""
        return self.kind == "pref"


@dataclass(frozen=True)
class Credential:
    """A licence or certificate; ``by_law`` is None where it depends or is not known."""

    concept: Concept
    name: str
    phrases: tuple[str, ...]
    granted_by: str
    by_law: bool | None


@dataclass(frozen=True)
class Detail:
    """What a scheme says of a concept besides its names."""

    concept: Concept
    kind: Kind
    code: str
    type: str
    description: str


@dataclass(frozen=True)
class Mapping:
    """A concept of another scheme that this one corresponds to, and how closely.

    ``match`` is ``exact``, ``close``, ``broad``, ``narrow``, or empty where none was given.
    """

    scheme: str
    uri: str
    match: str
    note: str


class Index:
    """Concepts, their names and what holds between them, looked up in an index file."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self.path = path
        self._database = database
        self._lock = threading.Lock()
        said: dict[str, str] = dict(self.rows("SELECT name, value FROM about"))
        if said.get("layout") != versions.INDEX:
            raise IndexUnreadable(path)
        try:
            self.about: About = ABOUT.validate_json(said.get("about", ""))
        except ValidationError:
            raise IndexUnreadable(path) from None

    @classmethod
    def open(cls, path: Path) -> "Index":
        """Open an index file; IndexMissing or IndexUnreadable where that cannot be done."""
        if not path.is_file():
            raise IndexMissing(path)
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            database = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error:
            raise IndexUnreadable(path) from None
        try:
            return cls(path, database)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def concept(self, scheme: str, uri: str) -> Concept | None:
        """Return the concept with this identity."""
        rows = self.rows(f"SELECT {CONCEPT} FROM concept c WHERE {AT}", scheme, uri)
        return Concept(*rows[0]) if rows else None

    def concepts(self, kind: Kind) -> list[Detail]:
        """Return every concept of a kind, in the order of the file."""
        return self._details("c.kind = ? ORDER BY c.number", kind)

    def detail(self, concept: Concept) -> Detail | None:
        """Return what the scheme says of a concept, or None where it is not in this file."""
        return next(iter(self._details(AT, concept.scheme, concept.uri)), None)

    def names(self, concept: Concept) -> list[Name]:
        """Return the names of one concept, its label first."""
        return self._names(f"{AT} ORDER BY n.rowid", concept.scheme, concept.uri)

    def named(self, kind: Kind) -> list[Name]:
        """Return every name of every concept of a kind; a concept's names stand together."""
        return self._names("c.kind = ? ORDER BY c.number, n.rowid", kind)

    def broader(self, concept: Concept) -> list[Concept]:
        """Return the concepts right above one; ESCO skills may have several."""
        return self._beside("broader b", "b.broader", "b.concept", concept)

    def narrower(self, concept: Concept) -> list[Concept]:
        """Return the concepts right below one."""
        return self._beside("broader b", "b.concept", "b.broader", concept)

    def linked(self, concept: Concept, *kinds: str) -> list[Concept]:
        """Return what a concept is linked to, such as an occupation's skills, in order."""
        return self._beside("link b", "b.other", "b.concept", concept, kinds)

    def linking(self, concept: Concept, *kinds: str) -> list[Concept]:
        """Return what is linked to a concept, such as the occupations that need a skill."""
        return self._beside("link b", "b.concept", "b.other", concept, kinds)

    def wanted(self) -> list[tuple[str, ...]]:
        """Return the URIs of the skills that each occupation is linked to."""
        query = (
            "SELECT DISTINCT l.concept, s.uri FROM link l"
            " JOIN concept s ON s.number = l.other AND s.kind = 'skill'"
            " JOIN concept o ON o.number = l.concept AND o.kind = 'occupation'"
            " ORDER BY l.concept, l.place, s.number"
        )
        by_occupation: dict[int, list[str]] = {}
        for occupation, uri in self.rows(query):
            by_occupation.setdefault(occupation, []).append(uri)
        return [tuple(uris) for uris in by_occupation.values()]

    def mappings(self, scheme: str, uri: str) -> list[Mapping]:
        """Return what a (scheme, URI) corresponds to in other schemes."""
        where = "WHERE scheme = ? AND uri = ? ORDER BY rowid"
        query = f"SELECT to_scheme, to_uri, match, note FROM mapping {where}"
        return [Mapping(*row) for row in self.rows(query, scheme, uri)]

    def mapped(self, scheme: str, uri: str) -> list[Mapping]:
        """Return what of other schemes corresponds to a (scheme, URI)."""
        where = "WHERE to_scheme = ? AND to_uri = ? ORDER BY rowid"
        query = f"SELECT scheme, uri, match, note FROM mapping {where}"
        return [Mapping(*row) for row in self.rows(query, scheme, uri)]

    def credentials(self) -> tuple[Credential, ...]:
        """Return every licence and certificate."""
        phrases: dict[Concept, list[str]] = {}
        for name in self.named("credential"):
            phrases.setdefault(name.concept, []).extend([] if name.preferred else [name.text])
        rows = self.rows(
            f"SELECT {CONCEPT}, k.granted_by, k.by_law FROM credential k"
            " JOIN concept c ON c.number = k.concept ORDER BY c.number"
        )
        return tuple(_credential(row, phrases) for row in rows)

    def rows(self, query: str, *values: str | int) -> Rows:
        """Return the rows of a query; IndexUnreadable where the file is damaged."""
        try:
            with self._lock:
                return self._database.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            raise IndexUnreadable(self.path) from None

    def _details(self, where: str, *values: str) -> list[Detail]:
        query = f"SELECT {CONCEPT}, c.kind, c.code, c.type, c.description FROM concept c"
        rows = self.rows(f"{query} WHERE {where}", *values)
        return [Detail(Concept(*row[:4]), *row[4:]) for row in rows]

    def _names(self, where: str, *values: str) -> list[Name]:
        query = f"SELECT {CONCEPT}, n.text, n.kind FROM name n"
        rows = self.rows(f"{query} JOIN concept c ON c.number = n.concept WHERE {where}", *values)
        return [Name(Concept(*row[:4]), row[4], row[5]) for row in rows]

    def _beside(
        self, table: str, wanted: str, given: str, concept: Concept, kinds: tuple[str, ...] = ()
    ) -> list[Concept]:
        limit = f"AND b.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        order = "b.place, c.number" if table.startswith("link") else "c.number"
        query = (
            f"SELECT DISTINCT {CONCEPT} FROM {table} JOIN concept c ON c.number = {wanted}"
            f" JOIN concept o ON o.number = {given}"
            f" WHERE o.scheme = ? AND o.uri = ? {limit} ORDER BY {order}"
        )
        return [Concept(*row) for row in self.rows(query, concept.scheme, concept.uri, *kinds)]


def _credential(row: tuple[Any, ...], phrases: dict[Concept, list[str]]) -> Credential:
    concept, by_law = Concept(*row[:4]), row[5]
    said = tuple(phrases.get(concept, ()))
    return Credential(
        concept, concept.label, said, row[4], None if by_law is None else bool(by_law)
    )
