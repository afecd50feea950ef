"""The map of O*NET releases: which file holds what, kept in onet_files.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from taxonomy.errors import UnsupportedLayout
from taxonomy.importing.table import Tables

MAP = Path(__file__).with_name("onet_files.toml")
REQUIRED = "occupations"


@dataclass(frozen=True)
class File:
    """A file of a release: its columns by our names for them, and what is lost without it."""

    file: str
    columns: Mapping[str, str]
    without: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """Return the name of the table that is read from this file."""
        return self.file.lower()


@dataclass(frozen=True)
class Layout:
    """The files of some releases, by our names for them."""

    releases: tuple[str, ...]
    files: Mapping[str, File]


@dataclass(frozen=True)
class Files:
    """What is known of all releases, the oldest layout first."""

    later: tuple[str, ...]
    layout: tuple[Layout, ...]

    @property
    def tables(self) -> frozenset[str]:
        """Return the names of all tables that are known."""
        read = {file.table for one in self.layout for file in one.files.values()}
        return frozenset({name.lower() for name in self.later} | read)


@cache
def known() -> Files:
    """Return what the map says."""
    said = tomllib.loads(MAP.read_text(encoding="utf-8"))
    return TypeAdapter(Files).validate_python(said)


def layout(version: str, tables: Tables) -> Layout:
    """Return the layout of a release; UnsupportedLayout says what was found instead."""
    for one in known().layout:
        if version in one.releases:
            return one
    releases = ", ".join(release for one in known().layout for release in one.releases)
    raise unsupported(f"O*NET {version} is not one of the known releases ({releases}).", tables)


def unsupported(problem: str, tables: Tables) -> UnsupportedLayout:
    """Say what was expected, what was found, and where the map of files can be extended."""
    expected = ", ".join(one.file for one in known().layout[-1].files.values())
    found = ", ".join(sorted(table.file for table in tables.values()))
    return UnsupportedLayout(
        f"{problem} Expected files: {expected}. Found: {found}."
        f" A later release can be described in taxonomy/importing/{MAP.name}."
    )
