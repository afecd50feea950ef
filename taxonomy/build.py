"""Turns a vocabulary into one read-only index file."""

import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from needs.concept import Concept
from taxonomy import versions
from taxonomy.errors import TaxonomyError, VocabularyFaulty
from taxonomy.index import Index
from taxonomy.lint import lint
from taxonomy.starter import FILES, read
from taxonomy.vocabulary import KnownCredential, KnownOccupation, KnownSkill, Vocabulary

LAYOUT = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE concept (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('skill', 'occupation', 'credential')),
    scheme TEXT NOT NULL,
    uri TEXT NOT NULL,
    label TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (scheme, uri)
);
CREATE TABLE name (
    concept INTEGER NOT NULL REFERENCES concept,
    kind TEXT NOT NULL CHECK (kind IN ('pref', 'phrase')),
    text TEXT NOT NULL
);
CREATE INDEX name_of_concept ON name (concept);
CREATE TABLE mapping (
    concept INTEGER NOT NULL REFERENCES concept,
    scheme TEXT NOT NULL,
    uri TEXT NOT NULL,
    match TEXT NOT NULL
);
CREATE TABLE typical (
    occupation INTEGER NOT NULL REFERENCES concept,
    place INTEGER NOT NULL,
    skill INTEGER NOT NULL REFERENCES concept,
    PRIMARY KEY (occupation, place)
);
CREATE TABLE credential (
    concept INTEGER PRIMARY KEY REFERENCES concept,
    granted_by TEXT NOT NULL,
    by_law INTEGER
);
"""


def build(folder: Path, target: Path) -> None:
    """Write the index of a vocabulary; the old file stays until the new one is whole."""
    vocabulary = read(folder)
    if faults := lint(vocabulary):
        raise VocabularyFaulty(*faults)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        with closing(sqlite3.connect(aside)) as database, database:
            database.executescript(LAYOUT)
            _write(database, vocabulary, _fingerprint(folder))
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)


def fresh(folder: Path, target: Path) -> bool:
    """Say whether the index file was built from exactly this vocabulary."""
    try:
        with closing(Index.open(target)) as index:
            return index.fingerprint == _fingerprint(folder)
    except (TaxonomyError, FileNotFoundError):
        return False


def skill_concept(skill: KnownSkill) -> Concept:
    """Return what a skill is known as: the ESCO concept where it means exactly the same."""
    if skill.match == "exact":
        return Concept("esco", skill.esco_uri, skill.label, versions.ESCO)
    return Concept("local", f"local:skill/{skill.id}", skill.label, versions.STARTER)


def _fingerprint(folder: Path) -> str:
    parts = (versions.INDEX, versions.STARTER, versions.ESCO, versions.ONET)
    digest = hashlib.sha256(json.dumps(parts + versions.ATTRIBUTIONS).encode())
    for name in FILES:
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()


def _write(database: sqlite3.Connection, vocabulary: Vocabulary, fingerprint: str) -> None:
    numbers = {one.id: _write_skill(database, one) for one in vocabulary.skills}
    for occupation in vocabulary.occupations:
        _write_occupation(database, occupation, numbers)
    for credential in vocabulary.credentials:
        _write_credential(database, credential)
    about = {
        "layout": versions.INDEX,
        "version": f"starter {versions.STARTER} ({fingerprint[:8]})",
        "fingerprint": fingerprint,
        "attributions": json.dumps(versions.ATTRIBUTIONS),
    }
    database.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def _write_skill(database: sqlite3.Connection, skill: KnownSkill) -> int:
    number = _write_concept(database, "skill", skill_concept(skill), skill.phrases)
    if skill.match:
        row = (number, "esco", skill.esco_uri, skill.match)
        database.execute("INSERT INTO mapping VALUES (?, ?, ?, ?)", row)
    return number


def _write_occupation(
    database: sqlite3.Connection, occupation: KnownOccupation, skills: dict[str, int]
) -> None:
    concept = Concept("onet", occupation.code, occupation.label, versions.ONET)
    number = _write_concept(database, "occupation", concept, occupation.phrases)
    links = [(number, place, skills[skill]) for place, skill in enumerate(occupation.skills)]
    database.executemany("INSERT INTO typical VALUES (?, ?, ?)", links)


def _write_credential(database: sqlite3.Connection, credential: KnownCredential) -> None:
    uri = f"local:credential/{credential.id}"
    concept = Concept("local", uri, credential.name, versions.STARTER)
    number = _write_concept(database, "credential", concept, credential.phrases)
    row = (number, credential.granted_by, credential.by_law)
    database.execute("INSERT INTO credential VALUES (?, ?, ?)", row)


def _write_concept(
    database: sqlite3.Connection, kind: str, concept: Concept, phrases: Iterable[str]
) -> int:
    row = (kind, concept.scheme, concept.uri, concept.label, concept.version)
    number = database.execute("INSERT INTO concept VALUES (NULL, ?, ?, ?, ?, ?)", row).lastrowid
    names = {phrase.casefold(): phrase for phrase in phrases}
    names.pop(concept.label.casefold(), None)
    rows = [(number, "pref", concept.label), *((number, "phrase", one) for one in names.values())]
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
    return int(number or 0)
