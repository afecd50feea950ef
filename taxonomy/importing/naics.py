"""Reads the industries of the North American Industry Classification System (NAICS)."""

import re
from collections.abc import Iterator

from needs.concept import Concept
from taxonomy.draft import Draft, Entry
from taxonomy.edition import Edition
from taxonomy.importing.reader import Reader
from taxonomy.importing.single import read_single, single
from taxonomy.importing.table import Table, Tables
from taxonomy.importing.tally import Tally

SCHEME = "naics"
CODE_COLUMN = re.compile(r"(20\d\d) NAICS US Code")
CODE = re.compile(r"\d{2,6}|\d\d-\d\d")
LEVELS = ("sector", "subsector", "industry group", "industry", "national industry")


def owns(table: Table) -> bool:
    """Say whether a table lists the industries with their codes."""
    return any(CODE_COLUMN.fullmatch(column) for column in table.columns)


def recognise(tables: Tables, said: str) -> Edition:
    """Return the year that the header names."""
    version = said or _year(single(tables))
    title = f"North American Industry Classification System (NAICS) {version}"
    licence = "work of the US federal government"
    return Edition(SCHEME, version, title, licence, f"{title}, US Census Bureau.")


def read(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    """Write the industries, each under the one whose code its own begins with."""
    year = _year(single(tables))
    code_column, title_column = f"{year} NAICS US Code", f"{year} NAICS US Title"
    sectors: dict[str, str] = {}
    for sheet, row in read_single(tables, tally, code_column, title_column):
        code = row[code_column]
        if not CODE.fullmatch(code) or not row[title_column]:
            sheet.skip("no code of two to six digits, or no title")
        elif draft.number(SCHEME, code):
            sheet.skip("said before")
        else:
            sectors |= dict.fromkeys(_sectors(code), code)
            _write(draft, Concept(SCHEME, code, row[title_column], edition.version), sectors)


NAICS = Reader(
    scheme=SCHEME,
    expects="the industries of NAICS, 2-6 digit_2022_Codes.xlsx",
    owns=owns,
    recognise=recognise,
    read=read,
)


def _write(draft: Draft, concept: Concept, sectors: dict[str, str]) -> None:
    code = concept.uri
    level = LEVELS[0 if "-" in code else len(code) - 2]
    number = draft.add(Entry("industry", concept, code, level))
    above = sectors.get(code[:2], "") if len(code) == 3 else code[:-1]
    broader = draft.number(SCHEME, above)
    if broader and level != LEVELS[0]:
        draft.place(number, broader)


def _sectors(code: str) -> Iterator[str]:
    """Yield the two digits that a sector stands for: three for 31-33."""
    first, _, last = code.partition("-")
    if len(first) == 2:
        yield from (str(number) for number in range(int(first), int(last or first) + 1))


def _year(table: Table) -> str:
    found = (CODE_COLUMN.fullmatch(column) for column in table.columns)
    return next(one[1] for one in found if one)
