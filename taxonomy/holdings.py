"""The folder of index files: which versions there are, and which of them are in use."""

import json
import os
import secrets
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from taxonomy.edition import About
from taxonomy.errors import IndexUnreadable, TaxonomyError, UnknownVersion
from taxonomy.index import Index

IN_USE = "in-use.json"
CHOICE = TypeAdapter(dict[str, str])


@dataclass(frozen=True)
class Holdings:
    """Index files, one for each version of a scheme; at most one version of each is in use."""

    folder: Path

    def path(self, scheme: str, version: str) -> Path:
        """Return where the index of a version is or would be."""
        return self.folder / f"{scheme}-{version}.sqlite"

    def all(self) -> list[About]:
        """Return what every readable index says of itself, by scheme and version."""
        found = [
            about for path in sorted(self.folder.glob("[!.]*-*.sqlite")) if (about := _about(path))
        ]
        return sorted(found, key=lambda one: (one.edition.scheme, version_key(one.edition.version)))

    def versions(self, scheme: str) -> list[str]:
        """Return the versions of a scheme that there are, the oldest first."""
        return [one.edition.version for one in self.all() if one.edition.scheme == scheme]

    def open(self, scheme: str, version: str) -> Index:
        """Open the index of a version; UnknownVersion where there is none."""
        path = self.path(scheme, version)
        if not path.is_file():
            known = ", ".join(self.versions(scheme)) or "none"
            raise UnknownVersion(f"{scheme} {version}. Of {scheme} there are: {known}.")
        return Index.open(path)

    def in_use(self) -> dict[str, str]:
        """Return the version in use of each scheme, as far as its index is there."""
        try:
            said = CHOICE.validate_json((self.folder / IN_USE).read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            raise IndexUnreadable(self.folder / IN_USE) from None
        return {one: two for one, two in said.items() if self.path(one, two).is_file()}

    def use(self, scheme: str, version: str) -> None:
        """Use a version from now on; UnknownVersion where there is none."""
        self.open(scheme, version).close()
        said = {**self.in_use(), scheme: version}
        aside = self.folder / f".{IN_USE}.{secrets.token_hex(8)}"
        aside.write_text(json.dumps(said, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        os.replace(aside, self.folder / IN_USE)

    def opened(self) -> dict[str, Index]:
        """Open the index of every scheme in its version in use."""
        return {scheme: self.open(scheme, one) for scheme, one in self.in_use().items()}


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Return what versions are ordered by: 1.10 comes after 1.9."""
    parts = version.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)


def _about(path: Path) -> About | None:
    try:
        with closing(Index.open(path)) as index:
            return index.about
    except TaxonomyError:
        return None
