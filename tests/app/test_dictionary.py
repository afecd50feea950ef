"""What people read of concepts, from a few made indexes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.dictionary import ConceptDictionary
from needs.concept import Concept
from needs.dictionary import Article, Section
from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.draft import Draft, Entry, drafting, finish
from taxonomy.edition import About, Edition
from taxonomy.index import Index

FILES = {
    "skills.csv": """\
id,label,kind,phrases,esco_uri,match,sectors
mig,MIG welding,skill,wire feed welding,http://data.europa.eu/esco/skill/aaa,exact,
""",
    "occupations.csv": """\
code,label,phrases,skills,sectors
51-4121.00,"Welders, Cutters, Solderers, and Brazers",welder,mig,
""",
    "credentials.csv": """\
id,name,phrases,granted_by,by_law,sectors
cdl,Commercial driver's license (CDL),CDL,the state,yes,
""",
}
WELDERS = Concept("onet", "51-4121.00", "Welders", "29.0")
WELDER = Concept("esco", "http://esco/welder", "welder", "1.1.1")
MIG = Concept("esco", "http://data.europa.eu/esco/skill/aaa", "perform MIG welding", "1.1.1")
CAD = Concept("esco", "http://esco/cad", "draw in CAD", "1.1.1")
JOINING = Concept("esco", "http://esco/joining", "joining metal", "1.1.1")
WELDING = Concept("cip", "48.0508", "Welding Technology", "2020")
METAL = Concept("cip", "48.05", "Precision Metal Working", "2020")
EXCEL = Concept("onet", "technology:excel", "Excel", "29.0")
ROBOT = Concept("onet", "technology:robot", "Robot software", "29.0")
TORCH = Concept("onet", "tool:torch", "Torches", "29.0")


def esco(draft: Draft) -> None:
    welder = draft.add(Entry("occupation", WELDER, "7212.3"))
    group = draft.add(Entry("group", JOINING))
    mig = draft.add(Entry("skill", MIG, description="Join metal."), {"alt": ["GMAW"]})
    draft.place(mig, group)
    draft.link(welder, "essential", 0, mig)
    draft.link(welder, "optional", 0, draft.add(Entry("skill", CAD)))


def onet(draft: Draft) -> None:
    welders = draft.add(Entry("occupation", WELDERS, WELDERS.uri), {"alt": ["Fuser"]})
    for place, (concept, use) in enumerate(((EXCEL, "uses"), (ROBOT, "uses hot in demand"))):
        draft.link(welders, use, place, draft.add(Entry("technology", concept, "43")))
    draft.link(welders, "uses", 9, draft.add(Entry("tool", TORCH, "23")))


def programmes(draft: Draft) -> None:
    number = draft.add(Entry("programme", WELDING, WELDING.uri))
    draft.place(number, draft.add(Entry("programme", METAL, METAL.uri)))
    draft.map(("cip", WELDING.uri), ("soc", "51-4121"), "")


def crosswalk(draft: Draft) -> None:
    draft.map(("onet", WELDERS.uri), ("esco", WELDER.uri), "exact")
    draft.map(("onet", WELDERS.uri), ("esco", "http://esco/gone"), "broad")


SCHEMES = {"esco": esco, "onet": onet, "cip-soc": programmes, "esco-onet": crosswalk}
Open = Callable[..., ConceptDictionary]


@pytest.fixture
def open_with(tmp_path: Path) -> Iterator[Open]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    build(tmp_path, tmp_path / "starter.sqlite")
    with ExitStack() as opened:

        def index(name: str) -> Index:
            return opened.enter_context(closing(Index.open(tmp_path / f"{name}.sqlite")))

        def open_with(*schemes: str) -> ConceptDictionary:
            for scheme in schemes:
                with drafting(tmp_path / f"{scheme}.sqlite") as draft:
                    SCHEMES[scheme](draft)
                    finish(draft, About(Edition(scheme, "1", scheme, "", ""), scheme))
            return ConceptDictionary(Concepts(index("starter"), {s: index(s) for s in schemes}))

        yield open_with


def article(known: ConceptDictionary, concept: Concept) -> Article:
    found = known.article(concept.scheme, concept.uri)
    assert found
    return found


def sections(known: ConceptDictionary, concept: Concept) -> dict[str, Section]:
    return {one.way: one for one in article(known, concept).sections}


def shown(section: Section) -> list[tuple[str, str]]:
    return [(one.entry.concept.label, one.note) for one in section.items]


def test_an_occupation_shows_its_programmes_skills_technology_and_counterparts(open_with: Open):
    found = sections(open_with(*SCHEMES), WELDERS)
    assert shown(found["programmes"]) == [("Welding Technology", "")]
    assert shown(found["typical"]) == [("perform MIG welding", "")]
    assert shown(found["essential"]) == [("perform MIG welding", "")]
    assert shown(found["technologies"]) == [("Robot software", "hot, in demand"), ("Excel", "")]
    assert shown(found["tools"]) == [("Torches", "")]
    assert shown(found["counterparts"]) == [
        ("welder", "same"),
        ("http://esco/gone", "not in the version in use"),
    ]


def test_with_the_starter_alone_an_occupation_says_what_could_be_imported(open_with: Open):
    found = sections(open_with(), WELDERS)
    assert {way: one.missing for way, one in found.items() if one.missing} == {
        "programmes": "cip-soc",
        "technologies": "onet",
        "counterparts": "esco-onet",
    }
    assert shown(found["typical"]) == [("MIG welding", "")]


def test_a_skill_shows_who_needs_it_and_what_it_is_part_of(open_with: Open):
    known = open_with("esco")
    found = sections(known, MIG)
    assert shown(found["occupations"]) == [
        ("Welders, Cutters, Solderers, and Brazers", ""),
        ("welder", "essential"),
    ]
    assert shown(found["broader"]) == [("joining metal", "")]
    label, own, *_ = article(known, MIG).names
    assert (label, own) == ("perform MIG welding", "MIG welding")
    assert article(known, MIG).description == "Join metal."


def test_an_esco_occupation_shows_its_skills_and_its_counterpart(open_with: Open):
    found = sections(open_with("esco", "onet", "esco-onet"), WELDER)
    assert shown(found["essential"]) == [("perform MIG welding", "")]
    assert shown(found["optional"]) == [("draw in CAD", "")]
    assert shown(found["counterparts"]) == [("Welders", "same")]


def test_a_programme_shows_where_it_leads_and_where_it_belongs(open_with: Open):
    found = sections(open_with("onet", "cip-soc"), WELDING)
    assert shown(found["occupations"]) == [("Welders", "")]
    assert shown(found["broader"]) == [("Precision Metal Working", "")]
    assert shown(sections(open_with("onet", "cip-soc"), METAL)["narrower"]) == [
        ("Welding Technology", "")
    ]


def test_a_licence_shows_who_grants_it(open_with: Open):
    found = article(open_with(), Concept("local", "local:credential/cdl", "", ""))
    assert (found.granted_by, found.by_law) == ("the state", True)


def test_what_is_not_there_has_no_article(open_with: Open):
    assert open_with().article("esco", "http://esco/made-up") is None


@pytest.mark.parametrize(
    ("typed", "kind", "label"),
    [
        ("weldi", "programme", "Welding Technology"),
        ("48.0508", "", "Welding Technology"),
        ("excel", "technology", "Excel"),
        ("torch", "technology", "Torches"),
        ("fuser", "occupation", "Welders"),
        ("cdl", "credential", "Commercial driver's license (CDL)"),
    ],
)
def test_a_search_finds_every_kind(open_with: Open, typed: str, kind: str, label: str):
    found = open_with(*SCHEMES).search(typed, kind)
    assert label in [one.concept.label for one in found[:2]]


def test_words_mean_what_has_them_as_a_whole_name(open_with: Open):
    known = open_with("esco")
    assert [one.concept for one in known.meant("Wire-feed WELDING")] == [MIG]
    assert known.meant("wire feed") == []
    assert known.meant("weld") == []
