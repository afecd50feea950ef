"""A text as cues see it: its phrases blotted out, its lines and its headings."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.claims import Claim
from extraction.clauses import Clauses
from extraction.cued import BLOT, NOTHING, Cue, bare_span, blotted, found_cues, light

WINDOW = 40  # letters beside a cue in which "the rest" or "all of it" stands

CUT = re.compile(r"[,;()]|\s-+\s")
LINK = re.compile(
    r"(?:[\s,&/+()*\"]|(?<!\w)(?:and|or|nor|w|with|y|o|ni|plus|an?|the|also|their|some|then|even)"
    r"(?!\w))*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """A phrase that something may be said of: a claim without the cues at its edges."""

    start: int
    end: int
    claim: int  # where the claim starts


class Page:
    """A text with its phrases blotted out, its cues, and its lines that stand above others."""

    def __init__(self, plain: str, clauses: Clauses, claims: Sequence[Claim]) -> None:
        self.plain = plain
        self.clauses = clauses
        self.items = tuple(_items(plain, claims))
        self.masked = blotted(plain, ((one.start, one.end) for one in self.items), BLOT)
        self.cues = {name: found_cues(self.masked, name) for name in ("requirement", "when")}
        spans = sorted((one.start, one.end) for some in self.cues.values() for one in some)
        self.quiet = blotted(self.masked, spans, " ")
        self._starts = [item.start for item in self.items]
        self._spoken = [start for start, _ in spans]
        self.titles = [start for start, end in self._lines() if self._above(start, end)]

    def after(self, at: int) -> int:
        """Return the number of the first phrase from an offset on."""
        return bisect_left(self._starts, at)

    def within(self, start: int, end: int) -> range:
        """Return the numbers of the phrases that start between two offsets."""
        return range(self.after(start), self.after(end))

    def speaks(self, start: int, end: int) -> bool:
        """Say whether a cue starts between two offsets."""
        return bisect_left(self._spoken, start) < bisect_left(self._spoken, end)

    def line(self, at: int) -> tuple[int, int]:
        """Return the start and end of the line around an offset."""
        end = self.plain.find("\n", at)
        return self.plain.rfind("\n", 0, at) + 1, len(self.plain) if end < 0 else end

    def link(self, number: int) -> str | None:
        """Return what links a phrase to the next one; `None` where something else is between."""
        first, last = self.items[number].end, self.items[number + 1].start
        gap = self.quiet[first:last]
        linked = "\n" not in gap and LINK.fullmatch(gap) and not self.speaks(first, last)
        return gap if linked else None

    def sentence(self, cue: Cue) -> tuple[int, int]:
        """Return the start and end of the sentence that a cue stands in."""
        return self.clauses.sentence(cue.start)

    def end_before(self, at: int) -> int:
        """Return where the last phrase before an offset ends."""
        number = self.after(at) - 1
        return self.items[number].end if number >= 0 else 0

    def start_after(self, at: int) -> int:
        """Return where the first phrase from an offset on starts."""
        number = self.after(at)
        return self.items[number].start if number < len(self.items) else len(self.plain)

    def left_words(self, cue: Cue) -> str:
        """Return the words close before a cue, back to a phrase or a cut."""
        first = max(self.sentence(cue)[0], self.end_before(cue.start), cue.start - WINDOW)
        return CUT.split(self.quiet[first : cue.start])[-1]

    def _lines(self) -> Iterator[tuple[int, int]]:
        breaks = [-1, *(match.start() for match in re.finditer("\n", self.plain)), len(self.plain)]
        yield from ((one + 1, other) for one, other in pairwise(breaks))

    def _above(self, start: int, end: int) -> bool:
        if end - start > 2 * WINDOW or BLOT in self.masked[start:end]:
            return False
        closed = self.plain[start:end].rstrip(" *_").endswith(":")
        return closed or (self.speaks(start, end) and light(self.quiet[start:end]))


def _items(plain: str, claims: Sequence[Claim]) -> Iterator[Item]:
    cues = [cue for name in ("requirement", "when") for cue in found_cues(plain, name)]
    cues = [cue for cue in cues if cue.name != NOTHING]
    cues.sort(key=lambda cue: cue.start)
    starts = [cue.start for cue in cues]
    for claim in claims:
        near = cues[max(bisect_left(starts, claim.start) - 2, 0) : bisect_left(starts, claim.end)]
        span: tuple[int, int] | None = (claim.start, claim.end)
        if claim.kind == "skill":
            span = bare_span(plain, claim.start, claim.end, near)
        if span:
            yield Item(*span, claim.start)
