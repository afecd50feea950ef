"""The words that say how firmly, and when, something is asked for, as they stand in a text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extraction.cues import table, whole

BLOT = "ж"  # a letter that no cue has: what stands for a phrase in the blotted text
PHRASES = rf"{BLOT}+(?:(?: ?[,&/]| and| or| nor| y| o)+ {BLOT}+)*"
NOTHING = "nothing"  # the name of cues that say nothing of anybody's skill
WORD = re.compile(r"\w+(?:'\w+)?")
POINTED = re.compile(r"(?<!\w)(?:it|that|those)$", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """Some words, and the name of what they say."""

    name: str
    start: int
    end: int
    words: str

    def is_a(self, way: str) -> bool:
        """Say whether a cue reaches in one of the ways of the list."""
        return spoken("reach")[way].fullmatch(self.words) is not None


@cache
def spoken(section: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a section by name; `@` in them stands for blotted phrases."""
    return {
        name: whole([one.replace("@", PHRASES) for one in some])
        for name, some in table("scopes")[section].items()
    }


@cache
def light_words() -> frozenset[str]:
    """Return the words that say nothing by themselves."""
    return frozenset(table("scopes")["light"].split())


def light(text: str) -> bool:
    """Say whether a text has no word that carries meaning."""
    return all(word.lower() in light_words() for word in WORD.findall(text))


def found_cues(text: str, section: str) -> list[Cue]:
    """Return the cues of a text in order; where two overlap, the longer one stands."""
    every = [
        Cue(name, *match.span(), match[0])
        for name, pattern in spoken(section).items()
        for match in pattern.finditer(text)
    ]
    taken = bytearray(len(text))
    kept = []
    for cue in sorted(every, key=lambda one: one.start - one.end):
        if cue.end > cue.start and taken.find(1, cue.start, cue.end) < 0:
            taken[cue.start : cue.end] = b"\1" * (cue.end - cue.start)
            kept.append(cue)
    return sorted(kept, key=lambda one: one.start)


def blotted(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """Return a text of the same length with these stretches blotted out."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            pieces += [text[at:start], sign * (end - max(start, at))]
            at = end
    return "".join([*pieces, text[at:]])


def bare_span(text: str, start: int, end: int, cues: Sequence[Cue]) -> tuple[int, int] | None:
    """Return a phrase without the cues at its edges; `None` where nothing else is in it."""
    inside = [cue for cue in cues if cue.start < end and start < cue.end]
    if light(blotted(_standless(text, start, end), _within(inside, start), " ")):
        return None
    for cue in inside:
        if start < cue.start and _ends(text, cue, end):
            if POINTED.search(cue.words):
                return None
            end = cue.start
        elif cue.start < start or (cue.start == start and " " in cue.words and cue.end < end):
            start = max(start, cue.end)
    return (start, end) if text[start:end].strip() else None


def _ends(text: str, cue: Cue, end: int) -> bool:
    return light(text[min(cue.end, end) : end])


def _within(cues: Iterable[Cue], start: int) -> list[tuple[int, int]]:
    return [(max(cue.start - start, 0), cue.end - start) for cue in cues]


def _standless(text: str, start: int, end: int) -> str:
    words = text[start:end]
    for pattern in spoken("standing").values():
        words = pattern.sub(lambda match: " " * len(match[0]), words)
    return words
