"""Sentences and clauses: how far a word reaches."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 600  # letters: nobody speaks further without a stop, so that no search goes further

STOP = r"[!?]+|\n\s*|\.{2,}|\.(?=\s|$)|[•·|…]"
PAUSE = r",(?!\d{3}(?!\d))|;|[()]|\s[-*]+\s|\s(?=(?:but|plus|though|however|except|while|anyway)\s)"
SENTENCE = re.compile(STOP)
CLAUSE = re.compile(rf"{STOP}|{PAUSE}", re.IGNORECASE)
ABBREVIATED = re.compile(r"(?<!\w)(?:no|dr|mr|mrs|st|etc|vs|approx|e\.g|i\.e|ft)$", re.IGNORECASE)


@dataclass(frozen=True)
class Clauses:
    """Where the sentences and clauses of a text begin, each list ending with the text's length."""

    sentences: tuple[int, ...]
    clauses: tuple[int, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the start and end of the sentence around an offset."""
        return _around(self.sentences, at)

    def clause(self, at: int) -> tuple[int, int]:
        """Return the start and end of the clause around an offset."""
        return _around(self.clauses, at)

    def each(self) -> Iterator[tuple[int, int]]:
        """Yield the start and end of every clause."""
        yield from zip(self.clauses, self.clauses[1:], strict=False)


def divided(plain: str) -> Clauses:
    """Return the sentences and clauses of a text."""
    return Clauses(_starts(SENTENCE, plain), _starts(CLAUSE, plain))


def _starts(ending: re.Pattern[str], plain: str) -> tuple[int, ...]:
    ends = [m.end() for m in ending.finditer(plain) if not _abbreviated(plain, m)]
    starts: list[int] = [0]
    for end in [*ends, len(plain)]:
        starts += range(starts[-1] + LONGEST, end, LONGEST)
        starts += [end] if end > starts[-1] else []
    return tuple(starts)


def _abbreviated(plain: str, match: re.Match[str]) -> bool:
    before = plain[max(0, match.start() - 8) : match.start()]
    return match[0] == "." and ABBREVIATED.search(before) is not None


def _around(starts: tuple[int, ...], at: int) -> tuple[int, int]:
    number = max(bisect_right(starts, at), 1)
    return starts[number - 1], starts[min(number, len(starts) - 1)]
