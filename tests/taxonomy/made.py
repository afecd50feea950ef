"""Small indexes for tests, made of what a scheme would say."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from needs.concept import Concept
from taxonomy.draft import Entry, drafting, finish
from taxonomy.edition import About, Edition, Kind
from taxonomy.index import Index


@dataclass(frozen=True)
class Said:
    """One concept: ``under`` are the URIs of its parents, ``asks`` of an occupation's skills."""

    uri: str
    label: str
    kind: Kind = "skill"
    names: tuple[str, ...] = ()
    code: str = ""
    type: str = ""
    under: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


def made(path: Path, version: str, said: Iterable[Said], scheme: str = "esco") -> Path:
    """Write the index of a version."""
    said = list(said)
    with drafting(path) as draft:
        for one in said:
            concept = Concept(scheme, one.uri, one.label, version)
            draft.add(Entry(one.kind, concept, one.code, one.type), {"alt": one.names})
        numbers = {one.uri: draft.number(scheme, one.uri) or 0 for one in said}
        for one in said:
            for parent in one.under:
                draft.place(numbers[one.uri], numbers[parent])
            for place, skill in enumerate(one.asks):
                draft.link(numbers[one.uri], "essential", place, numbers[skill])
        finish(draft, About(Edition(scheme, version, f"{scheme} {version}", "", ""), version))
    return path


def opened(path: Path, version: str, *said: Said) -> Index:
    """Return the open index of a version."""
    return Index.open(made(path / f"esco-{version}.sqlite", version, said))
