"""Systems run one after the other, each in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.linking.job import Job, Step

ROOT = Path(__file__).parents[2]
QUIET = {  # a system's own two threads are all that compute, and nothing is fetched
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class SystemFailed(Exception):
    """A system could not do its job."""


@dataclass
class Run:
    """What a system answered for every text of every set, its seconds, and its peak in MiB."""

    about: str = ""
    answers: list[list[list[str]]] = field(default_factory=lambda: [[]])
    seconds: list[float] = field(default_factory=list)
    peak: float = 0.0


def run(job: Job, step: Step, python: str = sys.executable) -> Run:
    """Do a job in a new process; SystemFailed where it cannot be done."""
    done, size = Run(), sum(map(len, job.sets))
    for line in _answers(job, python):
        match line:
            case {"failed": reason}:
                raise SystemFailed(reason)
            case {"ranked": uris}:
                done.answers[-1].append([sys.intern(uri) for uri in uris])
                step(1, size)
            case {"seconds": seconds}:
                done.seconds.append(seconds)
                done.answers.append([])
            case {"more": more, "of": of}:
                step(more, of)
            case {"about": about}:
                done.about = about
            case {"peak": peak}:
                done.peak = peak
    done.answers.pop()
    return done


def _answers(job: Job, python: str) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryFile("w+") as complaints, _started(python, complaints) as worker:
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(job.to_json() + "\n")
        worker.stdin.close()
        yield from map(json.loads, worker.stdout)
        if worker.wait():
            complaints.seek(0)
            raise SystemFailed(_last(complaints.read()) or f"it ended with {worker.returncode}")


@contextmanager
def _started(python: str, complaints: Any) -> "Iterator[subprocess.Popen[str]]":
    threads = {**os.environ, **QUIET, "PYTHONPATH": str(ROOT)}
    command = [python, "-m", "benchmarks.linking.worker"]
    pipe = subprocess.PIPE
    try:
        worker = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=complaints, env=threads, text=True
        )
    except OSError as problem:
        raise SystemFailed(f"{python}: {problem.strerror}") from problem
    with worker:
        try:
            yield worker
        finally:
            worker.kill()


def _last(text: str) -> str:
    return text.strip().rpartition("\n")[2]
