"""`make demo`: plays the employers' messages, then serves the pages."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app.demo.play import Demo, play_all, set_up
from app.demo.script import scripts
from app.errors import NotOurs
from app.installation import Installation
from app.serving import address, check, serve
from prompts.phrases import say
from storage.register import Register


def show(installation: Installation, fresh: bool) -> None:
    """Prepare the demonstration if it is not there yet, and serve it."""
    check(installation.settings)
    console = Console()
    if fresh:
        _begin_again(installation)
    demo = set_up(installation)
    if demo.missing():
        _play(console, demo)
    console.print(say("demo_ready", address=address(installation)), highlight=False)
    serve(installation, demo=True)


def _play(console: Console, demo: Demo) -> None:
    console.print(say("demo_plays"))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(say("getting_ready"), total=len(scripts()))
        for script in play_all(demo):
            progress.update(task, advance=1, description=script.name)


def _begin_again(installation: Installation) -> None:
    partnerships = Register(installation.database).partnerships()
    if installation.settings.database_url is not None or not all(p.demo for p in partnerships):
        raise NotOurs
    installation.database.close()
    del installation.__dict__["database"]
    for suffix in ("", "-wal", "-shm"):
        (installation.settings.home / f"needline.db{suffix}").unlink(missing_ok=True)
