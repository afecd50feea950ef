"""How well job titles find occupations: python benchmarks/titles.py TITLES.jsonl [ONET]

Scores the titles with the starter vocabulary alone, and with an O*NET download if one is named:
the share with a right occupation first and among three, the share of the titles that fit nothing
and get none, and the milliseconds that the middle one and one in twenty take at least.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import import_paths
from taxonomy.index import Index
from taxonomy.linker import Linker
from taxonomy.starter import FOLDER

LINE = "{:<24} {:>7} {:>7} {:>7} {:>7} {:>10} {:>10}\n"
HEAD = ("vocabulary, set", "titles", "first", "three", "silent", "middle ms", "p95 ms")


def main(titles: Path, downloads: list[Path]) -> None:
    """Print one line for each vocabulary and each set of titles."""
    known = [json.loads(line) for line in titles.read_text("utf-8").splitlines()]
    sets = sorted({one.get("set", "all") for one in known})
    sys.stdout.write(LINE.format(*HEAD))
    with tempfile.TemporaryDirectory() as folder:
        holdings = Holdings(Path(folder))
        build(FOLDER, Path(folder, "starter.sqlite"))
        for name, paths in (("starter", []), ("with O*NET", downloads))[: 1 + bool(downloads)]:
            if paths:
                import_paths(paths, holdings, datetime.now(UTC))
            index = Index.open(Path(folder, "starter.sqlite"))
            linker = Linker(Concepts(index, holdings.opened()), LocalEncoder())
            for part in sets:
                some = [one for one in known if one.get("set", "all") == part]
                sys.stdout.write(LINE.format(f"{name}, {part}", len(some), *measure(linker, some)))


def measure(linker: Linker, titles: list[dict[str, Any]]) -> list[str]:
    """Return the columns of a line."""
    took: list[float] = []
    fit: list[tuple[bool, bool]] = []
    silent: list[bool] = []
    for one in titles:
        milliseconds, found = timed(lambda text=one["text"]: linker.occupations(text))
        took.append(milliseconds)
        right = [link.concept.uri in one["codes"] for link in found]
        if one["codes"]:
            fit.append((any(right[:1]), any(right)))
        else:
            silent.append(not found)
    shares = [share(first for first, _ in fit), share(three for _, three in fit), share(silent)]
    late = sorted(took)[int(0.95 * len(took))]
    return [*shares, f"{statistics.median(took):.1f}", f"{late:.1f}"]


def share(right: Any) -> str:
    """Return how many are right of all."""
    said = list(right)
    return f"{sum(said) / len(said):.3f}" if said else "-"


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return how many milliseconds of computing something took, and its result."""
    start = time.process_time()
    done = work()
    return 1000 * (time.process_time() - start), done


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
