"""Releases as files."""

import csv
from collections.abc import Iterable
from io import StringIO

from needs.signal import Release, Signal

COLUMNS = (
    "kind",
    "scheme",
    "code",
    "version",
    "label",
    "occupation_code",
    "occupation",
    "employers",
    "openings_low",
    "openings_high",
    "cycle",
    "release",
    "released_at",
    "partnership",
)
FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # how a cell starts that a spreadsheet would calculate


def csv_of(release: Release, credits: Iterable[str] = ()) -> str:
    """Return a release as one flat table: a line for each signal, then one for each credit."""
    written = StringIO()
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    whose = (release.cycle, release.number, release.at.isoformat(), release.partnership)
    lines.writerows(
        [_harmless(value) for value in (*_cells(signal), *whose)] for signal in release.signals
    )
    nothing = [None] * (len(COLUMNS) - 5)
    lines.writerows(["credits", None, None, None, _harmless(line), *nothing] for line in credits)
    return written.getvalue()


def _cells(signal: Signal) -> tuple[str | int | None, ...]:
    concept, within, openings = signal.concept, signal.occupation, signal.openings
    return (
        signal.kind,
        concept.scheme,
        concept.uri,
        concept.version,
        concept.label,
        within.uri if within else None,
        within.label if within else None,
        signal.employers,
        openings.lo if openings else None,
        openings.hi if openings else None,
    )


def _harmless(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
