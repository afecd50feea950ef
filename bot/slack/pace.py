"""How fast Slack takes messages."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pace:
    """About one message every so many seconds in each conversation, after a small first burst."""

    clock: Callable[[], float]
    every: float = 1.0
    burst: int = 3
    _free: dict[str, float] = field(default_factory=dict)

    def wait(self, conversation: str) -> float:
        """Return how long the next message has to wait; nothing to wait for counts as sent."""
        now = self.clock()
        free = max(self._free.get(conversation, now), now)
        wait = free - now - (self.burst - 1) * self.every
        if wait > 0:
            return wait
        self._forget(now)
        self._free[conversation] = free + self.every
        return 0.0

    def _forget(self, now: float) -> None:
        for conversation in [name for name, free in self._free.items() if free <= now]:
            del self._free[conversation]
