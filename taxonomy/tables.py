"""All that the linker computes with, and how it is taken apart into arrays and put together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeAlias, TypeVar, get_type_hints

from numpy.typing import NDArray

from taxonomy.concepts import Concepts
from taxonomy.encoding.encoded import Encoder
from taxonomy.index import Name
from taxonomy.matching.matcher import Matcher
from taxonomy.occupations import Occupations
from taxonomy.ranking import Ranking

Array = NDArray[Any]
Whole = TypeVar("Whole")
Progress: TypeAlias = Callable[[int, int], None]  # how many more are done, and of how many


def unseen(_more: int, _all: int) -> None:
    """Show nobody how far the work is."""


@dataclass(frozen=True)
class Tables:
    """The numeric tables for the concepts in use; ``phrases`` are the skills of our vocabulary."""

    phrases: Ranking
    skills: Matcher
    occupations: Occupations
    credentials: Ranking

    @classmethod
    def of(cls, concepts: Concepts, encoder: Encoder, progress: Progress = unseen) -> "Tables":
        """Compute the tables from the names of all concepts."""
        own = concepts.starter.named("occupation")
        skills = [name for name in concepts.named("skill") if name.kind != "hidden"]
        progress(0, len(skills))
        return cls(
            phrases=Ranking.of(_own_skills(concepts)),
            skills=Matcher.of(
                skills, concepts.wanted(), encoder, lambda more: progress(more, len(skills))
            ),
            occupations=Occupations.of(concepts.named("occupation"), own),
            credentials=Ranking.of(concepts.named("credential")),
        )


def _own_skills(concepts: Concepts) -> Iterator[Name]:
    """Yield the skills as our vocabulary calls them, each as the scheme in use knows it."""
    for name in concepts.starter.named("skill"):
        one = name.concept
        yield replace(name, concept=concepts.find(one.scheme, one.uri) or one)


def arrays(whole: Any, name: str = "") -> Iterator[tuple[str, Array]]:
    """Yield the arrays that something consists of, each with a name."""
    for field in fields(whole):
        part, own = getattr(whole, field.name), f"{name}{field.name}"
        if is_dataclass(part):
            yield from arrays(part, f"{own}.")
        else:
            yield own, part


def put_together(kind: type[Whole], known: Mapping[str, Array], name: str = "") -> Whole:
    """Return what these arrays were taken from; KeyError where one is missing."""
    parts: dict[str, type[Any]] = get_type_hints(kind)
    return kind(**{part: _part(of, known, f"{name}{part}") for part, of in parts.items()})


def _part(kind: type[Any], known: Mapping[str, Array], name: str) -> Any:
    return put_together(kind, known, f"{name}.") if is_dataclass(kind) else known[name]
