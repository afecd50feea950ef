"""Who is one and the same company, over all interviews and releases of a cycle."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from needs.ledger import Contributors, Entry
from needs.need import Need

Past: TypeAlias = Mapping[str, Sequence[Entry]]  # a cycle's entries by key, the oldest first
Groups: TypeAlias = Mapping[str, str]  # by name or interview, under seal


def join(links: Iterable[Collection[str]]) -> dict[str, str]:
    """Return the group of each item: the first of all that are linked, directly or over others."""
    above: dict[str, str] = {}

    def top(item: str) -> str:
        while above.setdefault(item, item) != item:
            above[item] = item = above[above[item]]
        return item

    for link in links:
        tops = {top(item) for item in link}
        above.update((one, min(tops)) for one in tops)
    return {item: top(item) for item in above}


def groups_of(needs: Iterable[Need], remembered: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return who belongs together by name, parent or interview, today or at an earlier release."""
    links = [[need.group, *filter(None, (need.company, need.source))] for need in needs]
    return join([*links, *remembered])


def companies_of(groups: Groups) -> tuple[tuple[str, ...], ...]:
    """Return the groups as the ledger remembers them."""
    members = defaultdict(list)
    for item, group in sorted(groups.items()):
        members[group].append(item)
    return tuple(tuple(members[group]) for group in sorted(members))


def regroup(past: Past, groups: Groups) -> dict[str, list[Entry]]:
    """Return earlier entries as they would be, had it been known then who belongs together."""
    return {key: [_regrouped(entry, groups) for entry in entries] for key, entries in past.items()}


def _regrouped(entry: Entry, groups: Groups) -> Entry:
    seen = None if entry.seen is None else _added_up(entry.seen, groups)
    return replace(entry, contributors=_added_up(entry.contributors, groups), seen=seen)


def _added_up(contributors: Contributors, groups: Groups) -> Contributors:
    joined: dict[str, tuple[int, int]] = {}
    for name, (lo, hi) in contributors.items():
        group = groups.get(name, name)
        before = joined.get(group, (0, 0))
        joined[group] = (before[0] + lo, before[1] + hi)
    return joined
