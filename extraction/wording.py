"""A message as it was written, and as it is read: plain quotes and dashes, typos mended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.spelling import mended

PLAIN = str.maketrans("‘’‚“”„′–—−‐‑\u00a0\u2007\u202f\r", "'''\"\"\"'-----   \n")
SURROGATE = re.compile("[\ud800-\udfff]")
WORD = re.compile(r"(?<![\w'.@/-])[A-Za-z]{3,14}(?![\w'@/])")


@dataclass(frozen=True)
class Wording:
    """What was written (`raw`) and what is read (`plain`), with each letter's raw start and end."""

    raw: str
    plain: str
    starts: Sequence[int]
    ends: Sequence[int]

    def where(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the raw text of a stretch of the plain text."""
        return (self.starts[start], self.ends[end - 1]) if start < end else (0, 0)

    def said(self, start: int, end: int) -> str:
        """Return the raw words of a stretch of the plain text."""
        first, last = self.where(start, end)
        return self.raw[first:last]


def worded(raw: str) -> Wording:
    """Return a message's wording; characters that no grammar can read become question marks."""
    plain = SURROGATE.sub("?", raw.translate(PLAIN))
    typos = [(match, word) for match in WORD.finditer(plain) if (word := mended(match[0]))]
    if not typos:
        return Wording(raw, plain, range(len(raw)), range(1, len(raw) + 1))
    return _respelled(raw, plain, typos)


def _respelled(raw: str, plain: str, typos: list[tuple[re.Match[str], str]]) -> Wording:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match, word in typos:
        first, last = match.span()
        pieces += [plain[done:first], word]
        starts += [*range(done, first), *[first] * len(word)]
        ends += [*range(done + 1, first + 1), *[last] * len(word)]
        done = last
    rest = range(done, len(plain))
    pieces.append(plain[done:])
    return Wording(raw, "".join(pieces), [*starts, *rest], [*ends, *(at + 1 for at in rest)])
