"""What a system is asked to do, in a process of its own."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

TOP = 50  # answers a sentence


@dataclass(frozen=True)
class Job:
    """A system's module, what it needs, and the texts of every set; none: get ready only.

    ``folder`` is where what one process computes waits for the next. An empty ``taxonomy`` stands
    for the one that the settings name.
    """

    system: str
    folder: str
    home: str = ""
    taxonomy: str = ""
    paths: tuple[str, ...] = ()
    model: str = ""
    sets: tuple[tuple[str, ...], ...] = ()

    @property
    def place(self) -> Path:
        """Return the folder."""
        return Path(self.folder)

    def to_json(self) -> str:
        """Return the job as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> "Job":
        """Return the job that a line holds."""
        said = json.loads(line)
        said["paths"] = tuple(said["paths"])
        said["sets"] = tuple(tuple(texts) for texts in said["sets"])
        return cls(**said)


class Ranker(Protocol):
    """Ranks skills; ``threads`` says how many texts it may be asked about at once."""

    threads: int

    def rank(self, text: str) -> list[str]:
        """Return the URIs of the likeliest skills, best first, TOP at most."""


Step = Callable[[int, int], None]  # how many more are done, and of how many


class System(Protocol):
    """What the module of a system offers."""

    def prepare(self, job: Job, step: Step) -> str:
        """Compute what is kept from one start to the next; return what is worth saying of it."""

    def load(self, job: Job) -> Ranker:
        """Start the system."""
