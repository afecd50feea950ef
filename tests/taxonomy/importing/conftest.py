"""Downloads of the published shape, made small: what stands in them is our own."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape

import pytest

from taxonomy.holdings import Holdings

Files: TypeAlias = dict[str, bytes]
Zipped: TypeAlias = Callable[[str, Mapping[str, bytes]], Path]

S = "http://data.europa.eu/esco/skill/"
O = "http://data.europa.eu/esco/occupation/"  # noqa: E741
I = "http://data.europa.eu/esco/isco/C"  # noqa: E741
F = "http://data.europa.eu/esco/isced-f/"

SKILLS = f"""\
conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description
KnowledgeSkillCompetence,{S}s1,skill/competence,cross-sector, organise the labour ,"organise the labour
arrange the hands
 arrange  the hands
",organice the labor,released,2016,,,"x,
y",Says who does what.
KnowledgeSkillCompetence,{S}s2,knowledge,sector-specific,joining of metals,,,released,2016,,,x,How metals are joined.
KnowledgeSkillCompetence,{S}s3,,,"write notes, short ones",notes,,released,2016,,,x,
"""
GROUPS = f"""\
conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code
SkillGroup,{S}g1,arranging,,,released,,,x,Arranging of all kinds.,S1
SkillGroup,{F}0715,metal trades,,,released,,,x,,
"""
OCCUPATIONS = f"""\
conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code
Occupation,{O}o1,7212,metal joiner,torch hand,,released,2016,,,,x,Joins metals.,7212.1
Occupation,{O}o2,0110,fort keeper,,,released,2016,,,,x,Keeps a fort.,0110.1
"""
UNITS = f"""\
conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description
ISCOGroup,{I}7212,7212,Joiners of metal,released,,x,
ISCOGroup,{I}0110,0110,Keepers of forts,released,,x,
"""
GREEN = f"""\
conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,broaderConceptPT
KnowledgeSkillCompetence,{S}s2,joining of metals,released,knowledge,sector-specific,,,,
"""
SKILL_TREE = f"""\
conceptType,conceptUri,broaderType,broaderUri
KnowledgeSkillCompetence,{S}s1,SkillGroup,{S}g1
KnowledgeSkillCompetence,{S}s2,SkillGroup,{F}0715
KnowledgeSkillCompetence,{S}s2,KnowledgeSkillCompetence,{S}s1
KnowledgeSkillCompetence,{S}s3,SkillGroup,{S}gone
"""
OCCUPATION_TREE = f"""\
conceptType,conceptUri,broaderType,broaderUri
Occupation,{O}o1,ISCOGroup,{I}7212
Occupation,{O}o2,ISCOGroup,{I}0110
"""
NEEDS = f"""\
occupationUri,relationType,skillType,skillUri
{O}o1,essential,knowledge,{S}s2
{O}o1,optional,skill/competence,{S}s1
{O}o1,optional,skill/competence,{S}s1
{O}gone,essential,knowledge,{S}s2
"""
BETWEEN = f"""\
originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
{S}s1,skill/competence,optional,knowledge,{S}s2
"""


@pytest.fixture
def classification() -> Files:
    """The English zip of ESCO 1.1."""
    texts = {
        "skills_en.csv": SKILLS,
        "skillGroups_en.csv": GROUPS,
        "occupations_en.csv": OCCUPATIONS,
        "ISCOGroups_en.csv": UNITS,
        "greenSkillsCollection_en.csv": GREEN,
        "skillsHierarchy_en.csv": "Level 0 URI,Level 0 code\nx\n",  # official rows are uneven
    }
    return {name: text.encode() for name, text in texts.items()}


@pytest.fixture
def relations() -> Files:
    """The zip of ESCO 1.1 that has no language."""
    texts = {
        "broaderRelationsSkillPillar.csv": SKILL_TREE,
        "broaderRelationsOccPillar.csv": OCCUPATION_TREE,
        "occupationSkillRelations.csv": NEEDS,
        "skillSkillRelations.csv": BETWEEN,
    }
    return {name: text.encode() for name, text in texts.items()}


@pytest.fixture
def newer(classification: Files, relations: Files) -> Files:
    """The one zip of ESCO 1.2: a language everywhere, and some columns more."""
    files = {
        name if name.endswith("_en.csv") else name.replace(".csv", "_en.csv"): text
        for name, text in {**classification, **relations}.items()
    }
    occupations, needs = "occupations_en.csv", "occupationSkillRelations_en.csv"
    files[occupations] = _wider(files[occupations], {"naceCode": "C25"})
    files[needs] = _wider(files[needs], {"occupationLabel": "a", "skillLabel": "b"})
    return files


def _wider(text: bytes, columns: dict[str, str]) -> bytes:
    head, *rows = text.decode().splitlines()
    lines = [",".join([head, *columns]), *(",".join([row, *columns.values()]) for row in rows)]
    return "\n".join(lines).encode()


@pytest.fixture
def zipped(tmp_path: Path) -> Zipped:
    """Writes a zip of files."""

    def write(name: str, files: Mapping[str, bytes]) -> Path:
        path = tmp_path / "downloads" / name
        path.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, data in files.items():
                archive.writestr(member, data)
        return path

    return write


@pytest.fixture
def esco(zipped: Zipped, classification: Files, relations: Files) -> list[Path]:
    """ESCO 1.1.1 in its two zips."""
    return [
        zipped("ESCO dataset - v1.1.1 - classification - en - csv.zip", classification),
        zipped("ESCO dataset - v1.1.1 - classification -  - csv.zip", relations),
    ]


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    return Holdings(tmp_path / "taxonomy")


CellValue: TypeAlias = str | int | None
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="session")
def workbook() -> Callable[[Mapping[str, list[list[CellValue]]]], bytes]:
    """Makes an Excel workbook of sheets of rows; texts are shared as Excel does it."""

    def make(sheets: Mapping[str, list[list[CellValue]]]) -> bytes:
        texts: list[str] = []
        parts = {
            f"xl/worksheets/sheet{at}.xml": _sheet(rows, texts)
            for at, rows in enumerate(sheets.values(), start=1)
        }
        parts["xl/workbook.xml"] = _book(list(sheets))
        parts["xl/_rels/workbook.xml.rels"] = _targets(len(sheets))
        shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        parts["xl/sharedStrings.xml"] = f"<sst>{shared}</sst>"
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
        return data.getvalue()

    return make


def _book(names: list[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns:r="{RELATION}"><sheets>{sheets}</sheets></workbook>'


def _targets(count: int) -> str:
    parts = "".join(
        f'<Relationship Id="rId{at}" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, count + 1)
    )
    return f"<Relationships>{parts}</Relationships>"


def _sheet(rows: list[list[CellValue]], texts: list[str]) -> str:
    lines = "".join(
        f'<row r="{number}">{"".join(_cells(number, row, texts))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return f"<worksheet><sheetData>{lines}</sheetData></worksheet>"


def _cells(number: int, row: list[CellValue], texts: list[str]) -> list[str]:
    cells = []
    for column, value in zip("ABCDEFGHIJKLMNOP", row, strict=False):
        if isinstance(value, str):
            texts.append(value)
            cells.append(f'<c r="{column}{number}" t="s"><v>{len(texts) - 1}</v></c>')
        elif value is not None:
            cells.append(f'<c r="{column}{number}"><v>{value}</v></c>')
    return cells
