"""Reads the starter vocabulary and says what is wrong with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

from taxonomy.errors import VocabularyFaulty
from taxonomy.lint import lint
from taxonomy.official import compare
from taxonomy.sheet import Row, read_rows
from taxonomy.vocabulary import (
    KindOfSkill,
    KnownCredential,
    KnownOccupation,
    KnownSkill,
    Match,
    Vocabulary,
)

FOLDER = Path(__file__).with_name("starter")
SKILLS = ("id", "label", "kind", "phrases", "esco_uri", "match", "sectors")
OCCUPATIONS = ("code", "label", "phrases", "skills", "sectors")
CREDENTIALS = ("id", "name", "phrases", "granted_by", "by_law", "sectors")
FILES = ("skills.csv", "occupations.csv", "credentials.csv")


def read(folder: Path = FOLDER) -> Vocabulary:
    """Return the vocabulary in a folder of CSV files; VocabularyFaulty where a row is none."""
    return Vocabulary(
        skills=tuple(_skill(row) for row in read_rows(folder / FILES[0], SKILLS)),
        occupations=tuple(_occupation(row) for row in read_rows(folder / FILES[1], OCCUPATIONS)),
        credentials=tuple(_credential(row) for row in read_rows(folder / FILES[2], CREDENTIALS)),
    )


def check(folder: Path = FOLDER, official: Sequence[Path] = ()) -> list[str]:
    """Return what is wrong with a vocabulary, also against the official downloads."""
    try:
        vocabulary = read(folder)
    except VocabularyFaulty as fault:
        return [str(one) for one in fault.args]
    return lint(vocabulary) + (compare(vocabulary, official) if official else [])


def _skill(row: Row) -> KnownSkill:
    kind = row.one_of("kind", *get_args(KindOfSkill))
    match = row.one_of("match", *get_args(Match))
    return KnownSkill(
        place=row.place,
        id=row.needed("id"),
        label=row.needed("label"),
        kind=cast(KindOfSkill, kind),
        phrases=row.items("phrases"),
        esco_uri=row.text("esco_uri"),
        match=cast(Match, match),
        sectors=row.items("sectors"),
    )


def _occupation(row: Row) -> KnownOccupation:
    return KnownOccupation(
        place=row.place,
        code=row.needed("code"),
        label=row.needed("label"),
        phrases=row.items("phrases"),
        skills=row.items("skills"),
        sectors=row.items("sectors"),
    )


def _credential(row: Row) -> KnownCredential:
    by_law = {"yes": True, "no": False}.get(row.one_of("by_law", "yes", "no", ""))
    return KnownCredential(
        place=row.place,
        id=row.needed("id"),
        name=row.needed("name"),
        phrases=row.items("phrases"),
        granted_by=row.text("granted_by"),
        by_law=by_law,
        sectors=row.items("sectors"),
    )
