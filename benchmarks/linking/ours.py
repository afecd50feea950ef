"""Needline's own linker, as `needline link` runs it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.installation import Installation
from benchmarks.linking.job import TOP, Job, Step
from benchmarks.linking.names import Names
from taxonomy.concepts import Concepts
from taxonomy.importing.importer import import_paths
from taxonomy.linker import Linker

SCHEME = "esco"


@dataclass(frozen=True)
class Ours:
    """Ranks as the command does."""

    linker: Linker
    threads: int = 2

    def rank(self, text: str) -> list[str]:
        """Return the URIs of the likeliest skills, best first."""
        return [link.concept.uri for link in self.linker.skills(text, TOP, SCHEME)]


def prepare(job: Job, step: Step) -> str:
    """Import ESCO where none is in use, compute the tables, and write the names for the others."""
    installation = _installation(job)
    if SCHEME not in installation.holdings.in_use():
        _import(installation, job)
    installation.prepare(step)
    names = _names(installation.concepts)
    names.write(job.place)
    return f"{_version(installation)}: {len(names.uris):,} skills, {len(names.texts):,} names"


def load(job: Job) -> Ours:
    """Start the linker; its tables are there already."""
    return Ours(_installation(job).prepare(lambda _more, _all: None))


def _installation(job: Job) -> Installation:
    taxonomy = Path(job.taxonomy) if job.taxonomy else None
    return Installation.here(home=Path(job.home), taxonomy=taxonomy)


def _import(installation: Installation, job: Job) -> None:
    if job.paths:
        paths = [Path(path) for path in job.paths]
        import_paths(paths, installation.holdings, datetime.now(UTC))


def _names(concepts: Concepts) -> Names:
    said: dict[str, list[str]] = {}
    for name in concepts.named("skill"):
        if name.concept.scheme == SCHEME and name.kind != "hidden":
            said.setdefault(name.concept.uri, []).append(name.text)
    return Names.of(said.items())


def _version(installation: Installation) -> str:
    version = installation.holdings.in_use().get(SCHEME)
    said = f"ESCO {version}" if version else "the starter vocabulary"
    embedding = installation.settings.embedding
    return f"{said}, embedding {embedding}" if embedding else said
