"""How long official downloads take: python benchmarks/importing.py PATH [PATH ...]

Every path is a download of its own, such as a folder with both zips of ESCO 1.1. Prints a table:
seconds to import, the peak of memory, the size of the index, seconds to open it, and the slowest
and the middle one of some searches.
"""

import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import import_paths
from taxonomy.index import Index
from taxonomy.search import search
from taxonomy.starter import FOLDER

T = TypeVar("T")
TYPED = ("weld", "nurse", "maintain machin", "soft", "truck driver", "account", "111", "colour")
LINE = "{:<12} {:>9} {:>9} {:>9} {:>9} {:>14} {:>14}\n"
HEAD = ("scheme", "import s", "peak MB", "index MB", "open s", "search ms", "slowest ms")


def main(paths: list[Path]) -> None:
    """Measure every download in a process of its own, so that its peak of memory is its own."""
    sys.stdout.write(LINE.format(*HEAD))
    with tempfile.TemporaryDirectory() as folder:
        build(FOLDER, Path(folder, "starter.sqlite"))
        for path in paths:
            child = multiprocessing.get_context("spawn").Process(
                target=measure, args=(path, Path(folder))
            )
            child.start()
            child.join()


def measure(path: Path, folder: Path) -> None:
    """Import a download and print its line."""
    holdings = Holdings(folder)
    seconds, done = timed(lambda: import_paths([path], holdings, datetime.now(UTC)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for one in done:
        scheme, version = one.edition.scheme, one.edition.version
        size = holdings.path(scheme, version).stat().st_size / 2**20
        opening, index = timed(lambda at=(scheme, version): holdings.open(*at))
        with closing(index):
            took = searching(index, folder / "starter.sqlite")
        times = (f"{opening:.3f}", f"{statistics.median(took):.1f}", f"{max(took):.1f}")
        name = f"{scheme} {version}"
        sys.stdout.write(LINE.format(name, f"{seconds:.1f}", f"{peak:.0f}", f"{size:.1f}", *times))


def searching(index: Index, starter: Path) -> list[float]:
    """Return the milliseconds of some searches, each done once before."""
    with closing(Index.open(starter)) as own:
        concepts = Concepts(own, {index.about.edition.scheme: index})
        for typed in TYPED:
            search(concepts, typed)
        return [1000 * timed(lambda typed=typed: search(concepts, typed))[0] for typed in TYPED]


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return how many seconds something took, and what came of it."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
