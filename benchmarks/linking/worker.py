"""Does one job, which comes by standard input, and answers in JSON lines; needs nothing itself."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.linking.job import Job, Ranker, System

Say = Callable[..., None]


def main() -> None:
    """Do the job; what cannot be done is said in one line."""
    say = _speaker()
    job = Job.from_json(sys.stdin.readline())
    try:
        system: Any = import_module(f"benchmarks.linking.{job.system}")
        _work(system, job, say)
    except Exception as problem:  # whatever a system raises, the others go on
        say(failed=f"{type(problem).__name__}: {problem}".splitlines()[0])
        raise


def _work(system: System, job: Job, say: Say) -> None:
    if not job.sets:
        say(about=system.prepare(job, lambda more, of: say(more=more, of=of)))
        return
    ranker = system.load(job)
    for texts in job.sets:
        ranker.rank(texts[0])  # the first one reads files that the others find read
        say(seconds=_rank(ranker, texts, say))
    say(peak=_peak())


def _rank(ranker: Ranker, texts: tuple[str, ...], say: Say) -> float:
    start = time.perf_counter()
    with ThreadPoolExecutor(ranker.threads) as hands:
        for uris in hands.map(ranker.rank, texts):
            say(ranked=uris)
    return time.perf_counter() - start


def _peak() -> float:
    """Return the peak of memory in MiB; ``ru_maxrss`` counts what our parent held as well."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _speaker() -> Say:
    """Return what writes to standard output; what libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**what: Any) -> None:
        out.write(json.dumps(what) + "\n")
        out.flush()

    return say


if __name__ == "__main__":
    main()
