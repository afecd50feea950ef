"""The names of occupations in plain form, how far each is trusted, and how common the job is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from needs.concept import Concept
from taxonomy.features import Floats
from taxonomy.index import Name
from taxonomy.titles import forms, head, kept

OWN, LABEL, FURTHER = 1.0, 0.985, 0.932  # trust; employers' own words count in full
OURS, REST, DETAIL = 0.5, -0.6, -0.3  # commonness: in our vocabulary, "All Other", a specialty


@dataclass(frozen=True)
class JobName:
    """A name of an occupation. ``head`` is the word that says what somebody is."""

    concept: Concept
    text: str
    plain: str
    head: str
    trust: float


def job_names(names: Iterable[Name], own: Iterable[Name]) -> list[JobName]:
    """Return the names by occupation, some in two forms; ``own`` are those of our vocabulary."""
    ours = {(one.concept.uri, one.text.casefold()) for one in own}
    said: dict[Concept, list[JobName]] = {}
    for name in names:
        trust = OWN if (name.concept.uri, name.text.casefold()) in ours else _trust(name)
        for form in forms(name.text):
            if plain := " ".join(kept(form)):
                line = JobName(name.concept, name.text, plain, head(form), trust)
                said.setdefault(name.concept, []).append(line)
    return [line for lines in said.values() for line in lines]


def common(lines: Sequence[JobName]) -> Floats:
    """Return how common each occupation is likely to be, as far as its names tell."""
    counts = Counter(line.concept for line in lines)
    ours = {line.concept for line in lines if line.trust == OWN}
    most = np.log1p(max(counts.values(), default=1))
    return np.array([np.log1p(counts[one]) / most + _special(one, ours) for one in counts])


def _special(concept: Concept, ours: set[Concept]) -> float:
    rest = REST if "All Other" in concept.label else 0.0
    detail = 0.0 if concept.uri.endswith(".00") else DETAIL
    return rest + detail + (OURS if concept in ours else 0.0)


def _trust(name: Name) -> float:
    return {"local": OWN, "phrase": OWN, "pref": LABEL}.get(name.kind, FURTHER)
