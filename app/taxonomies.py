"""`needline taxonomy`: official files in, what they hold, and how versions differ."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.installation import Installation

commands = typer.Typer(no_args_is_help=True, help="Import standard taxonomies and look into them.")

Scheme = Annotated[str, typer.Argument(help="A scheme, such as esco or onet.", metavar="SCHEME")]
Version = Annotated[str, typer.Argument(help="A version, such as 1.1.1.", metavar="VERSION")]
Top = Annotated[int, typer.Option(help="How many to show.", min=1, max=1000)]


@commands.command("import")
def import_files(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Downloads: zips, folders or files; ESCO 1.1 comes in two zips."),
    ],
    version: Annotated[
        str | None, typer.Option(help="The version, where the files do not say it.")
    ] = None,
) -> None:
    """Import ESCO, O*NET, CIP, NAICS or a crosswalk from the official downloads."""
    from app.importing import import_here

    import_here(_here(), paths, version, datetime.now(UTC))


@commands.command("list")
def list_versions() -> None:
    """List what is imported, and which version of it is in use."""
    from app.tables import versions

    versions(_here())


@commands.command("use")
def use(scheme: Scheme, version: Version) -> None:
    """Use a version that was imported, as it is; to take answers along, use migrate."""
    _here().holdings.use(scheme, version)
    typer.echo(f"{scheme} {version} is in use. To take answers along that were given before:")
    typer.echo(f"  needline taxonomy migrate {scheme} {version}")


@commands.command("show")
def show(
    what: Annotated[str, typer.Argument(help="A code, such as 51-4121.00, or an ESCO address.")],
) -> None:
    """Show a concept: its names, what stands above it, and what it is linked to."""
    from app.tables import concept

    concept(_here(), what)


@commands.command("search")
def search(
    words: Annotated[list[str], typer.Argument(help="Words or a code; half a word will do.")],
    kind: Annotated[
        str | None,
        typer.Option(help="Only skills, occupations, credentials, programmes or industries."),
    ] = None,
    top: Top = 10,
) -> None:
    """Search skills, occupations, credentials, programmes and industries."""
    from app.tables import found

    found(_here(), " ".join(words), kind, top)


@commands.command("programs")
def programs(
    job: Annotated[list[str], typer.Argument(help="An O*NET-SOC code or a job title.")],
) -> None:
    """Show which college programmes (CIP) lead to an occupation."""
    from app.tables import programmes

    programmes(_here(), " ".join(job))


@commands.command("diff")
def diff(scheme: Scheme, old: Version, new: Version, top: Top = 10) -> None:
    """Compare two versions: what was added, removed, relabelled, moved or replaced."""
    from app.migrating import compare

    for line in compare(_here(), scheme, old, new, top):
        typer.echo(line)


@commands.command("migrate")
def migrate(
    scheme: Scheme,
    version: Version,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be.")] = False,
) -> None:
    """Move to another version; what is not certain waits for the convener's review."""
    from app.migrating import lines, migrate

    for line in lines(migrate(_here(), scheme, version, dry_run=dry_run)):
        typer.echo(line)


@commands.command("licences")
def licences() -> None:
    """Show the licence and the credits of everything that is in use."""
    from app.tables import licences

    licences(_here())


@commands.command("check")
def check(
    official: Annotated[
        list[Path] | None,
        typer.Option(help="A download of ESCO 1.1.1 or O*NET 29.0 to compare with; give both."),
    ] = None,
) -> None:
    """Look for faults in the starter vocabulary."""
    from app.installation import starter
    from taxonomy.starter import check

    with starter() as folder:
        faults = check(folder, official or [])
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"{len(faults)} faults" if faults else "No faults.")
    raise typer.Exit(1 if faults else 0)


def _here() -> "Installation":
    from app.installation import Installation

    return Installation.here()
