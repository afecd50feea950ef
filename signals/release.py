"""From confirmed needs to the next release, or to the reason why there is none yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from needs.ledger import Entry
from needs.need import Need
from needs.signal import Release
from signals.cell import Cell
from signals.grouping import Past, companies_of, groups_of, regroup
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
    """Too little is new. ``more`` says how many further groups have to answer or change.

    It is 0 where enough have, but a release would say the same as the one before.
    """

    more: int


def changed_groups(cells: Iterable[Cell], past: Past) -> set[str]:
    """Return the groups that say something else than they did when the last release was made."""
    now = {cell.key: cell.contributors for cell in cells}
    then = {key: entries[-1].last_seen for key, entries in past.items() if key != EMPLOYERS}
    pairs = [(now.get(key, {}), then.get(key, {})) for key in {*now, *then}]
    return set().union(*(differing(*pair) for pair in pairs))


def draft(
    needs: Iterable[Need], rules: Rules, past: Past, latest: Release | None, heading: Heading
) -> Draft | NotYet:
    """Return the next release of a cycle, or how much is missing for one."""
    needs, past, companies = _grouped(needs, past)
    cells = summarise(needs)
    groups = {need.group for need in needs}
    changed = changed_groups(cells, past) if latest else groups
    if missing := max(0, *(rules.threshold - len(some) for some in (groups, changed))):
        return NotYet(missing)
    everyone = _everyone(groups, past.get(EMPLOYERS, ()), rules.threshold)
    cells_past = {key: entries for key, entries in past.items() if key != EMPLOYERS}
    protected = protect(cells, rules, cells_past)
    release = _release(protected, len(everyone.contributors), rules, latest, heading)
    if latest and _says_the_same(release, latest):
        return NotYet(0)
    entries = (replace(everyone, companies=companies), *protected.entries)
    return Draft(release, entries, len(changed))


def _grouped(
    needs: Iterable[Need], past: Past
) -> tuple[list[Need], Past, tuple[tuple[str, ...], ...]]:
    """Return needs and entries under the groups that they belong to by all that is known now."""
    needs = list(needs)
    remembered = [company for one in past.get(EMPLOYERS, ())[-1:] for company in one.companies]
    groups = groups_of(needs, remembered)
    joined = [replace(need, group=groups[need.group]) for need in needs]
    return joined, regroup(past, groups), companies_of(groups)


def _everyone(groups: Iterable[str], past: Sequence[Entry], threshold: int) -> Entry:
    """Return who stands behind the number of employers: as before if too few came or went."""
    now = {group: (1, 1) for group in sorted(groups)}
    if any(0 < len(now.keys() ^ old.contributors.keys()) < threshold for old in past):
        return past[-1]
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
