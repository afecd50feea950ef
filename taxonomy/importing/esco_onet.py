"""Reads crosswalks between O*NET and ESCO: the ESCO secretariat's, and Nesta's."""

import re

from taxonomy.draft import Draft
from taxonomy.edition import Edition
from taxonomy.errors import VersionNotSaid
from taxonomy.importing.reader import Reader
from taxonomy.importing.single import read_single, single
from taxonomy.importing.table import Table, Tables
from taxonomy.importing.tally import Tally

ONET, TARGET, MATCH = "O*NET Id", "ESCO or ISCO URI", "Type of Match"
MATCHES = {"exact", "close", "broad", "narrow"}
ISCO = re.compile(r"/isco/c(\d{1,4})$", re.IGNORECASE)
PUBLISHED_FOR = "1.1.0"  # the release of ESCO that the secretariat's crosswalk was made for

NESTA_COLUMNS = ("onet_code", "concept_uri", "confidence")
NESTA_VERSION = re.compile(r"crosswalk_(\w{1,30})\.csv$", re.IGNORECASE)
NESTA_CREDIT = (
    "Kanders, Djumalieva, Sleeman and Orlik (2020), Mapping Career Causeways. London: Nesta."
)


def _owns(table: Table) -> bool:
    is_text = table.file.lower().endswith(".csv")  # looking into every workbook takes seconds
    return is_text and table.headed(ONET, TARGET, MATCH) is not None


def _recognise(tables: Tables, said: str) -> Edition:
    return Edition(
        scheme="esco-onet",
        version=said or PUBLISHED_FOR,
        title="Crosswalk of O*NET and ESCO occupations",
        licence="Commission Decision 2011/833/EU on reuse; O*NET: CC BY 4.0",
        attribution="Crosswalk of O*NET-SOC 2019 and ESCO occupations, European Commission.",
    )


def _read(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    """Write what corresponds and how closely, from O*NET to ESCO."""
    said: set[tuple[str, str]] = set()
    for sheet, row in read_single(_headed(tables), tally, ONET, TARGET, MATCH):
        match = re.sub(r"\W|match$", "", row[MATCH].lower())
        if not row[ONET] or not row[TARGET]:
            sheet.skip("no code or no URI")
        elif match not in MATCHES:
            sheet.skip(f"type of match “{row[MATCH]}”")
        elif (row[ONET], row[TARGET]) in said:
            sheet.skip("said before")
        else:
            said.add((row[ONET], row[TARGET]))
            draft.map(("onet", row[ONET]), _target(row[TARGET]), match)


ESCO_ONET = Reader(
    scheme="esco-onet",
    expects="the ESCO secretariat's crosswalk with O*NET, a csv file with types of match",
    owns=_owns,
    recognise=_recognise,
    read=_read,
)


def _owns_nesta(table: Table) -> bool:
    return set(NESTA_COLUMNS) <= set(table.columns)


def _recognise_nesta(tables: Tables, said: str) -> Edition:
    found = NESTA_VERSION.search(single(tables).file)
    version = said or (found[1].lower() if found else "")
    if not version:
        raise VersionNotSaid("Nesta's crosswalk says it in its name, such as …_Nov2020.csv.")
    title = "Nesta's crosswalk of ESCO and O*NET occupations"
    return Edition("esco-onet-nesta", version, title, "MIT, © 2021 Nesta", NESTA_CREDIT)


def _read_nesta(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    """Write what corresponds; how closely is not said, only how sure the authors are."""
    said: set[tuple[str, str]] = set()
    for sheet, row in read_single(tables, tally, *NESTA_COLUMNS):
        code, uri, confidence = (row[column] for column in NESTA_COLUMNS)
        if not code or not uri:
            sheet.skip("no code or no URI")
        elif (code, uri) in said:
            sheet.skip("said before")
        else:
            said.add((code, uri))
            draft.map(("onet", code), ("esco", uri), "", f"confidence {confidence}")


NESTA = Reader(
    scheme="esco-onet-nesta",
    expects="Nesta's crosswalk of ESCO and O*NET, esco_onet_crosswalk_Nov2020.csv",
    owns=_owns_nesta,
    recognise=_recognise_nesta,
    read=_read_nesta,
)


def _headed(tables: Tables) -> Tables:
    """Return the tables from the header on, which stands below some lines of explanation."""
    return {name: one.headed(ONET, TARGET, MATCH) or one for name, one in tables.items()}


def _target(uri: str) -> tuple[str, str]:
    """Return what a URI names: an ISCO group by its code, or an occupation of ESCO."""
    group = ISCO.search(uri)
    return ("isco", group[1]) if group else ("esco", uri)
