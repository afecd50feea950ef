"""Shows at the terminal how far a system is."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from benchmarks.linking.job import Step

OUT = Console(stderr=True)


def tell(said: str) -> None:
    """Say something beside the results."""
    OUT.print(said, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def progress(what: str) -> Iterator[Step]:
    """Lend what moves a bar; away from a terminal it is one line."""
    if not OUT.is_terminal:
        tell(what)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=OUT, transient=True, disable=not OUT.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)
        yield lambda more, of: bar.update(task, advance=more, total=of)
