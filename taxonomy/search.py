"""Finds concepts of every kind for people who type half a word, or a code."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.edition import Kind, Rows
from taxonomy.index import Detail, Index
from taxonomy.spelling import american
from taxonomy.words import stem
from taxonomy.words import words as words_of

WORD = re.compile(r"[^\W_]+")
CODE = re.compile(r"[A-Z]?\d[\d.\-]*")
LONGEST, MOST_WORDS = 200, 12  # characters and words that are looked at
CANDIDATES = 120  # names of one index that are looked at more closely
CUT, LEFT = 3, 4  # letters: endings that stemming may have changed, and what must be left
SHORT = 2  # letters: the beginning of too many words to look for inside names
WHOLE, BEGUN, OWN = 0.2, 0.4, 0.05  # words said in full, a name begun, a label or our phrase
LIKELY: dict[str, float] = {"occupation": 0.06, "skill": 0.06, "credential": 0.04, "industry": 0.03}
CONCEPT = "c.scheme, c.uri, c.label, c.version, c.kind, c.code, c.type, c.description"


@dataclass(frozen=True)
class Found:
    """A concept that was found, the name that fits, and how well: 0 to 1."""

    detail: Detail
    name: str
    score: float


def search(
    concepts: Concepts, typed: str, kinds: Collection[Kind] = (), most: int = 20
) -> list[Found]:
    """Return the concepts whose names or codes begin as what was typed, best first."""
    text = typed[:LONGEST].strip()
    indexes = [*concepts.official.values(), concepts.starter]
    found = list(chain.from_iterable(_coded(index, text.upper(), kinds) for index in indexes))
    for spelling in dict.fromkeys((text, american(text))):
        found += chain.from_iterable(_named(index, spelling, kinds) for index in indexes)
    ranked = sorted(found, key=lambda one: -one.score)
    return [_current(concepts, one) for one in _once(ranked)][:most]


def _coded(index: Index, code: str, kinds: Collection[Kind]) -> Iterator[Found]:
    """Yield the concepts whose code is, or begins as, what was typed."""
    if CODE.fullmatch(code):
        limit, kind = _of_kinds(kinds)
        query = f"SELECT {CONCEPT} FROM concept c WHERE c.code >= ? AND c.code < ? {limit}"
        order = f" AND c.code != '' ORDER BY length(c.code), c.code LIMIT {CANDIDATES}"
        for row in index.rows(query + order, code, f"{code}~", *kind):
            detail = _detail(row)
            yield Found(detail, detail.code, 2.0 if detail.code == code else 1.5)


def _named(index: Index, text: str, kinds: Collection[Kind]) -> list[Found]:
    """Return the concepts with a name that has all words; if there is none, their beginnings."""
    words, typed = WORD.findall(text)[:MOST_WORDS], words_of(text)[:MOST_WORDS]
    if all(len(word) <= SHORT for word in words):
        said = " ".join(f'"{word}"' for word in words)
        rows = [*_rows(index, said, kinds), *_rows(index, f"^{said}*", kinds, "")] if said else []
    else:
        rows = _rows(index, _match(words), kinds) or _rows(index, _match(map(_cut, words)), kinds)
    scored = ((row, _score(typed, str(row[8]))) for row in rows)
    return [_found(row, score) for row, score in scored if score]


def _match(words: Iterable[str]) -> str:
    """Return the query for words that begin as these do; single letters are whole words."""
    return " ".join(f'"{word}"{"*" if len(word) > 1 else ""}' for word in words)


def _rows(index: Index, match: str, kinds: Collection[Kind], best: str = "rank") -> Rows:
    limit, kind = _of_kinds(kinds)
    order = f"ORDER BY said.{best}" if best else ""
    query = (
        f"SELECT {CONCEPT}, n.text, n.kind FROM said JOIN name n ON n.rowid = said.rowid"
        f" JOIN concept c ON c.number = n.concept WHERE said MATCH ? {limit} {order}"
    )
    return index.rows(f"{query} LIMIT {CANDIDATES}", match, *kind)


def _of_kinds(kinds: Collection[Kind]) -> tuple[str, tuple[str, ...]]:
    marks = ", ".join("?" * len(kinds))
    return (f"AND c.kind IN ({marks})" if kinds else "", tuple(kinds))


def _cut(word: str) -> str:
    return word[: max(LEFT, len(word) - CUT)]


def _score(typed: list[str], name: str) -> float:
    """Score a name that has all that was typed, 0 to 1; 0 where it has not."""
    said = words_of(name)
    stems = {stem(word) for word in said}
    whole = sum(word in said or stem(word) in stems for word in typed)
    if not typed or any(not _begins(word, said, stems) for word in typed):
        return 0.0
    if said == typed:
        return 1.0
    begun = " ".join(said).startswith(" ".join(typed))
    share = len("".join(typed)) / max(1, len("".join(said)))
    return 0.9 * (
        (1 - WHOLE - BEGUN) * min(1.0, share) + WHOLE * whole / len(typed) + BEGUN * begun
    )


def _begins(word: str, said: list[str], stems: set[str]) -> bool:
    return stem(word) in stems or any(one.startswith(word) for one in said)


def _found(row: tuple[object, ...], score: float) -> Found:
    detail, own = _detail(row), row[9] in ("pref", "phrase")
    return Found(detail, str(row[8]), score + LIKELY.get(detail.kind, 0.0) + OWN * own)


def _detail(row: tuple[object, ...]) -> Detail:
    kind, code, sort, description = row[4:8]
    return Detail(Concept(*row[:4]), kind, code, sort, description)  # type: ignore[arg-type]


def _once(found: Iterable[Found]) -> Iterator[Found]:
    seen: set[tuple[str, str]] = set()
    for one in found:
        identity = (one.detail.concept.scheme, one.detail.concept.uri)
        if identity not in seen:
            seen.add(identity)
            yield one


def _current(concepts: Concepts, found: Found) -> Found:
    """Return what was found as the scheme in use describes it."""
    detail = concepts.detail(found.detail.concept) or found.detail
    return Found(detail, found.name, min(1.0, found.score))
