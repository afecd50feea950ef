"""Concepts and all that is known of their names, for finding those that a text is about."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from needs.concept import Concept
from taxonomy.encoding.encoded import Encoder
from taxonomy.index import Name
from taxonomy.matching.fusion import Fusion
from taxonomy.matching.lanes import Lanes, Seen
from taxonomy.matching.letters import Letters
from taxonomy.matching.neighbours import Neighbours
from taxonomy.matching.vectors import NameVectors
from taxonomy.ranking import Link
from taxonomy.roster import Roster
from taxonomy.words import literal


@dataclass(frozen=True)
class Matcher:
    """Ranks concepts for what a text looks like from several sides."""

    roster: Roster
    lanes: Lanes

    @classmethod
    def of(
        cls,
        names: Iterable[Name],
        occupations: Iterable[Sequence[str]],
        encoder: Encoder,
        step: Callable[[int], None],
        like: "Matcher | None" = None,
    ) -> "Matcher":
        """Hold the concepts that have these names; occupations want skills, given by their URIs.

        With another matcher, words are as rare as they are there.
        """
        said: dict[Concept, list[str]] = {}
        for name in names:
            if name.kind != "hidden":
                said.setdefault(name.concept, []).append(name.text)
        texts = [text for some in said.values() for text in some]
        firsts = np.cumsum([0, *(len(some) for some in said.values())], dtype=np.int64)
        vectors = NameVectors.of(texts, firsts, encoder, step)
        places = {one.uri: place for place, one in enumerate(said)}
        wanted = [
            np.array([places[uri] for uri in uris if uri in places], np.int64)
            for uris in occupations
        ]
        lanes = Lanes(
            vectors=vectors,
            letters=Letters.of(
                [literal(text) for text in texts], like.lanes.letters if like else None
            ),
            neighbours=Neighbours.of(vectors.centres, wanted),
        )
        return cls(Roster.of(said), lanes)

    def links(self, seen: Seen, fusion: Fusion) -> Iterator[Link]:
        """Yield the concepts that were seen, best first, ties in the vocabulary's order."""
        scores = fusion.scores(seen.lanes)
        for at in np.argsort(-scores.round(6), kind="stable"):
            yield Link(self.roster[seen.places[at]], round(float(scores[at]), 4))
