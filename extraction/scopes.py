"""How far the words for must, nice to have and not needed reach."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from extraction.claims import Claim
from extraction.clauses import Clauses
from extraction.cues import patterns
from needs.answers import Requirement, When

Found = TypeVar("Found")

NO_JOB = re.compile(r"(?<!\w)no (?:[\w-]+ ){0,4}[\w-]+,? no (?:job|hire|work)", re.IGNORECASE)
NEAR = 20  # items of a list
NO_THING = re.compile(r"(?<!\w)no (?!sorry)\w+ (?:needed|required|necessary)", re.IGNORECASE)
BARE = re.compile(
    r"(?:no|not|nope|sorry|so|its|it's|is|are|a|but|and|just|definitely|"
    r"really|very|much|that|is|one|\W)*",
    re.IGNORECASE,
)
LINK = re.compile(
    r"\s*(?:,|and|or|&|\+|/|w/|with|y|plus|\(|\))*\s*(?:an?|the|also|their|some)?\s*", re.IGNORECASE
)
HEADING = re.compile(r"^[^\n]{0,60}(?::\s*$|:\s*\n)", re.MULTILINE)


class Scopes:
    """The stretches of text that speak of each claim, in the order in which they stand."""

    def __init__(self, plain: str, clauses: Clauses, claims: Sequence[Claim]) -> None:
        self.plain = plain
        self.clauses = clauses
        self.claims = sorted(claims, key=lambda claim: claim.start)
        self._places = {claim.start: at for at, claim in enumerate(self.claims)}

    def requirement(self, claim: Claim) -> Requirement | None:
        """Return how firmly a claim is asked for; `None` where nobody says."""
        at = self._places[claim.start]
        own = firmness(self._own(at), claim.start - self._start(at))
        return own or self._around(at, firmness) or firmness(self._heading(claim))

    def when(self, claim: Claim) -> When | None:
        """Return when a claim must be met; `None` where nobody says."""
        at = self._places[claim.start]
        return moment(self._own(at)) or self._around(at, moment)

    def own(self, claim: Claim) -> str:
        """Return the words around a claim that are about it."""
        return self._own(self._places[claim.start])

    def _around(self, at: int, read: Callable[[str], Found | None]) -> Found | None:
        """Read what a list says of all its items: after the last, or before the first."""
        first, last = at, at
        while last + 1 < min(len(self.claims), at + NEAR) and self._linked(last):
            last += 1
            if found := read(self.plain[self.claims[last].end : self._end(last)]):
                return found
        while first > max(0, at - NEAR) and self._linked(first - 1):
            first -= 1
        start, _ = self.clauses.sentence(self.claims[first].start)
        return read(self.plain[max(start, self._floor(first)) : self.claims[first].start])

    def _floor(self, at: int) -> int:
        return self.claims[at - 1].end if at else 0

    def _linked(self, at: int) -> bool:
        between = self.plain[self.claims[at].end : self.claims[at + 1].start]
        return "\n" not in between and LINK.fullmatch(between) is not None

    def _start(self, at: int) -> int:
        first, _ = self.clauses.clause(self.claims[at].start)
        return max(first, self._floor(at))

    def _own(self, at: int) -> str:
        return self.plain[self._start(at) : self._end(at)]

    def _end(self, at: int) -> int:
        claim = self.claims[at]
        _, stop = self.clauses.sentence(claim.start)
        _, end = self.clauses.clause(max(claim.end - 1, claim.start))
        later = self.claims[at + 1].start if at + 1 < len(self.claims) else len(self.plain)
        while end < min(later, len(self.plain)):
            first, last = self.clauses.clause(end)
            if last <= end or later < last or not (end < stop or self._only_cue(first, last)):
                break
            end = last
        return min(end, later)

    def _only_cue(self, first: int, last: int) -> bool:
        text = self.plain[first:last]
        if NO_THING.search(text):
            return False
        for section in ("requirement", "when"):
            for pattern in patterns("words", section).values():
                text = pattern.sub("", text)
        return (
            "\n" not in self.plain[max(first - 1, 0) : first] and BARE.fullmatch(text) is not None
        )

    def _heading(self, claim: Claim) -> str:
        start = max(self.plain.rfind("\n\n", 0, claim.start) + 1, claim.start - 1500, 0)
        found = [m[0] for m in HEADING.finditer(self.plain, start, claim.start)]
        return found[-1] if found else ""


def firmness(text: str, at: int | None = None) -> Requirement | None:
    """Return the requirement that a stretch of text states; what mends comes last and wins."""
    repair = [m.end() for m in patterns("words", "marks")["repair"].finditer(text)]
    if repair and (later := firmness(text[repair[-1] :])):
        return later
    cues = patterns("words", "requirement")
    if cues["preferred"].search(text):
        return Requirement.PREFERRED
    if NO_JOB.search(text):
        return Requirement.REQUIRED
    if cues["not_required"].search(text) or (at is not None and _refused(text, at)):
        return Requirement.NOT_REQUIRED
    return Requirement.REQUIRED if cues["required"].search(text) else None


def _refused(text: str, at: int) -> bool:
    return (
        re.search(
            r"(?<!\w)(?:no|nor|without|ni|neither)(?: [\w'-]+){0,2}\s$", text[:at], re.IGNORECASE
        )
        is not None
    )


def moment(text: str) -> When | None:
    """Return when something must be known: before anything else the words of training win."""
    cues = patterns("words", "when")
    for name, when in (
        ("within_90_days", When.WITHIN_90_DAYS),
        ("we_train", When.WE_TRAIN),
        ("day_one", When.DAY_ONE),
    ):
        if cues[name].search(text):
            return when
    return None
