"""Reads a release of the O*NET database: occupations, titles, technology, tools, activities.

Task statements are left out: nothing looks them up, and training reads the official file itself.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Literal

from needs.concept import Concept
from taxonomy import versions
from taxonomy.draft import Draft, Entry
from taxonomy.edition import Edition, NameKind
from taxonomy.errors import VersionNotSaid
from taxonomy.importing.onet_files import REQUIRED, known, layout, unsupported
from taxonomy.importing.onet_release import README, Release, version
from taxonomy.importing.reader import Reader
from taxonomy.importing.table import Table, Tables
from taxonomy.importing.tally import Tally

SCHEME = "onet"
CODE = re.compile(r"\d\d-\d{4}\.\d\d")
UNKNOWN = "the occupation is not in Occupation Data"
TWICE = "said before"


def owns(table: Table) -> bool:
    """Say whether a table is one of O*NET's files, going by its name."""
    return table.name == README or table.name in known().tables


def recognise(tables: Tables, said: str = "") -> Edition:
    """Return which release the tables are of."""
    release = said or version(tables)
    files = (layout(release, tables) if release else known().layout[-1]).files
    needed = tables.get(files[REQUIRED].table)
    if not needed or files[REQUIRED].columns["code"] not in needed.columns:
        raise unsupported(f"There is no {files[REQUIRED].file} as expected.", tables)
    if not release:
        raise VersionNotSaid("O*NET says it in Read Me.txt; put that beside the other files.")
    return Edition(
        scheme=SCHEME,
        version=release,
        title=f"O*NET® {release} Database",
        licence="CC BY 4.0",
        attribution=versions.ONET_CREDIT.format(version=release),
    )


def read(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    """Write the occupations with their names, and what they use and do."""
    release = Release(edition.version, tables, tally)
    _write_occupations(release, draft)
    _write_examples(release, draft, "technology")
    _write_examples(release, draft, "tool")
    _write_activities(release, draft)


ONET = Reader(
    scheme=SCHEME,
    expects="the O*NET database as text or Excel, a zip or a folder with Occupation Data in it",
    owns=owns,
    recognise=recognise,
    read=read,
)


@dataclass
class _Names:
    """The names of an occupation, each once."""

    by_kind: dict[NameKind, list[str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def add(self, row: Mapping[str, str]) -> bool:
        """Take a title and its short form; say whether any of it was new."""
        new = [self._one("alt", row["title"]), self._one("short", row.get("short", ""))]
        return any(new)

    def _one(self, kind: NameKind, text: str) -> bool:
        if not text or text.casefold() in self.seen:
            return False
        self.seen.add(text.casefold())
        self.by_kind.setdefault(kind, []).append(text)
        return True


def _write_occupations(release: Release, draft: Draft) -> None:
    rows = _occupations(release)
    names = _titles(release, {code: _Names() for code in rows})
    zones = _zones(release, rows)
    for code, row in rows.items():
        concept = _concept(release, code, row["title"])
        entry = Entry("occupation", concept, code, zones.get(code, ""), row["description"])
        draft.add(entry, names[code].by_kind)


def _occupations(release: Release) -> dict[str, Mapping[str, str]]:
    rows: dict[str, Mapping[str, str]] = {}
    for sheet, row in release.rows("occupations"):
        if row["code"] in rows:
            sheet.skip(TWICE)
        elif not CODE.fullmatch(row["code"]) or not row["title"]:
            sheet.skip("no code such as 11-1011.00, or no title")
        else:
            rows[row["code"]] = row
    return rows


def _zones(release: Release, known: Collection[str]) -> dict[str, str]:
    zones: dict[str, str] = {}
    for sheet, row in release.rows("zones"):
        if row["code"] not in known:
            sheet.skip(UNKNOWN)
        elif row["zone"]:
            zones[row["code"]] = f"Job Zone {row['zone']}"
    return zones


def _titles(release: Release, names: dict[str, _Names]) -> dict[str, _Names]:
    for sheet, row in chain(release.rows("titles"), release.rows("reported")):
        if row["code"] not in names:
            sheet.skip(UNKNOWN)
        elif not names[row["code"]].add(row):
            sheet.skip(TWICE)
    return names


def _write_examples(release: Release, draft: Draft, kind: Literal["technology", "tool"]) -> None:
    """Write examples; one that stands in several commodities keeps its first."""
    for sheet, row in release.rows(kind):
        slug, occupation = _slug(row["example"]), draft.number(SCHEME, row["code"])
        if occupation is None or not slug:
            sheet.skip("no example" if occupation else UNKNOWN)
            continue
        example = draft.number(SCHEME, f"{kind}:{slug}")
        if example is None:
            concept = _concept(release, f"{kind}:{slug}", row["example"])
            example = draft.add(Entry(kind, concept, row["commodity"], row["group"]))
        if not draft.link(occupation, _use(row), sheet.rows, example):
            sheet.skip(TWICE)


def _write_activities(release: Release, draft: Draft) -> None:
    for sheet, row in release.rows("activities"):
        uri = f"activity:{row['activity']}"
        if draft.number(SCHEME, uri):
            sheet.skip(TWICE)
        else:
            concept = _concept(release, uri, row["title"].removesuffix("."))
            draft.add(Entry("activity", concept, row["activity"]))
    _link_activities(release, draft)


def _link_activities(release: Release, draft: Draft) -> None:
    for sheet, row in release.rows("doing"):
        occupation = draft.number(SCHEME, row["code"])
        activity = draft.number(SCHEME, f"activity:{row['activity']}")
        if occupation is None:
            sheet.skip(UNKNOWN)
        elif activity is None:
            sheet.skip("the activity is not in DWA Reference")
        elif not draft.link(occupation, "does", sheet.rows, activity):
            sheet.skip("another task of the occupation has the same activity")


def _concept(release: Release, uri: str, label: str) -> Concept:
    return Concept(SCHEME, uri, label, release.version)


def _use(row: Mapping[str, str]) -> str:
    hot = " hot" if row.get("hot") == "Y" else ""
    return f"uses{hot}{' in demand' if row.get('demand') == 'Y' else ''}"


@cache
def _slug(example: str) -> str:
    """Return what a name without an id is known by: C, C++ and C# differ, hyphens do not tell."""
    plain = unicodedata.normalize("NFKD", example.casefold())
    told = plain.replace("+", "-plus-").replace("#", "-sharp-")
    return re.sub(r"[^a-z0-9]+", "-", told).strip("-")
