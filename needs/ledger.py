"""What stands behind a released number; never shown to providers."""

from collections.abc import Mapping
from dataclasses import dataclass

from needs.signal import Signal


@dataclass(frozen=True)
class Entry:
    """Who contributed what to a cell when it was last looked at for a release.

    ``contributors`` maps each group to the lowest and highest number it stands for; ``signal`` is
    what was published, or ``None`` where the cell was withheld.
    """

    key: str
    contributors: Mapping[str, tuple[int, int]]
    signal: Signal | None
