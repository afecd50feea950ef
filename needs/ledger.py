"""What stands behind a released number; never shown to providers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from needs.signal import Signal

Contributors: TypeAlias = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Entry:
    """Who stands behind a cell in one release.

    ``contributors`` maps each group to the lowest and highest number that it stands for in
    ``signal``, which is what the release says, or ``None`` where the cell is withheld. Where an
    older number was left standing, ``seen`` is what the cell really looked like at that release.
    ``companies`` is kept once, with the number of employers: all that is known, under seal, to mean
    one and the same company.
    """

    key: str
    contributors: Contributors
    signal: Signal | None
    seen: Contributors | None = None
    companies: tuple[tuple[str, ...], ...] = ()

    @property
    def last_seen(self) -> Contributors:
        """Return what the cell looked like when the release was made."""
        return self.contributors if self.seen is None else self.seen
