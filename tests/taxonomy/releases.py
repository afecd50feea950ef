"""The official releases, where they stand beside the checkout."""

from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from taxonomy.holdings import Holdings
from taxonomy.importing.importer import Imported, import_paths
from taxonomy.index import Index

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "taxonomy"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


@dataclass(frozen=True)
class Releases:
    """Official releases; each is imported once, when a test first asks for it."""

    holdings: Holdings
    opened: ExitStack
    done: dict[str, Imported] = field(default_factory=dict)
    indexes: dict[str, Index] = field(default_factory=dict)

    def imported(self, download: str) -> Imported:
        """Import a folder or file of the official ones; say what became of its one scheme."""
        if download not in self.done:
            (self.done[download],) = import_paths([DATA / download], self.holdings, NOW)
        return self.done[download]

    def index(self, download: str) -> Index:
        """Return the index of a folder or file of the official ones."""
        if download not in self.indexes:
            edition = self.imported(download).edition
            index = self.holdings.open(edition.scheme, edition.version)
            self.indexes[download] = self.opened.enter_context(closing(index))
        return self.indexes[download]
