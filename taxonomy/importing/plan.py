"""What of a download belongs to which scheme, before anything is written."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from taxonomy.edition import Edition
from taxonomy.errors import MixedVersions, UnsupportedLayout, VersionNotSaid
from taxonomy.importing.reader import Reader
from taxonomy.importing.source import Download
from taxonomy.importing.table import Table, Tables

NOTE = "read me"  # belongs to what lies beside it
VERSION = re.compile(r"\d[0-9A-Za-z.-]{0,30}", re.ASCII)  # cip-soc-2020 must not be a cip's file
SHOWN = 8


@dataclass(frozen=True)
class Plan:
    """One scheme to import. ``unread`` names the files that came with it and are not needed."""

    reader: Reader
    tables: Tables
    edition: Edition
    fingerprint: str
    unread: tuple[str, ...]


def planned(readers: Iterable[Reader], downloads: Sequence[Download], version: str) -> list[Plan]:
    """Return what to import; an error where something given belongs to no scheme."""
    found = {reader: own for reader in readers if (own := _owned(reader, downloads))}
    read = {table.place for own in found.values() for table in own}
    for download in downloads:
        if read.isdisjoint(download.files):
            _check_readable(download)
            raise UnsupportedLayout(_unknown(download, readers))
    _check_version(version, len(found))
    unread = tuple(file for one in downloads for file in one.files if file not in read)
    return [_plan(reader, own, version, unread) for reader, own in found.items()]


def _plan(reader: Reader, own: Sequence[Table], version: str, unread: tuple[str, ...]) -> Plan:
    tables = _named(own)
    edition = reader.recognise(tables, version)
    roots = {_root(table.place) for table in own}
    beside = tuple(file for file in unread if _root(file) in roots)
    return Plan(reader, tables, edition, _fingerprint(tables), beside)


def _owned(reader: Reader, downloads: Iterable[Download]) -> list[Table]:
    mine = [table for one in downloads for table in one.tables if reader.owns(table)]
    folders = {_folder(table) for table in mine if table.name != NOTE}
    return [table for table in mine if _folder(table) in folders]


def _named(own: Iterable[Table]) -> Tables:
    """Return the tables by name; MixedVersions for two of one name, unless one is a copy."""
    tables: dict[str, Table] = {}
    for table in own:
        if (first := tables.setdefault(table.name, table)).digest() != table.digest():
            raise MixedVersions(f"{first.place} and {table.place} say different things.")
    return tables


def _check_readable(download: Download) -> None:
    """Let a file that cannot be read say so itself."""
    for table in download.tables:
        next(table.rows(), None)


def _check_version(version: str, schemes: int) -> None:
    if version and not VERSION.fullmatch(version):
        raise VersionNotSaid(f"“{version}” is none; one is such as 1.1.1.")
    if version and schemes > 1:
        raise VersionNotSaid("With --version, give the files of one scheme at a time.")


def _fingerprint(tables: Tables) -> str:
    """Return the SHA-256 of what is read; a zip and its unpacked folder have the same one."""
    lines = sorted(f"{name} {table.digest()}" for name, table in tables.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _unknown(download: Download, readers: Iterable[Reader]) -> str:
    files = [*download.files[:SHOWN], *(["…"] if len(download.files) > SHOWN else [])]
    found = ", ".join(files) or "nothing"
    return f"Found: {found}. Expected: {'; '.join(reader.expects for reader in readers)}."


def _root(place: str) -> str:
    return place.partition("/")[0]


def _folder(table: Table) -> PurePosixPath:
    return PurePosixPath(table.place).parent
