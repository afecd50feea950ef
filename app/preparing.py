"""Shows how far the vocabulary's tables are, where somebody has to wait for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from prompts.phrases import say

if TYPE_CHECKING:
    from taxonomy import tables

MANY = 20_000  # names; what is ready in a moment is not worth a word


@contextmanager
def preparing() -> "Iterator[tables.Progress]":
    """Lend what draws a bar as soon as there is something to wait for; one line off a terminal."""
    out = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=out, transient=True, disable=not out.is_terminal
    ) as bar:

        def step(more: int, of: int) -> None:
            if not more:
                bar.add_task(say("preparing"), total=of)
                if not out.is_terminal and of > MANY:
                    out.print(say("preparing"))
            elif bar.tasks:
                bar.advance(bar.tasks[0].id, more)

        yield step
