"""ESCO's CSV download: 1.1 in two zips, 1.2 in one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from needs.concept import Concept
from taxonomy import versions
from taxonomy.draft import Draft, Entry
from taxonomy.edition import Edition, NameKind
from taxonomy.errors import MixedVersions, UnsupportedLayout, VersionNotSaid
from taxonomy.importing.reader import Reader
from taxonomy.importing.table import Record, Table, Tables
from taxonomy.importing.tally import Sheet, Tally

FILES = {
    "skills": "skills_en.csv",
    "skillgroups": "skillGroups_en.csv",
    "occupations": "occupations_en.csv",
    "iscogroups": "ISCOGroups_en.csv",
    "broaderrelationsskillpillar": "broaderRelationsSkillPillar.csv",
    "broaderrelationsoccpillar": "broaderRelationsOccPillar.csv",
    "occupationskillrelations": "occupationSkillRelations.csv",
    "skillskillrelations": "skillSkillRelations.csv",
}
COLLECTION = re.compile(r"(.+?)(skills|occupations)?collection")
NAMED_VERSION = re.compile(r"(?<![\d.])v?(1\.\d+(?:\.\d+)?)(?!\.?\d)")
SKILLS_OF = {13_891: "1.1.0", 13_896: "1.1.1"}  # how many rows; 1.2.x can only be told by name
OWN = {"conceptUri", "preferredLabel", "occupationUri", "skillUri", "originalSkillUri"}
ISCO = "/esco/isco/C"
DANGLING = "points to a concept that is not in the files"
MOST_DANGLING = 100  # and one in a hundred: 1.1.1 has 75, files of two versions have thousands


@dataclass(frozen=True)
class Reading:
    """The files, where they go, and the counts."""

    tables: Tables
    version: str
    draft: Draft
    tally: Tally


def owns(table: Table) -> bool:
    """Say whether a table is one of ESCO's that are read."""
    if not (table.name in FILES or COLLECTION.fullmatch(table.name)):
        return False
    columns = set(table.columns) or OWN  # what cannot be read is told when it is read
    return table.file.lower().endswith(".csv") and not OWN.isdisjoint(columns)


def recognise(tables: Tables, version: str) -> Edition:
    """Return which ESCO this is; UnsupportedLayout for a half of it."""
    if missing := [file for name, file in FILES.items() if name not in tables]:
        raise UnsupportedLayout(
            f"Of ESCO this is missing: {', '.join(missing)}. ESCO 1.1 comes in two zips, the"
            " English classification and one without a language: give both together."
        )
    version = version or _version(tables)
    credit = f"{versions.ESCO_CREDIT} (v{version}; American spellings are Needline's own.)"
    licence = "Commission Decision 2011/833/EU on the reuse of Commission documents"
    return Edition("esco", version, f"ESCO {version}", licence, credit)


def read(tables: Tables, edition: Edition, draft: Draft, tally: Tally) -> None:
    """Write the concepts of ESCO and what holds between them."""
    reading = Reading(tables, edition.version, draft, tally)
    _add(reading, "iscogroups", _unit, "code", "description")
    _add(reading, "skillgroups", _group, "hiddenLabels", "code", "description")
    _add(reading, "skills", _skill, "skillType", "reuseLevel", "hiddenLabels", "description")
    _add(reading, "occupations", _occupation, "iscoGroup", "hiddenLabels", "code", "description")
    _place(reading, "broaderrelationsskillpillar")
    _place(reading, "broaderrelationsoccpillar")
    _link(reading, "occupationskillrelations", ("occupationUri", "skillUri"), "")
    _link(reading, "skillskillrelations", ("originalSkillUri", "relatedSkillUri"), "skill ")
    for name in tables:
        if collection := COLLECTION.fullmatch(name):
            _gather(reading, name, collection[1])


def _version(tables: Tables) -> str:
    """Return the version by what the files hold, else by the name of a zip or folder."""
    newer = "naceCode" in tables["occupations"].columns
    rows = sum(1 for _ in tables["skills"].rows()) - 1  # the header
    if not newer and rows in SKILLS_OF:
        return SKILLS_OF[rows]
    said = {found for table in tables.values() for found in NAMED_VERSION.findall(table.place)}
    fitting = {one for one in said if one.startswith("1.1") != newer}
    if len(fitting) > 1:
        raise MixedVersions(f"Their names say {' and '.join(sorted(fitting))}.")
    if not fitting:
        raise VersionNotSaid("ESCO's are such as 1.1.1.")
    one = fitting.pop()
    return one if one.count(".") == 2 else f"{one}.0"


def _add(reading: Reading, name: str, entry: Callable[[Record, str], Entry], *needed: str) -> None:
    table = reading.tables[name]
    for sheet, record in reading.tally.read(table, "conceptUri", "preferredLabel", *needed):
        one = entry(record, reading.version)
        if fault := _fault(reading.draft, record, one):
            sheet.skip(fault)
            continue
        number = reading.draft.add(one, _names(record))
        if level := record.cells.get("reuseLevel"):
            reading.draft.gather(f"reuse {level}", number)


def _fault(draft: Draft, record: Record, entry: Entry) -> str:
    one = entry.concept
    if record.cells.get("status", "released") != "released":
        return "is not released"
    if not one.uri or not one.label:
        return "has no label"
    return "stands twice" if draft.number(one.scheme, one.uri) else ""


def _names(record: Record) -> dict[NameKind, list[str]]:
    """Return the further names; each stands on its own line of the cell."""
    return {
        "alt": record.cells.get("altLabels", "").split("\n"),
        "hidden": record.cells.get("hiddenLabels", "").split("\n"),
    }


def _concept(record: Record, version: str) -> Concept:
    label = " ".join(record["preferredLabel"].split())
    return Concept(*_key(record["conceptUri"]), label, version)


def _key(uri: str) -> tuple[str, str]:
    """Return scheme and URI of a concept; ISCO's groups go by their codes."""
    before, isco, code = uri.partition(ISCO)
    return ("isco", code) if isco else ("esco", before)


def _unit(record: Record, version: str) -> Entry:
    concept = _concept(record, version)
    return Entry("unit", concept, record["code"], description=record["description"])


def _group(record: Record, version: str) -> Entry:
    concept = _concept(record, version)
    return Entry("group", concept, record["code"], description=record["description"])


def _skill(record: Record, version: str) -> Entry:
    kind = record["skillType"].partition("/")[0]  # "skill/competence" or "knowledge"
    concept = _concept(record, version)
    return Entry("skill", concept, type=kind, description=record["description"])


def _occupation(record: Record, version: str) -> Entry:
    concept, description = _concept(record, version), record["description"]
    return Entry("occupation", concept, record["code"], record["iscoGroup"], description)


def _place(reading: Reading, name: str) -> None:
    for sheet, _, one, other in _pairs(reading, name, ("conceptUri", "broaderUri")):
        if not reading.draft.place(one, other):
            sheet.skip("stands twice")


def _link(reading: Reading, name: str, ends: tuple[str, str], prefix: str) -> None:
    for sheet, record, one, other in _pairs(reading, name, ends, "relationType"):
        if not reading.draft.link(one, f"{prefix}{record['relationType']}", 0, other):
            sheet.skip("stands twice")


def _gather(reading: Reading, name: str, collection: str) -> None:
    for sheet, _, one, _ in _pairs(reading, name, ("conceptUri", "conceptUri")):
        if not reading.draft.gather(collection, one):
            sheet.skip("stands twice")


def _pairs(
    reading: Reading, name: str, ends: tuple[str, str], *needed: str
) -> Iterator[tuple[Sheet, Record, int, int]]:
    """Yield the rows whose both ends are known concepts; count the others as skipped."""
    number, (first, second) = reading.draft.numbers.get, ends
    for sheet, record in reading.tally.read(reading.tables[name], *ends, *needed):
        one, other = number(_key(record[first])), number(_key(record[second]))
        if one is None or other is None:
            sheet.skip(DANGLING)
        else:
            yield sheet, record, one, other
    _check_fit(reading.tally.sheets[-1])


def _check_fit(sheet: Sheet) -> None:
    """Refuse relations that point past the concepts as only those of another version do."""
    dangling = sheet.skipped[DANGLING]
    if dangling > MOST_DANGLING and dangling * 100 > sheet.rows:
        raise MixedVersions(f"{dangling:,} rows of {sheet.file} point to unknown concepts.")


ESCO = Reader("esco", "ESCO (skills_en.csv, occupations_en.csv and more)", owns, recognise, read)
