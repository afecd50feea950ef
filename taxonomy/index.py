"""The taxonomy index: one read-only file, shared by all threads of a process."""

import json
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from needs.concept import Concept
from taxonomy import versions
from taxonomy.errors import IndexMissing, IndexUnreadable

Kind: TypeAlias = Literal["skill", "occupation", "credential"]
CONCEPT = "c.scheme, c.uri, c.label, c.version"


@dataclass(frozen=True)
class Name:
    """One way of saying a concept; its label is one of them."""

    concept: Concept
    text: str
    preferred: bool


@dataclass(frozen=True)
class Credential:
    """A licence or certificate; ``by_law`` is None where it depends or is not known."""

    concept: Concept
    name: str
    phrases: tuple[str, ...]
    granted_by: str
    by_law: bool | None


class Index:
    """Concepts and their names, looked up in an index file."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self._path = path
        self._database = database
        self._lock = threading.Lock()
        about = {name: value for name, value in self._rows("SELECT name, value FROM about")}
        if about.get("layout") != versions.INDEX:
            raise IndexUnreadable(path)
        try:
            self.version: str = about["version"]
            self.fingerprint: str = about["fingerprint"]
            self.attributions: tuple[str, ...] = tuple(json.loads(about["attributions"]))
        except (KeyError, TypeError, ValueError):
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
        where = "WHERE c.scheme = ? AND c.uri = ?"
        rows = self._rows(f"SELECT {CONCEPT} FROM concept c {where}", scheme, uri)
        return Concept(*rows[0]) if rows else None

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Return every label and phrase of the concepts of a kind."""
        return tuple(name.text for name in self.named(kind))

    def named(self, kind: Kind) -> list[Name]:
        """Return every name of every concept of a kind; a concept's names stand together."""
        rows = self._rows(
            f"SELECT {CONCEPT}, n.text, n.kind = 'pref' FROM name n"
            " JOIN concept c ON c.number = n.concept WHERE c.kind = ? ORDER BY c.number, n.rowid",
            kind,
        )
        return [Name(Concept(*row[:4]), row[4], bool(row[5])) for row in rows]

    def credentials(self) -> tuple[Credential, ...]:
        """Return every licence and certificate."""
        phrases: dict[Concept, list[str]] = {}
        for name in self.named("credential"):
            phrases.setdefault(name.concept, []).extend([] if name.preferred else [name.text])
        rows = self._rows(
            f"SELECT {CONCEPT}, k.granted_by, k.by_law FROM credential k"
            " JOIN concept c ON c.number = k.concept ORDER BY c.number"
        )
        return tuple(_credential(row, phrases) for row in rows)

    def skills_of(self, code: str) -> tuple[Concept, ...]:
        """Return the skills that are typical of an occupation, in the vocabulary's order."""
        rows = self._rows(
            f"SELECT {CONCEPT} FROM typical t JOIN concept c ON c.number = t.skill"
            " JOIN concept o ON o.number = t.occupation"
            " WHERE o.scheme = 'onet' AND o.uri = ? ORDER BY t.place",
            code,
        )
        return tuple(Concept(*row) for row in rows)

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._database.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            raise IndexUnreadable(self._path) from None


def _credential(row: tuple[Any, ...], phrases: dict[Concept, list[str]]) -> Credential:
    concept, by_law = Concept(*row[:4]), row[5]
    said = tuple(phrases.get(concept, ()))
    return Credential(
        concept, concept.label, said, row[4], None if by_law is None else bool(by_law)
    )
