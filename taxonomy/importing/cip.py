"""Reads instructional programmes: the CIP titles, and the crosswalk from CIP to SOC."""

import re

from needs.concept import Concept
from taxonomy.draft import Draft, Entry
from taxonomy.edition import Edition, Kind
from taxonomy.errors import VersionNotSaid
from taxonomy.importing.reader import Reader
from taxonomy.importing.single import read_single, single
from taxonomy.importing.table import Table, Tables
from taxonomy.importing.tally import Tally

CODE, ACTION, TITLE, DEFINITION = "CIPCode", "Action", "CIPTitle", "CIPDefinition"
GONE = {"Deleted": "deleted from CIP", "Moved from": "moved to another code"}
LEVELS = {2: "series", 5: "group", 7: "programme"}  # by the length of a code
CROSSWALK = ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title")
PARTS = {"new cip", "added matches", "unmatched cip codes"}  # other sheets of the workbook
CIP_VERSION, SOC_VERSION = "2020", "2018"
NO_CIP, NO_SOC = "99.9999", "99-9999"
LICENCE = "work of the US federal government"
NCES = "National Center for Education Statistics"


def _owns_titles(table: Table) -> bool:
    return {CODE, ACTION, TITLE} <= set(table.columns)


def _recognise_titles(tables: Tables, said: str) -> Edition:
    found = re.search(r"20\d\d", single(tables).file)
    version = said or (found[0] if found else "")
    if not version:
        raise VersionNotSaid("CIP says it in its name, CIPCode2020.csv.")
    title = f"Classification of Instructional Programs (CIP) {version}"
    return Edition("cip", version, title, LICENCE, f"{title}, {NCES}.")


def _read_titles(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    for sheet, row in read_single(tables, tally, CODE, ACTION, TITLE, DEFINITION):
        code = row[CODE].strip('="')
        if len(code) not in LEVELS:
            sheet.skip("no code of two, four or six digits")
        elif reason := GONE.get(row[ACTION]):
            sheet.skip(reason)
        elif draft.number("cip", code):
            sheet.skip("said before")
        else:
            concept = Concept("cip", code, _plain(row[TITLE]), edition.version)
            entry = Entry("programme", concept, code, LEVELS[len(code)], row[DEFINITION])
            _place(draft, code, draft.add(entry))


def _place(draft: Draft, code: str, number: int) -> None:
    """Put 01.0102 under 01.01, and that under 01."""
    broader = draft.number("cip", code[: {7: 5}.get(len(code), 2)])
    if broader and broader != number:
        draft.place(number, broader)


CIP = Reader(
    scheme="cip",
    expects="the titles of CIP programmes, CIPCode2020.csv",
    owns=_owns_titles,
    recognise=_recognise_titles,
    read=_read_titles,
)


def _owns_crosswalk(table: Table) -> bool:
    return table.columns[: len(CROSSWALK)] == CROSSWALK and table.name not in PARTS


def _recognise_crosswalk(tables: Tables, said: str) -> Edition:
    title = f"Crosswalk from CIP {CIP_VERSION} to SOC {SOC_VERSION}"
    credit = f"{title}, {NCES} and Bureau of Labor Statistics."
    return Edition("cip-soc", said or f"{CIP_VERSION}-{SOC_VERSION}", title, LICENCE, credit)


def _read_crosswalk(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    """Write both ends of each row; an end that has no match is a concept without a mapping."""
    said: set[tuple[str, str]] = set()
    for sheet, row in read_single(tables, tally, *CROSSWALK):
        cip, cip_title, soc, soc_title = (row[column] for column in CROSSWALK)
        if cip != NO_CIP:
            _add(draft, "programme", Concept("cip", cip, _plain(cip_title), CIP_VERSION))
        if soc != NO_SOC:
            _add(draft, "unit", Concept("soc", soc, soc_title, SOC_VERSION))
        if cip == NO_CIP or soc == NO_SOC:
            sheet.skip("no match: " + ("no programme" if cip == NO_CIP else "no occupation"))
        elif (cip, soc) in said:
            sheet.skip("said before")
        else:
            said.add((cip, soc))
            draft.map(("cip", cip), ("soc", soc), "")


def _add(draft: Draft, kind: Kind, concept: Concept) -> None:
    if not draft.number(concept.scheme, concept.uri):
        draft.add(Entry(kind, concept, concept.uri))


CIP_SOC = Reader(
    scheme="cip-soc",
    expects="the crosswalk from CIP to SOC, CIP2020_SOC2018_Crosswalk as csv or xlsx",
    owns=_owns_crosswalk,
    recognise=_recognise_crosswalk,
    read=_read_crosswalk,
)


def _plain(title: str) -> str:
    return title.removesuffix(".")
