"""Compares a vocabulary with the official files: does every URI and every code exist there?"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from taxonomy.vocabulary import Vocabulary

ESCO_SKILLS = re.compile(r"(.*/)?skills(_[a-z]{2})?\.csv")
ONET_OCCUPATIONS = re.compile(r"(.*/)?Occupation Data\.txt")


def compare(vocabulary: Vocabulary, folder: Path) -> list[str]:
    """Return what a vocabulary refers to that the official files in a folder do not have."""
    uris, titles = _skill_uris(folder), _occupation_titles(folder)
    return [*_unknown_skills(vocabulary, uris), *_unknown_occupations(vocabulary, titles)]


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


def _skill_uris(folder: Path) -> set[str]:
    files = _members(folder, "esco-v1.1.1", ESCO_SKILLS)
    return {row["conceptUri"] for text in files for row in csv.DictReader(io.StringIO(text))}


def _occupation_titles(folder: Path) -> dict[str, str]:
    files = _members(folder, "onet-29.0", ONET_OCCUPATIONS)
    tables = [csv.DictReader(io.StringIO(t), delimiter="\t", quoting=csv.QUOTE_NONE) for t in files]
    return {row["O*NET-SOC Code"]: row["Title"] for table in tables for row in table}


def _members(folder: Path, release: str, name: re.Pattern[str]) -> Iterator[str]:
    """Yield the text of the files of one release that have such a name, in zips as well."""
    for path in sorted(folder.glob(f"{release}*/**/*")):
        if name.fullmatch(path.as_posix()):
            yield path.read_text(encoding="utf-8-sig")
        elif path.suffix == ".zip":
            yield from _zipped(path, name)


def _zipped(path: Path, name: re.Pattern[str]) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if name.fullmatch(member):
                yield archive.read(member).decode("utf-8-sig")
