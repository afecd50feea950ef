"""How employers say the skills of ESCO, in words of our own: further names for linking."""

import csv
from functools import cache
from importlib.resources import files

ESCO = "http://data.europa.eu/esco/skill/"
FILE = files("taxonomy") / "sayings.csv"


@cache
def sayings() -> dict[str, tuple[str, ...]]:
    """Return the sayings of each skill, by its URI."""
    rows = csv.DictReader(FILE.read_text(encoding="utf-8").splitlines())
    return {f"{ESCO}{row['esco']}": tuple(row["sayings"].split("|")) for row in rows}
