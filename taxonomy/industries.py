"""An employer's words for its industry to NAICS: official titles, and words of our own."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from taxonomy.concepts import Concepts
from taxonomy.index import Detail, Index, Name
from taxonomy.ranking import Ranking
from taxonomy.words import clauses, words

WORDS = Path(__file__).with_name("industry_words.toml")
EXCEPT = re.compile(r"\(except[^)]*\)")
FITS = 0.45  # chosen on texts that employers might type: chatter is left alone
NEAR = 0.6  # the least that a further choice may score, beside the best one
LENGTH = 400  # characters; what is longer names no industry

# Words that every employer may use of itself.
_SILENT = """
    we we're were i i'm our us my a an the and of for in to it's is are do does make makes
    making build provide run own operate work company companies business businesses firm firms
    corp inc llc co service services industry industries sector local small family owned mostly
    kind type stuff things called here"""
SILENT = frozenset(word for said in _SILENT.split() for word in words(said))


@dataclass(frozen=True)
class _Industries:
    ranking: Ranking
    details: Mapping[str, Detail]  # by code: of those with one title, the most exact


def industries(concepts: Concepts, text: str, most: int = 3) -> list[Detail]:
    """Return the industries that a text may mean, best first; none where nothing fits."""
    index = concepts.official.get("naics")
    said = [one for one in map(_telling, clauses(text[:LENGTH])) if one]
    if index is None or not said:
        return []
    known = _industries(index)
    return list(_distinct(known, said))[:most]


def _distinct(known: _Industries, said: list[str]) -> Iterator[Detail]:
    """Yield those that fit well enough, each title once."""
    seen: set[str] = set()
    least = FITS
    for link in known.ranking.links(known.ranking.scores(said)):
        if link.score < least:
            return
        least = max(least, NEAR * link.score)
        detail = known.details[link.concept.uri]
        if detail.code not in seen:
            seen.add(detail.code)
            yield detail


@lru_cache(maxsize=2)
def _industries(index: Index) -> _Industries:
    official = index.concepts("industry")
    finest = {_title(one): one for one in sorted(official, key=lambda one: len(one.code))}
    names = [
        Name(one.concept, _telling(text), "phrase")
        for one in official
        for text in (_title(one), *_own_words().get(one.code, ()))
    ]
    return _Industries(Ranking.of(names), {one.code: finest[_title(one)] for one in official})


@cache
def _own_words() -> dict[str, list[str]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _title(industry: Detail) -> str:
    return EXCEPT.sub("", industry.concept.label).strip()


def _telling(text: str) -> str:
    """Return the words of a text that can tell one industry from another."""
    return " ".join(word for word in words(text) if word not in SILENT)
