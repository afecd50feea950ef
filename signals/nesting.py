"""Two numbers whose difference is a number about too few."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from needs.ledger import Entry
from needs.signal import Signal


def withhold_nested(
    fresh: Iterable[Entry], public: Iterable[Entry], threshold: int
) -> dict[str, Entry]:
    """Withhold each new signal that lies too near one of the same skill or credential.

    Widest first, so that the narrower one gives way; what is public already cannot give way.
    Cells of equal size are never nested, so that no order among them matters.
    """
    decided: dict[str, Entry] = {}
    kept: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in public:
        if entry.signal:
            kept[_family(entry.signal)].append(entry)
    for entry in sorted(fresh, key=lambda entry: -len(entry.contributors)):
        decided[entry.key] = entry
        if entry.signal:
            family = kept[_family(entry.signal)]
            near = any(_too_near(entry, other, threshold) for other in family)
            decided[entry.key] = replace(entry, signal=None) if near else entry
            family += [] if near else [entry]
    return decided


def _family(signal: Signal) -> tuple[str, ...]:
    return signal.kind, signal.concept.scheme, signal.concept.uri


def _too_near(one: Entry, other: Entry, threshold: int) -> bool:
    ours, theirs = one.contributors.keys(), other.contributors.keys()
    return (ours < theirs or theirs < ours) and len(ours ^ theirs) < threshold
