"""Official downloads become index files: all of what is given, or nothing."""

import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from taxonomy.draft import drafting, finish
from taxonomy.edition import About, Count, Edition
from taxonomy.errors import TaxonomyError, UnreadableText
from taxonomy.holdings import Holdings
from taxonomy.importing.cip import CIP, CIP_SOC
from taxonomy.importing.esco import ESCO
from taxonomy.importing.esco_onet import ESCO_ONET, NESTA
from taxonomy.importing.naics import NAICS
from taxonomy.importing.onet import ONET
from taxonomy.importing.plan import Plan, planned
from taxonomy.importing.reader import Reader
from taxonomy.importing.source import open_tables
from taxonomy.importing.stopping import stopping_cleanly
from taxonomy.importing.tally import Tally
from taxonomy.index import Index

READERS: tuple[Reader, ...] = (ESCO, ONET, CIP, CIP_SOC, NAICS, ESCO_ONET, NESTA)
HOUR = 3600  # seconds; no import takes so long


@dataclass(frozen=True)
class Imported:
    """What became of one scheme.

    ``unread`` names files that came with it and are not needed; ``replaced`` says that other files
    of the same version had been imported before.
    """

    edition: Edition
    counts: tuple[Count, ...]
    already: bool
    in_use: bool
    seconds: float
    unread: tuple[str, ...] = ()
    replaced: bool = False


def import_paths(
    paths: Iterable[Path],
    holdings: Holdings,
    now: datetime,
    version: str | None = None,
    progress: Callable[[str, int], None] = lambda _file, _rows: None,
) -> list[Imported]:
    """Import every scheme found in zips, folders and files; all of them or none.

    ``version`` overrides what the files say of theirs. ``progress`` is told a file's name and how
    many of its rows were read.
    """
    used = holdings.in_use()
    _sweep(holdings.folder, now)
    plans = planned(READERS, [open_tables(path) for path in paths], version or "")
    with stopping_cleanly(), ExitStack() as drafts:
        done = [_carry_out(plan, holdings, drafts, now, progress) for plan in plans]
    for one in done:
        if one.edition.scheme not in used:
            holdings.use(one.edition.scheme, one.edition.version)
    return [replace(one, in_use=_is_used(one.edition, holdings)) for one in done]


def _carry_out(
    plan: Plan,
    holdings: Holdings,
    drafts: ExitStack,
    now: datetime,
    progress: Callable[[str, int], None],
) -> Imported:
    """Write a draft that takes its place together with the others, unless the index is there."""
    start, edition = time.perf_counter(), plan.edition
    target = holdings.path(edition.scheme, edition.version)
    about, tally = _known(target), Tally(progress)
    if already := bool(about and about.fingerprint == plan.fingerprint):
        counts = about.counts if about else ()
    else:
        draft = drafts.enter_context(drafting(target))
        plan.reader.read(plan.tables, edition, draft, tally)
        counts = _counted(tally)
        finish(draft, About(edition, plan.fingerprint, now.isoformat(), counts))
    seconds = time.perf_counter() - start
    replaced = about is not None and not already
    return Imported(edition, counts, already, False, seconds, plan.unread, replaced)


def _counted(tally: Tally) -> tuple[Count, ...]:
    """Return what became of all rows; an index without any would only hide what was there."""
    counts = tally.counts()
    if not any(one.kept for one in counts):
        read = (one.file for one in counts if one.rows or not one.skipped)
        raise UnreadableText(f"No row of {', '.join(read)} can be used.")
    return counts


def _known(target: Path) -> About | None:
    try:
        with closing(Index.open(target)) as index:
            return index.about
    except TaxonomyError:
        return None


def _is_used(edition: Edition, holdings: Holdings) -> bool:
    return holdings.in_use().get(edition.scheme) == edition.version


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what an import left that was killed before it could clean up."""
    for file in folder.glob(".*.sqlite.*"):
        with suppress(FileNotFoundError):  # another import has finished meanwhile
            if now.timestamp() - file.stat().st_mtime > HOUR:
                file.unlink()
