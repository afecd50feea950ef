"""From confirmed needs to cells."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from needs.answers import Requirement
from needs.concept import Concept
from needs.need import Need
from signals.cell import Cell, Kind, key_of


@dataclass(frozen=True)
class Vote:
    """One group asks for one thing; for an occupation, with how many hires."""

    kind: Kind
    concept: Concept
    occupation: Concept | None
    group: str
    hires: tuple[int, int] = (0, 0)


def summarise(needs: Iterable[Need]) -> list[Cell]:
    """Return the cells that confirmed needs add up to; each group counts once in each."""
    needs = list(needs)
    spelling = _spelling(needs)
    votes: dict[str, list[Vote]] = defaultdict(list)
    for need in needs:
        for vote in _votes(need, spelling):
            votes[key_of(vote.kind, vote.concept, vote.occupation)].append(vote)
    return [_cell(key, votes[key]) for key in sorted(votes)]


def _votes(need: Need, spelling: Mapping[str, str]) -> Iterator[Vote]:
    for within in {None, need.occupation}:
        for skill in need.skills:
            if skill.concept and skill.requirement is not Requirement.NOT_REQUIRED:
                yield Vote("skill", skill.concept, within, need.group)
        for credential in need.credentials:
            if credential.requirement is not Requirement.NOT_REQUIRED:
                name = _folded(credential.name)
                concept = Concept("credential", name, spelling[name], "")
                yield Vote("credential", concept, within, need.group)
    if need.occupation:
        yield Vote("occupation", need.occupation, None, need.group, _hires(need))


def _spelling(needs: Iterable[Need]) -> dict[str, str]:
    """Return how most people write each credential."""
    written = Counter(
        " ".join(credential.name.split()) for need in needs for credential in need.credentials
    )
    rarest_first = sorted(written, key=lambda name: (written[name], name))
    return {_folded(name): name for name in rarest_first}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _hires(need: Need) -> tuple[int, int]:
    hires = need.hires
    return (hires.lo or 0, hires.hi or 0) if hires else (0, 0)


def _cell(key: str, votes: Sequence[Vote]) -> Cell:
    concept = max((vote.concept for vote in votes), key=_newness)
    within = max((vote.occupation for vote in votes if vote.occupation), key=_newness, default=None)
    return Cell(key, votes[0].kind, concept, within, _contributors(votes))


def _newness(concept: Concept) -> tuple[str, str]:
    return concept.version, concept.label


def _contributors(votes: Iterable[Vote]) -> dict[str, tuple[int, int]]:
    counted: dict[str, tuple[int, int]] = {}
    for vote in sorted(votes, key=lambda vote: vote.group):
        lo, hi = counted.get(vote.group, (0, 0))
        hires = (lo + vote.hires[0], hi + vote.hires[1])
        counted[vote.group] = hires if vote.kind == "occupation" else (1, 1)
    return counted
