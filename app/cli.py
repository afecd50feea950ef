"""The command line. Every command builds what it needs, and imports it only then."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from pydantic import ValidationError

from app import taxonomies
from app.errors import AppError, FileUnwritable
from bot.slack.errors import SlackError
from extraction.errors import ExtractionError
from storage.errors import StorageError
from taxonomy.errors import TaxonomyError

if TYPE_CHECKING:
    from app.installation import Installation

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
database = typer.Typer(no_args_is_help=True, help="Look after the database.")
app.add_typer(database, name="db")
app.add_typer(taxonomies.commands, name="taxonomy")

Jsonl = Annotated[bool, typer.Option("--jsonl", help="Read and write JSON lines.")]


@app.callback()
def needline() -> None:
    """Interview employers about the people they need, and publish safe demand signals."""


@app.command()
def demo(
    fresh: Annotated[bool, typer.Option(help="Begin again with new data.")] = False,
    port: Annotated[int | None, typer.Option(help="Port to serve at.")] = None,
) -> None:
    """Show a partnership whose employers have answered, and serve its pages."""
    from app.demo.show import show

    show(_installation(port=port), fresh)


@app.command()
def chat(
    resume: Annotated[bool, typer.Option("--resume", help="Go back to the last one.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Begin another interview.")] = False,
    full: Annotated[bool, typer.Option(help="Ask all questions.")] = False,
) -> None:
    """Answer as an employer, here in the terminal; an unfinished interview goes on."""
    from app.chatting import chat_here

    wish: Literal["new", "last", "unfinished"] = "last" if resume else "unfinished"
    chat_here(_installation(), "full" if full else "short", "new" if new else wish)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve at.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve at.")] = None,
) -> None:
    """Serve the pages for employers, conveners and providers."""
    from app.serving import check, serve, sign_in_links

    installation = _installation(host=host, port=port)
    check(installation.settings)
    for role, link in sign_in_links(installation, installation.partnership).items():
        typer.echo(f"Sign in as {role}, once: {link}")
    serve(installation)


@app.command()
def invite(
    employer: Annotated[str, typer.Argument(help="The employer's name.")],
    days: Annotated[int, typer.Option(help="Days until the link expires.", min=1, max=365)] = 30,
) -> None:
    """Make an invitation link for an employer without Slack."""
    from app.serving import address
    from storage.invitations import Invitations

    if not (name := employer.strip()):
        raise typer.BadParameter("it is blank", param_hint="EMPLOYER")
    here = _installation()
    now = here.now()
    invitations = Invitations(here.tenant)
    _, token = invitations.invite(here.cycle.id, name, now + timedelta(days=days), now)
    typer.echo(f"For {here.partnership.name}:", err=True)
    typer.echo(f"{address(here)}/i/{token}")


@app.command()
def slack() -> None:
    """Hold interviews in Slack, over Socket Mode."""
    from app.slacking import run_slack

    run_slack(_installation())


@app.command()
def link(
    jsonl: Jsonl = True,
    scheme: Annotated[
        Literal["esco", "local", "onet"], typer.Option(help="What to rank.")
    ] = "esco",
    top: Annotated[int, typer.Option(help="How many to return.", min=1)] = 50,
    min_score: Annotated[float, typer.Option(help="Leave out what scores less.")] = 0.0,
) -> None:
    """Rank skills for texts, or with --scheme onet occupations for job titles."""
    from app.lines import LinkLines
    from bot.jsonl import answer_lines

    linker = _installation().linker
    lines = LinkLines(linker, scheme, top, min_score)
    answer_lines(_lines(), sys.stdout, lines, at_once=os.cpu_count() or 1)


@app.command()
def extract(jsonl: Jsonl = True) -> None:
    """Read facts and commands from texts."""
    from app.lines import ExtractLines
    from bot.jsonl import answer_lines

    answer_lines(_lines(), sys.stdout, ExtractLines(_installation().understanding))


@app.command()
def interview(
    jsonl: Jsonl = True,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    guide: Annotated[Literal["full", "short"], typer.Option(help="Which questions.")] = "full",
) -> None:
    """Hold one interview with a program that answers in JSON lines."""
    from app.lines import messages
    from bot.jsonl import hold_interview

    here = _installation()
    talk = here.conversation(guide)
    zone = here.now().tzinfo
    clock = (lambda: today.replace(tzinfo=zone)) if today else here.now
    conversation, message = messages(clock, "jsonl")
    hold_interview(
        _lines(),
        sys.stdout,
        lambda said: talk.hear(here.cycle.id, said, "jsonl"),
        lambda: talk.interview(conversation),
        message,
    )


@app.command()
def release() -> None:
    """Release the signals of the current cycle, if that is safe by now."""
    from app.releasing import release_now

    here = _installation()
    typer.echo(f"For {here.partnership.name}:", err=True)
    typer.echo(release_now(here))


@app.command()
def export(
    cycle: Annotated[str | None, typer.Option(help="Cycle; by default the current one.")] = None,
    format: Annotated[Literal["csv"], typer.Option(help="File format.")] = "csv",
    out: Annotated[Path | None, typer.Option(help="File; by default printed.")] = None,
) -> None:
    """Write the newest release of a cycle, as a provider may have it."""
    from app.releasing import newest_release
    from taxonomy.credits import credits_of
    from web.export import csv_of

    release = newest_release(_installation(), cycle)
    text = csv_of(release, credits_of(release.concepts))
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as problem:
        raise FileUnwritable(f"{out}: {problem.strerror}. {FileUnwritable.__doc__}") from problem


@database.command("upgrade")
def upgrade() -> None:
    """Bring an older database to this program's shape; nothing is lost."""
    from storage.database import Database

    here = _installation()
    here.make_home()
    Database.open(here.settings.database).upgrade()
    typer.echo("The database is up to date.")


def main() -> None:
    """Run the command line; what is wrong is said in one line, with exit code 2."""
    # Texts are taken side by side; numpy's own threads would only be in each other's way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _plain_errors():
        app()


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except (AppError, ExtractionError, SlackError, StorageError, TaxonomyError) as problem:
        _leave(str(problem))
    except ValidationError as problem:
        _leave(_about_settings(problem))
    except BrokenPipeError:
        sys.stderr.close()


def _leave(line: str) -> None:
    typer.echo(line, err=True)
    raise SystemExit(2)


def _lines() -> Iterator[str]:
    """Return what is typed or piped in; bytes that are no UTF-8 are replaced, not fatal."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return iter(sys.stdin)


def _about_settings(problem: ValidationError) -> str:
    first = problem.errors()[0]
    name = "_".join(str(part) for part in first["loc"]).upper()
    return f"The setting NEEDLINE_{name} is not right: {first['msg']}."


def _installation(**given: object) -> "Installation":
    from app.installation import Installation

    return Installation.here(**given)
