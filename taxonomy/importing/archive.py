"""The files in a zip archive, once it has been found harmless."""

import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from taxonomy.errors import UnsafeArchive
from taxonomy.importing.place import BROKEN, LARGEST, Place, most

DRIVE = re.compile("[A-Za-z]:")
MEMBERS = 10_000
ALL = 2 * LARGEST  # bytes of all files of an archive


def members(archive: Place) -> Iterator[Place]:
    """Yield the files of an archive; UnsafeArchive before the first where one is dangerous."""
    for info in checked(_infos(archive), archive.shown):
        if not info.is_dir() and not _is_link(info):
            yield replace(archive, shown=f"{archive.shown}/{_path(info)}", member=info)


def checked(infos: list[zipfile.ZipInfo], shown: str) -> list[zipfile.ZipInfo]:
    """Return the files if none of them is dangerous, nor all together."""
    for info in infos:
        if fault := _fault(info):
            raise UnsafeArchive(f"{shown}: “{_path(info)}” {fault}.")
    if len(infos) > MEMBERS or sum(info.file_size for info in infos) > ALL:
        raise UnsafeArchive(f"{shown} holds more than any official download.")
    return infos


def _infos(archive: Place) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(archive.path) as opened:
            return opened.infolist()
    except BROKEN:
        raise UnsafeArchive(f"{archive.shown} is no whole zip file.") from None


def _fault(info: zipfile.ZipInfo) -> str:
    if not info.filename:
        return "has no name"
    path = PurePosixPath(_path(info))
    if path.is_absolute() or ".." in path.parts or DRIVE.match(info.filename):
        return "points out of the archive"
    if info.flag_bits & 1:
        return "is encrypted"
    if info.file_size > most(info.compress_size):
        return f"would unpack to {info.file_size:,} bytes"
    return ""


def _path(info: zipfile.ZipInfo) -> str:
    """Return a file's path as people may see it: some programs write it with backslashes."""
    path = info.filename.replace("\\", "/")
    return "".join(sign if sign.isprintable() else "?" for sign in path)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)
