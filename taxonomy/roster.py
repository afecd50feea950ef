"""Concepts by their place in a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from needs.concept import Concept
from taxonomy.texts import Texts


@dataclass(frozen=True)
class Roster:
    """Concepts in order; each is made when it is asked for."""

    scheme: Texts
    uri: Texts
    label: Texts
    version: Texts

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "Roster":
        """Keep concepts in this order."""
        rows = [(one.scheme, one.uri, one.label, one.version) for one in concepts]
        return cls(*(Texts.of(row[column] for row in rows) for column in range(4)))

    def __len__(self) -> int:
        return len(self.uri)

    def __getitem__(self, place: int) -> Concept:
        columns = (self.scheme, self.uri, self.label, self.version)
        return Concept(*(column[place] for column in columns))
