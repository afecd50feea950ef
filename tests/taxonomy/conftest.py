from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.index import Index
from taxonomy.linker import Linker
from taxonomy.starter import FOLDER

SKILLS = """\
id,label,kind,phrases,esco_uri,match,sectors
mig-welding,MIG welding,skill,MIG|GMAW|wire feed welding,http://data.europa.eu/esco/skill/aaa,exact,manufacturing
tig-welding,TIG welding,skill,TIG|heliarc,http://data.europa.eu/esco/skill/bbb,exact,manufacturing
read-prints,Read blueprints,skill,read prints|print reading|shop drawings,http://data.europa.eu/esco/skill/ccc,exact,manufacturing
lockout,Lockout/tagout,knowledge,LOTO|lock out tag out,,,manufacturing
press-brake,Run a press brake,skill,"bend sheet metal, on a brake|press brake",http://data.europa.eu/esco/skill/ddd,broad,manufacturing
draw-blood,Draw blood,skill,phlebotomy|blood draws,http://data.europa.eu/esco/skill/eee,exact,health
maintenance-system,Use a maintenance system,skill,CMMS|Maximo,http://data.europa.eu/esco/skill/fff,exact,manufacturing
measuring,Use precision measuring tools,skill,CMM|micrometers|calipers,http://data.europa.eu/esco/skill/ggg,exact,manufacturing
"""
OCCUPATIONS = """\
code,label,phrases,skills,sectors
51-4121.00,"Welders, Cutters, Solderers, and Brazers",welder|MIG welder,tig-welding|mig-welding,
49-9041.00,Industrial Machinery Mechanics,maintenance mechanic|maintenance tech,lockout,
51-1011.00,First-Line Supervisors of Production Workers,production supervisor|line lead,,
31-1131.00,Nursing Assistants,CNA|nurse aide|nursing assistant,draw-blood,health
31-9097.00,Phlebotomists,phlebotomist|phleb,draw-blood,health
"""
CREDENTIALS = """\
id,name,phrases,granted_by,by_law,sectors
cna,Certified nursing assistant (CNA),CNA license|certified nurse aide,the state,yes,health
aws-d11,AWS D1.1,D1.1|aws certified,American Welding Society,no,manufacturing
notary,Notary,notary public,the state,,shared
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "vocabulary"
    place.mkdir()
    (place / "skills.csv").write_text(SKILLS, encoding="utf-8")
    (place / "occupations.csv").write_text(OCCUPATIONS, encoding="utf-8")
    (place / "credentials.csv").write_text(CREDENTIALS, encoding="utf-8")
    return place


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Iterator[Index]:
    build(folder, tmp_path / "index.db")
    with closing(Index.open(tmp_path / "index.db")) as opened:
        yield opened


@pytest.fixture
def concepts(index: Index) -> Concepts:
    return Concepts(index)


@pytest.fixture
def linker(concepts: Concepts) -> Linker:
    return Linker(concepts)


@pytest.fixture(scope="session")
def starter_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    target = tmp_path_factory.mktemp("starter") / "index.db"
    build(FOLDER, target)
    with closing(Index.open(target)) as opened:
        yield opened


@pytest.fixture(scope="session")
def starter_linker(starter_index: Index) -> Linker:
    return Linker(Concepts(starter_index))
