"""Importing official files at the terminal: a progress bar, then what became of every file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from app.installation import Installation
from app.preparing import preparing
from app.tables import columns, console

if TYPE_CHECKING:
    from taxonomy.edition import Count, Edition
    from taxonomy.importing.importer import Imported

RESTART = "A server that is running uses it once it is started again."


def import_here(
    installation: Installation, paths: list[Path], version: str | None, now: datetime
) -> None:
    """Import what is in the paths, and say what came of it."""
    from taxonomy.importing.importer import import_paths

    out = console()
    with _progress(out) as progress:
        done = import_paths(paths, installation.holdings, now, version=version, progress=progress)
    used = installation.holdings.in_use()
    for one in done:
        _tell(out, one, used.get(one.edition.scheme, ""))
    if any(one.in_use and not one.already for one in done):
        out.print(RESTART)
    if any(one.in_use for one in done):
        with preparing() as step:
            installation.prepare(step)
        _tell_stale(out, installation, [one.edition for one in done if one.in_use])


def _tell(out: Console, one: "Imported", used: str) -> None:
    name = f"{one.edition.scheme} {one.edition.version}"
    out.print(f"{one.edition.title} ({name})", style="bold")
    if one.already:
        out.print("The same files were imported before; nothing was changed.")
    else:
        out.print(_counted(one.counts))
        out.print(f"Imported in {one.seconds:.1f} seconds.")
    if one.replaced:
        out.print(f"It takes the place of other files of {name}, which were imported before.")
    if one.unread:
        out.print(f"Not needed, and not read: {', '.join(one.unread)}.")
    out.print("It is in use." if one.in_use else _waiting(one, used))
    out.print()


def _tell_stale(out: Console, installation: Installation, editions: "list[Edition]") -> None:
    """Say which crosswalk has codes that lead nowhere."""
    from taxonomy.crosswalks import stale_codes

    for edition in editions:
        if codes := stale_codes(installation.concepts, edition.scheme):
            release = installation.holdings.in_use()["onet"]
            missing = f"O*NET {release} does not have {len(codes):,} of its codes"
            out.print(f"{edition.title}: {missing}, such as {codes[0]}. They lead nowhere.")


def _waiting(one: "Imported", used: str) -> str:
    scheme, version = one.edition.scheme, one.edition.version
    compare = f"needline taxonomy diff {scheme} {used} {version}"
    return f"{scheme} {used} stays in use. To compare: {compare}"


def _counted(counts: "Iterable[Count]") -> Table:
    table = columns("File", "Rows >", "Kept >", "Skipped >", "Why skipped")
    for one in counts:
        numbers = (one.rows, one.kept, one.rows - one.kept)
        table.add_row(one.file, *(f"{number:,}" for number in numbers), _why(one))
    return table


def _why(one: "Count") -> str:
    """Say why rows were skipped; a reason without a number is why the file was not there."""
    reasons = one.skipped.items()
    return "; ".join(f"{reason} ({many:,})" if many else reason for reason, many in reasons)


@contextmanager
def _progress(out: Console) -> "Iterator[_Bar]":
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=out, transient=True) as progress:
        yield _Bar(progress)


class _Bar:
    """Shows which file is being read, and how far."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("Looking at the files", total=None)

    def __call__(self, what: str, rows: int) -> None:
        said = f"{what}: {rows:,}" if rows else what
        self._progress.update(self._task, description=said)
