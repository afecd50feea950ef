"""Words to concepts, by the words alone: ranks everything, and can say that nothing fits."""

from itertools import islice

import numpy as np

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.edition import Kind
from taxonomy.features import Floats
from taxonomy.ranking import Link, Ranking
from taxonomy.titles import plain_title, readings, vague
from taxonomy.words import clauses, literal, plain

# Chosen on the development phrases: three of four links right, chatter left alone.
SKILL_FITS = 0.68
TITLE_FITS = 0.5
FOUND = 0.15  # a person is looking and will judge
PART = 0.85  # what a fit with only a part of a phrase counts
PHRASE_LENGTH, TITLE_LENGTH = 400, 200  # characters; what is longer is neither


class Linker:
    """Finds the concepts that words stand for."""

    def __init__(self, concepts: Concepts) -> None:
        self._skills = Ranking(concepts.named("skill"), literal, plain)
        self._occupations = Ranking(concepts.named("occupation"), plain_title, str)
        self._credentials = Ranking(concepts.named("credential"), literal, plain)

    def skills(self, text: str, top: int = 50, scheme: str | None = None) -> list[Link]:
        """Rank the skills of a scheme, or of all, for a text; nothing is rejected."""
        parts = clauses(text)
        if not parts:
            return []
        ranked = self._skills.links(self._skills.scores(parts))
        return list(islice((one for one in ranked if scheme in (None, one.concept.scheme)), top))

    def skill(self, phrase: str) -> Concept | None:
        """Return the skill that a phrase stands for, or None where nothing fits."""
        best = next(self._skills.links(self._phrase_scores(phrase[:PHRASE_LENGTH])), None)
        return best.concept if best and best.score >= SKILL_FITS else None

    def occupations(self, title: str, top: int = 3) -> list[Link]:
        """Return the occupations that a job title may mean, best first; none where nothing fits."""
        ranked = self._occupations.links(self._title_scores(title[:TITLE_LENGTH]))
        return [one for one in islice(ranked, top) if one.score >= TITLE_FITS]

    def search(self, words: str, kind: Kind, top: int = 8) -> list[Link]:
        """Return what a person may be looking for who types these words."""
        ranking, form = {
            "skill": (self._skills, literal),
            "occupation": (self._occupations, plain_title),
            "credential": (self._credentials, literal),
        }[kind]
        typed = form(words[:PHRASE_LENGTH])
        fits = ranking.scores([typed] if typed else [])
        ranked = ranking.links(np.maximum(fits, ranking.beginnings(typed)))
        return [one for one in islice(ranked, top) if one.score >= FOUND]

    def _phrase_scores(self, phrase: str) -> Floats:
        """Score a phrase; what fits only a part of it counts less."""
        whole, *parts = clauses(phrase) or [""]
        best = self._skills.scores([whole] if whole else [])
        return np.maximum(best, PART * self._skills.scores(parts)) if parts else best

    def _title_scores(self, title: str) -> Floats:
        best = self._occupations.scores([])
        for reading, trust in readings(title).items():
            scores = self._occupations.scores([reading])
            if vague(reading):
                scores = np.where(scores == 1.0, scores, 0.0)
            best = np.maximum(best, scores * trust)
        return best
