"""Which concepts of another version may take the place of one, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from needs.concept import Concept
from needs.succession import Kind, Suggestion
from taxonomy.index import Index
from taxonomy.ranking import Ranking
from taxonomy.words import SILENT, literal, words

MOST = 5  # suggestions
TELLING = 0.35  # the least score that is worth a look
FURTHER, OCCUPATIONS = 0.9, 0.2  # what a further name counts beside a label, and occupations
FOUND, BESIDE = 120, 30  # candidates by their words, and by their occupations
LINKS = ("essential", "optional")


@dataclass(frozen=True)
class Old:
    """A concept whose place is to be taken, and the occupations that are still there."""

    concept: Concept
    names: tuple[str, ...]
    occupations: frozenset[str]


@dataclass(frozen=True)
class Successors:
    """Finds likely heirs by label, further names and shared occupations.

    Of the old concept only the label is known where the index of its version is not at hand.
    """

    new: Index
    old: Index | None = None

    def of(self, concept: Concept, kind: Kind) -> tuple[Suggestion, ...]:
        """Return the likeliest heirs, at most five, what has kept the URI first."""
        old = self._known(concept)
        scores = self._scores(old, self._candidates(old, kind))
        told = (self._suggestion(old, one, score) for one, score in scores.items())
        ranked = sorted(told, key=lambda one: (one.concept.uri != concept.uri, -one.score))
        kept = [one for one in ranked if one.score >= TELLING or one.concept.uri == concept.uri]
        return tuple(kept[:MOST])

    def _known(self, concept: Concept) -> Old:
        if self.old is None:
            return Old(concept, (), frozenset())
        names = tuple(one.text for one in self.old.names(concept) if not one.preferred)
        asking = self.old.linking(concept, *LINKS)
        still = (one.uri for one in asking if self.new.concept(one.scheme, one.uri))
        return Old(concept, names, frozenset(still))

    def _candidates(self, old: Old, kind: Kind) -> list[Concept]:
        same = self.new.concept(old.concept.scheme, old.concept.uri)
        found = [same] if same else []
        found += [*self._said([old.concept.label], kind), *self._said(old.names, kind)]
        found += self._beside(old)
        return [one for one in dict.fromkeys(found) if self._is(one, kind)]

    def _is(self, concept: Concept, kind: Kind) -> bool:
        detail = self.new.detail(concept)
        return detail is not None and detail.kind == kind

    def _said(self, texts: Iterable[str], kind: Kind) -> Iterator[Concept]:
        """Yield what has a name with some of these words, the rarest words first."""
        said = dict.fromkeys(word for text in texts for word in words(text))
        telling = [word for word in said if word not in SILENT] or list(said)
        query = (
            "SELECT c.scheme, c.uri, c.label, c.version FROM said"
            " JOIN name n ON n.rowid = said.rowid JOIN concept c ON c.number = n.concept"
            f" WHERE said MATCH ? AND c.kind = ? ORDER BY rank LIMIT {FOUND}"
        )
        wanted = " OR ".join(f'"{word}"' for word in telling)
        for row in self.new.rows(query, wanted, kind) if wanted else ():
            yield Concept(*row)

    def _beside(self, old: Old) -> Iterator[Concept]:
        """Yield what most of the old one's occupations ask for as well."""
        asked = Counter[Concept]()
        for uri in old.occupations:
            asked.update(self.new.linked(Concept(old.concept.scheme, uri, "", ""), *LINKS))
        return (one for one, _ in asked.most_common(BESIDE))

    def _scores(self, old: Old, candidates: list[Concept]) -> dict[Concept, float]:
        names = [name for one in candidates for name in self.new.names(one)]
        ranking = Ranking.of(names)
        by_label = ranking.links(ranking.scores([literal(old.concept.label)]))
        scores = {link.concept: link.score for link in by_label}
        further = [text for one in old.names if (text := literal(one))]
        for link in ranking.links(ranking.scores(further)) if further else ():
            scores[link.concept] = max(scores[link.concept], FURTHER * link.score)
        return scores

    def _suggestion(self, old: Old, new: Concept, score: float) -> Suggestion:
        if old.occupations:
            sharing = {one.uri for one in self.new.linking(new, *LINKS)}
            shared = len(old.occupations & sharing)
            score = (1 - OCCUPATIONS) * score + OCCUPATIONS * _part(old.occupations, sharing)
            return Suggestion(new, round(score, 3), self._reason(old, new, shared))
        return Suggestion(new, round(score, 3), self._reason(old, new))

    def _reason(self, old: Old, new: Concept, shared: int = 0) -> str:
        reasons = ["has kept its identity"] if new.uri == old.concept.uri else []
        reasons += self._of_names(old, new)
        if shared:
            reasons.append(f"wanted in {shared} of the same {len(old.occupations)} occupations")
        return ", ".join(reasons)

    def _of_names(self, old: Old, new: Concept) -> list[str]:
        names = {one.text.casefold() for one in self.new.names(new) if not one.preferred}
        known = {one.casefold() for one in old.names}
        if old.concept.label.casefold() == new.label.casefold():
            return ["has the same name"]
        if old.concept.label.casefold() in names:
            return ["has the old name as a further name"]
        if new.label.casefold() in known:
            return ["was a further name of the old one"]
        if both := len(known & names):
            return [f"shares {both} further {'name' if both == 1 else 'names'}"]
        return [] if new.uri == old.concept.uri else ["has a similar name"]


def _part(some: frozenset[str], others: set[str]) -> float:
    return len(some & others) / len(some | others)
