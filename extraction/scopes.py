"""How far the words for must, nice to have and not needed reach."""

import re
from collections.abc import Sequence

from needs.answers import Requirement, When

from extraction.claims import Claim
from extraction.clauses import Clauses
from extraction.cues import patterns

NO_JOB = re.compile(r"(?<!\w)no [\w-]+,? no (?:job|hire|work)", re.IGNORECASE)
BARE = re.compile(r"(?:no|not|nope|sorry|so|its|it's|is|are|a|but|and|just|definitely|really|very|much|that|is|one|\W)*", re.IGNORECASE)
LINK = re.compile(r"\s*(?:,|and|or|&|\+|/|w/|with|y|plus|\(|\))*\s*(?:an?|the|also|their|some)?\s*", re.IGNORECASE)
HEADING = re.compile(r"^[^\n]{0,60}(?::\s*$|:\s*\n)", re.MULTILINE)


class Scopes:
    """The stretches of text that speak of each claim, in the order in which they stand."""

    def __init__(self, plain: str, clauses: Clauses, claims: Sequence[Claim]) -> None:
        self.plain = plain
        self.clauses = clauses
        self.claims = sorted(claims, key=lambda claim: claim.start)

    def requirement(self, claim: Claim) -> Requirement | None:
        """Return how firmly a claim is asked for; `None` where nobody says."""
        at = self.claims.index(claim)
        for text in (self._own(at), self._shared(at), self._heading(claim)):
            found = firmness(text, claim.start - self._start(at) if text == self._own(at) else None)
            if found:
                return found
        return None

    def own(self, claim: Claim) -> str:
        """Return the words around a claim that are about it."""
        return self._own(self.claims.index(claim))

    def _start(self, at: int) -> int:
        first, _ = self.clauses.clause(self.claims[at].start)
        before = self.claims[at - 1].end if at else 0
        return max(first, before)

    def _own(self, at: int) -> str:
        return self.plain[self._start(at) : self._end(at)]

    def _end(self, at: int) -> int:
        claim = self.claims[at]
        _, stop = self.clauses.sentence(claim.start)
        _, end = self.clauses.clause(max(claim.end - 1, claim.start))
        later = self.claims[at + 1].start if at + 1 < len(self.claims) else len(self.plain)
        if later < end:
            return later
        while end < len(self.plain):
            first, last = self.clauses.clause(end)
            if later < last or not (end < stop or self._only_cue(first, last)) or last <= end:
                break
            end = last
        return min(end, later)

    def _only_cue(self, first: int, last: int) -> bool:
        text = self.plain[first:last]
        for pattern in patterns("words", "requirement").values():
            text = pattern.sub("", text)
        return "\n" not in self.plain[max(first - 1, 0) : first] and BARE.fullmatch(text) is not None

    def _shared(self, at: int) -> str:
        """Return the scope of the next claim, where only "and" or a comma stands between."""
        if at + 1 >= len(self.claims):
            return ""
        between = self.plain[self.claims[at].end : self.claims[at + 1].start]
        if "\n" in between or not LINK.fullmatch(between):
            return self._listed(at)
        return self._own(at + 1)[len(between) :] if self._own(at + 1) else ""

    def _listed(self, at: int) -> str:
        return ""

    def _heading(self, claim: Claim) -> str:
        start = self.plain.rfind("\n\n", 0, claim.start) + 1
        found = [m[0] for m in HEADING.finditer(self.plain, max(start, claim.start - 1500), claim.start)]
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
    return re.search(r"(?<!\w)(?:no|nor|without|ni|neither)(?: [\w'-]+){0,2}\s$", text[:at], re.IGNORECASE) is not None


def moment(text: str) -> When | None:
    """Return when something must be known: before anything else the words of training win."""
    cues = patterns("words", "when")
    for name, when in (("within_90_days", When.WITHIN_90_DAYS), ("we_train", When.WE_TRAIN), ("day_one", When.DAY_ONE)):
        if cues[name].search(text):
            return when
    return None
