"""From confirmed needs to the next release, or to the reason why there is none yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from needs.ledger import Entry
from needs.need import Need
from needs.signal import Release
from signals.cell import Cell
from signals.protect import Protected, protect
from signals.rules import Rules, nearest_count
from signals.standing import differing
from signals.summarise import summarise

EMPLOYERS = "employers"  # the ledger's key for who stands behind a release's number of employers


@dataclass(frozen=True)
class Heading:
    """Whose release it is, of which cycle, and when."""

    partnership: str
    cycle: str
    at: datetime


@dataclass(frozen=True)
class Draft:
    """A release as it would be published; ``changed`` counts the groups that it is new about."""

    release: Release
    entries: tuple[Entry, ...]
    changed: int


@dataclass(frozen=True)
class NotYet:
    """Too little is new. ``more`` says how many further groups have to answer or change."""

    more: int


def changed_groups(cells: Iterable[Cell], earlier: Mapping[str, Entry]) -> set[str]:
    """Return the groups that said something which no earlier release takes into account."""
    now = {cell.key: cell.contributors for cell in cells}
    then = {key: entry.contributors for key, entry in earlier.items() if key != EMPLOYERS}
    pairs = [(now.get(key, {}), then.get(key, {})) for key in {*now, *then}]
    return set().union(*(differing(*pair) for pair in pairs))


def draft(
    needs: Iterable[Need],
    rules: Rules,
    earlier: Mapping[str, Entry],
    latest: Release | None,
    heading: Heading,
) -> Draft | NotYet:
    """Return the next release of a cycle, or how much is missing for one."""
    needs = list(needs)
    cells = summarise(needs)
    groups = {need.group for need in needs}
    changed = changed_groups(cells, earlier) if latest else groups
    if missing := max(0, *(rules.threshold - len(some) for some in (groups, changed))):
        return NotYet(missing)
    everyone = _everyone(groups, earlier.get(EMPLOYERS), rules.threshold)
    known = {key: entry for key, entry in earlier.items() if key != EMPLOYERS}
    protected = protect(cells, rules, known)
    release = _release(protected, len(everyone.contributors), rules, latest, heading)
    if latest and _says_the_same(release, latest):
        return NotYet(1)
    return Draft(release, (everyone, *protected.entries), len(changed))


def _everyone(groups: Iterable[str], earlier: Entry | None, threshold: int) -> Entry:
    """Return who stands behind the number of employers: the same as before if few came or went."""
    now = {group: (1, 1) for group in sorted(groups)}
    if earlier and len(differing(now, earlier.contributors)) < threshold:
        return earlier
    return Entry(EMPLOYERS, now, None)


def _release(
    protected: Protected, employers: int, rules: Rules, latest: Release | None, heading: Heading
) -> Release:
    return Release(
        partnership=heading.partnership,
        cycle=heading.cycle,
        number=latest.number + 1 if latest else 1,
        at=heading.at,
        employers=nearest_count(employers, rules.count_rounding),
        signals=protected.signals,
        withheld=nearest_count(protected.withheld, rules.count_rounding),
        threshold=rules.threshold,
        rounding=rules.count_rounding,
    )


def _says_the_same(one: Release, other: Release) -> bool:
    return (one.signals, one.employers) == (other.signals, other.employers)
