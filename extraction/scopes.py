"""What a text says of each claim: how firmly it is asked for, and when it must be met."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from extraction.claims import Claim
from extraction.clauses import Clauses
from extraction.cued import Cue, blotted
from extraction.cues import patterns
from extraction.page import Page
from extraction.reach import Reach
from extraction.reached import Reached
from needs.answers import Requirement, When

Told = TypeVar("Told")

# In the order in which they win where a phrase is told several things from as near.
FIRMNESS = {
    "firm": Requirement.REQUIRED,
    "preferred": Requirement.PREFERRED,
    "not_required": Requirement.NOT_REQUIRED,
    "required": Requirement.REQUIRED,
}
MOMENTS = {
    "we_train": When.WE_TRAIN,
    "within_90_days": When.WITHIN_90_DAYS,
    "learnt": When.WE_TRAIN,
    "day_one": When.DAY_ONE,
}


class Scopes:
    """The claims of a text in order, and what is said of each."""

    def __init__(self, plain: str, clauses: Clauses, claims: Sequence[Claim]) -> None:
        self.plain = plain
        self.clauses = clauses
        self.claims = sorted(claims, key=lambda claim: claim.start)
        self._places = {claim.start: at for at, claim in enumerate(self.claims)}
        skills = [claim for claim in self.claims if claim.kind == "skill"]
        others = [(one.start, one.end) for one in self.claims if one.kind != "skill"]
        self._firm = _told(Page(plain, clauses, self.claims), "requirement", FIRMNESS)
        self._when = _told(Page(blotted(plain, others, " "), clauses, skills), "when", MOMENTS)

    def requirement(self, claim: Claim) -> Requirement | None:
        """Return how firmly a claim is asked for; `None` where nobody says."""
        return self._firm.get(claim.start)

    def when(self, claim: Claim) -> When | None:
        """Return when a claim must be met; `None` where nobody says."""
        return self._when.get(claim.start)

    def own(self, claim: Claim) -> str:
        """Return the words around a claim, up to its neighbours and the end of the sentence."""
        at = self._places[claim.start]
        first, last = self.clauses.sentence(claim.start)
        before = self.claims[at - 1].end if at else 0
        after = self.claims[at + 1].start if at + 1 < len(self.claims) else len(self.plain)
        return self.plain[max(first, before) : min(last, after)]


def _told(page: Page, section: str, values: dict[str, Told]) -> dict[int, Told]:
    """Return what the cues of a section say, by the start of the claim that they say it of."""
    reached: dict[int, list[Reached]] = defaultdict(list)
    for one in Reach(page, section).all():
        reached[one.number].append(one)
    return {
        page.items[number].claim: values[_winner(page, some, tuple(values))]
        for number, some in reached.items()
    }


def _winner(page: Page, some: list[Reached], order: tuple[str, ...]) -> str:
    """Return the name that holds of the nearest cues."""
    near = min(one.far for one in some)
    cues = sorted((one.cue for one in some if one.far == near), key=lambda cue: cue.start)
    return min((cue.name for cue in _mended(page, cues)), key=order.index)


def _mended(page: Page, cues: list[Cue]) -> list[Cue]:
    """Return the cues after the last repair: what mends comes last and wins."""
    repair = patterns("words", "marks")["repair"]
    for at in range(len(cues) - 1, 0, -1):
        if repair.search(page.plain[cues[at - 1].end : cues[at].start]):
            return cues[at:]
    return cues
