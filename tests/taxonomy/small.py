"""A small vocabulary of the shape that the starter has."""

from pathlib import Path

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
FILES = {"skills.csv": SKILLS, "occupations.csv": OCCUPATIONS, "credentials.csv": CREDENTIALS}


def written(folder: Path) -> Path:
    """Write the vocabulary into a new folder."""
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
