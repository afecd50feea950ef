"""TF-IDF over runs of three to five letters inside words, over all names of all skills."""

from dataclasses import dataclass

from benchmarks.linking.job import Job, Step
from benchmarks.linking.names import Names
from taxonomy.features import letter_runs
from taxonomy.overlap import Overlap


@dataclass(frozen=True)
class LetterRuns:
    """Ranks skills by the name whose letters are most like the text's (cosine)."""

    names: Names
    overlap: Overlap
    threads: int = 2

    def rank(self, text: str) -> list[str]:
        """Return the URIs of the likeliest skills, best first."""
        return self.names.by_best_name(self.overlap.cosine(letter_runs([_even(text)]))[0])


def prepare(_job: Job, _step: Step) -> str:
    """Compute nothing beforehand."""
    return ""


def load(job: Job) -> LetterRuns:
    """Read the names and count their letters."""
    names = Names.read(job.place)
    return LetterRuns(names, Overlap.of(letter_runs([_even(name) for name in names.texts])))


def _even(text: str) -> str:
    return " ".join(text.lower().split())
