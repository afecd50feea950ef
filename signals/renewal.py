"""Which answers still stand where a company answered more than once."""

from collections.abc import Iterable

from needs.need import Need


def newest_answers(needs: Iterable[Need]) -> list[Need]:
    """Return the needs, given oldest first, that no newer interview of the same company repeats."""
    told: dict[tuple[str, str], str] = {}
    kept = []
    for need in reversed(list(needs)):
        jobs = [(need.company, job) for job in _jobs(need)]
        if all(told.get(job, need.source) == need.source for job in jobs):
            kept.append(need)
            told.update(dict.fromkeys(jobs, need.source))
    return kept[::-1]


def _jobs(need: Need) -> list[str]:
    named = f"title {' '.join(need.title.casefold().split())}"
    return [named, f"occupation {need.occupation.uri}"] if need.occupation else [named]
