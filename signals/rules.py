"""The rules of disclosure control."""

from collections.abc import Iterable
from dataclasses import dataclass

from signals.errors import RulesTooWeak

SMALLEST_THRESHOLD = 3


@dataclass(frozen=True)
class Rules:
    """How many must stand behind a number, and how coarsely it is told.

    ``dominance_p`` is the p of the p % rule: how closely, in percent, nobody may come to reckon
    the largest contribution. Who knows it can reckon backwards from what is withheld.
    """

    threshold: int = SMALLEST_THRESHOLD
    openings_threshold: int = 5
    count_rounding: int = 3
    openings_rounding: int = 5
    dominance_p: float = 10.0

    def __post_init__(self) -> None:
        if self.threshold < SMALLEST_THRESHOLD:
            raise RulesTooWeak(f"The threshold must be at least {SMALLEST_THRESHOLD}.")
        if self.openings_threshold < self.threshold:
            raise RulesTooWeak("The threshold for openings must not be below the one for counts.")
        if min(self.count_rounding, self.openings_rounding) < 1:
            raise RulesTooWeak("Numbers are rounded to multiples of at least 1.")
        if self.dominance_p <= 0:
            raise RulesTooWeak("The p of the p % rule must be above 0.")


def is_dominated(contributions: Iterable[float], p: float) -> bool:
    """Say whether the p % rule finds a total unsafe.

    Unsafe is X - x1 - x2 < p/100 * x1: the second largest contributor, who takes its own number
    from the total, would know the largest one to within p percent.
    """
    largest, *others = sorted((*contributions, 0, 0), reverse=True)
    return sum(others[1:]) < p / 100 * largest


def nearest(number: int, base: int) -> int:
    """Return the nearest multiple of the base; halves go up."""
    return (2 * number + base) // (2 * base) * base


def nearest_count(number: int, base: int) -> int:
    """Return the nearest multiple of the base, but never none where there are some."""
    return max(nearest(number, base), base if number else 0)
