"""Compares a vocabulary with official downloads: does every URI and every code exist there?"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from taxonomy.errors import UnsupportedLayout
from taxonomy.importing.source import open_tables
from taxonomy.importing.table import Table
from taxonomy.vocabulary import Vocabulary

URI = "conceptUri"
CODE, TITLE = "O*NET-SOC Code", "Title"


def compare(vocabulary: Vocabulary, downloads: Iterable[Path]) -> list[str]:
    """Return what a vocabulary refers to that the downloads of ESCO and O*NET do not have."""
    tables = [table for path in downloads for table in open_tables(path).tables]
    uris = {row[URI] for row in _named(tables, "skills", URI).records()}
    rows = _named(tables, "occupation data", CODE, TITLE).records()
    titles = {row[CODE]: row[TITLE] for row in rows}
    return [*_unknown_skills(vocabulary, uris), *_unknown_occupations(vocabulary, titles)]


def _named(tables: Iterable[Table], name: str, *columns: str) -> Table:
    """Return the table of a name that has these columns; O*NET has a table of skills as well."""
    for table in tables:
        if table.name == name and set(columns) <= set(table.columns):
            return table
    raise UnsupportedLayout(f"There is no table “{name}” with {' and '.join(columns)}.")


def _unknown_skills(vocabulary: Vocabulary, uris: set[str]) -> Iterator[str]:
    for one in vocabulary.skills:
        if one.esco_uri and one.esco_uri not in uris:
            yield one.place.fault(
                "esco_uri", f"ESCO has no skill {one.esco_uri}. Look it up again."
            )


def _unknown_occupations(vocabulary: Vocabulary, titles: dict[str, str]) -> Iterator[str]:
    for one in vocabulary.occupations:
        title = titles.get(one.code)
        if title is None:
            yield one.place.fault("code", f"O*NET has no {one.code}. Look it up again.")
        elif title != one.label:
            yield one.place.fault("label", f"O*NET calls {one.code} “{title}”. Use that title.")
