"""Abbreviations that a vocabulary explains itself, as in "Registered Nurse (RN)"."""

import re
from collections import Counter
from collections.abc import Iterable

from taxonomy.title_words import LINKING
from taxonomy.words import words

EXPLAINED = re.compile(r"(.*?)\s*\(([^()]+)\)\s*")
MOST = 2  # readings of one abbreviation


def abbreviations(names: Iterable[str]) -> dict[str, list[str]]:
    """Return what each abbreviation stands for, the most frequent first."""
    explained = (EXPLAINED.fullmatch(name) for name in names if name.endswith(")"))
    seen = Counter(pair for found in explained if found for pair in _pairs(*found.groups()))
    known: dict[str, list[str]] = {}
    for (short, long), _ in seen.most_common():
        known.setdefault(short, []).append(long)
    return {short: longs[:MOST] for short, longs in known.items()}


def _pairs(outside: str, inside: str) -> list[tuple[str, str]]:
    long, short = _without_common(words(outside), words(inside))
    if (len(long), len("".join(long))) < (len(short), len("".join(short))):
        long, short = short, long
    return [(short[0], " ".join(long))] if len(short) == 1 and _stands_for(short[0], long) else []


def _without_common(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Leave away the words that both begin or end with: "nurse" of "RN nurse"."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def _stands_for(short: str, long: list[str]) -> bool:
    firsts = ["".join(word[0] for word in long), "".join(w[0] for w in long if w not in LINKING)]
    return short in firsts or (len(long) == 1 and _cut_from(short, long[0]))


def _cut_from(short: str, word: str) -> bool:
    """Say whether a word was cut to a shorter one: technician to tech, manager to mgr."""
    letters = iter(word)
    return len(short) < len(word) and short[0] == word[0] and all(one in letters for one in short)
