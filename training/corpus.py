"""What the encoder learns from: the skills of ESCO with their names, meanings and occupations."""

from collections import Counter
from dataclasses import dataclass

from taxonomy.concepts import Concepts
from taxonomy.index import Detail


@dataclass(frozen=True)
class Skill:
    """A skill as the encoder learns it; ``names`` are its label, then its further names."""

    uri: str
    names: tuple[str, ...]
    knowledge: bool
    description: str
    popularity: int  # in how many occupations it is wanted


@dataclass(frozen=True)
class Corpus:
    """The skills, and which of them each occupation wants."""

    skills: tuple[Skill, ...]
    occupations: tuple[tuple[int, ...], ...]

    @property
    def places(self) -> dict[str, int]:
        """Return where each skill stands, by its URI."""
        return {skill.uri: place for place, skill in enumerate(self.skills)}


def read_corpus(concepts: Concepts) -> Corpus:
    """Read the corpus: ESCO's skills with all the names that the linker knows."""
    names: dict[str, list[str]] = {}
    for name in concepts.named("skill"):
        if name.kind != "hidden":
            names.setdefault(name.concept.uri, []).append(name.text)
    details = concepts.official["esco"].concepts("skill")
    places = {one.concept.uri: place for place, one in enumerate(details)}
    wanted = [tuple(places[uri] for uri in uris if uri in places) for uris in concepts.wanted()]
    popular = Counter(place for places in wanted for place in places)
    skills = (_skill(one, names, popular[place]) for place, one in enumerate(details))
    return Corpus(tuple(skills), tuple(one for one in wanted if one))


def _skill(one: Detail, names: dict[str, list[str]], popularity: int) -> Skill:
    uri = one.concept.uri
    knowledge = one.type == "knowledge"
    return Skill(uri, tuple(names[uri]), knowledge, one.description, popularity)
