import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Index, Name
from taxonomy.linker import Linker

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


def label(linker: Linker, phrase: str) -> str | None:
    concept = linker.skill(phrase)
    return concept.label if concept else None


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("MIG", "MIG welding"),
        ("must know GMAW", "MIG welding"),
        ("reading prints", "Read blueprints"),
        ("Read Blueprints!", "Read blueprints"),
        ("phlebotomy on kids", "Draw blood"),
        ("weld stainless (TIG)", "TIG welding"),
        ("lock-out / tag-out", "Lockout/tagout"),
        ("CMMS", "Use a maintenance system"),
        ("CMM", "Use precision measuring tools"),
        ("caliper", "Use precision measuring tools"),
    ],
)
def test_a_phrase_finds_its_skill(linker: Linker, phrase: str, meant: str) -> None:
    assert label(linker, phrase) == meant


@pytest.mark.parametrize(
    "phrase",
    ["", "   ", "😀😀", "asdf qwer", "go packers", "19.75 to start", "milk cows", "a", "(", "the"],
)
def test_what_fits_nothing_gets_nothing(linker: Linker, phrase: str) -> None:
    assert linker.skill(phrase) is None


def test_a_text_ranks_its_skills_first(linker: Linker) -> None:
    ranked = linker.skills("They read prints, draw blood and use the Maximo system.")
    assert {one.concept.label for one in ranked[:3]} == {
        "Read blueprints",
        "Draw blood",
        "Use a maintenance system",
    }


def test_ranking_rejects_nothing_and_is_the_same_every_time(linker: Linker) -> None:
    ranked = linker.skills("weld")
    assert len(ranked) == 8
    assert ranked == linker.skills("weld")
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


def test_ranking_keeps_to_its_scheme_and_its_number(linker: Linker) -> None:
    assert {one.concept.scheme for one in linker.skills("LOTO", scheme="esco")} == {"esco"}
    assert linker.skills("LOTO")[0].concept.uri == "local:skill/lockout"
    assert len(linker.skills("LOTO", top=2)) == 2
    assert linker.skills("") == []


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("MIG welders 2nd shift", "51-4121.00"),
        ("production sup, nights", "51-1011.00"),
        ("maint tech II", "49-9041.00"),
        ("CNAs", "31-1131.00"),
        ("Nursing Asst (CNA)", "31-1131.00"),
        ("lead welder/fabricator", "51-4121.00"),
        ("phlebotomist PRN", "31-9097.00"),
    ],
)
def test_a_title_finds_its_occupation(linker: Linker, title: str, code: str) -> None:
    assert linker.occupations(title)[0].concept.uri == code


@pytest.mark.parametrize(
    "title",
    [
        "",
        "tech 2",
        "operator B",
        "Associate",
        "warm bodies",
        "Level III",
        "whoever",
        "🤷",
        "interns",
    ],
)
def test_a_title_that_says_too_little_gets_no_occupation(linker: Linker, title: str) -> None:
    assert linker.occupations(title) == []


def test_a_convener_finds_concepts_of_every_kind_by_typing(linker: Linker) -> None:
    assert linker.search("weld", "skill")[0].concept.label in ("MIG welding", "TIG welding")
    assert linker.search("phleb", "occupation")[0].concept.uri == "31-9097.00"
    assert linker.search("nurse aide", "credential")[0].concept.uri == "local:credential/cna"
    assert linker.search("mainten", "occupation")[0].concept.uri == "49-9041.00"
    assert linker.search("prec meas", "skill")[0].concept.label == "Use precision measuring tools"
    assert linker.search("", "skill") == []
    assert len(linker.search("weld", "skill", top=1)) == 1


def test_those_who_mistype_find_what_is_spelt_alike(linker: Linker) -> None:
    assert linker.search("phlebotamist", "occupation")[0].concept.uri == "31-9097.00"
    assert linker.search("bluprints", "skill")[0].concept.label == "Read blueprints"


MAZAK = Concept("local", "local:1/skill/mazak", "Run the Mazak", "local")
WELDER = Concept("onet", "51-4121.00", "Welders, Cutters, Solderers, and Brazers", "29.0")


def test_a_partnerships_own_words_find_its_concepts_as_well(linker: Linker) -> None:
    local = linker.beside([Name(MAZAK, "Mazak", "local"), Name(WELDER, "sparky", "local")])
    assert local.skill("runs a Mazak") == MAZAK
    assert local.skills("Mazak")[0].concept == MAZAK
    assert local.occupations("sparkies")[0].concept == WELDER
    assert local.skill("MIG") == linker.skill("MIG")
    assert linker.skill("Mazak") is None
    assert linker.occupations("sparky") == []


def test_own_words_beat_what_the_vocabulary_says(linker: Linker) -> None:
    own = Name(MAZAK, "TIG", "local")
    assert linker.beside([own]).skill("TIG") == MAZAK


def test_a_concept_with_words_of_both_is_ranked_once(linker: Linker) -> None:
    known = linker.occupations("welder")[0].concept
    found = linker.beside([Name(known, "welder guy", "local")]).occupations("welder")
    assert [one.concept.uri for one in found].count(known.uri) == 1


def test_no_own_words_change_nothing(linker: Linker) -> None:
    none = linker.beside([])
    assert none.skills("weld and read prints") == linker.skills("weld and read prints")
    assert none.meanings("MIG welders") == linker.meanings("MIG welders")


def test_own_words_cost_next_to_nothing(starter_linker: Linker) -> None:
    names = [Name(MAZAK, f"machine {number}", "local") for number in range(20)]
    spent = []
    for _ in range(5):
        started = time.process_time()
        starter_linker.beside(names)
        spent.append(time.process_time() - started)
    assert min(spent) < 0.1


def test_an_empty_vocabulary_links_nothing(
    folder: Path, tmp_path: Path, encoder: LocalEncoder
) -> None:
    for file in folder.iterdir():
        header = file.read_text(encoding="utf-8").splitlines()[0]
        file.write_text(header + "\n", encoding="utf-8")
    build(folder, tmp_path / "empty.db")
    index = Index.open(tmp_path / "empty.db")
    linker = Linker(Concepts(index), encoder)
    assert linker.skill("MIG") is None
    assert linker.skills("MIG") == []
    assert linker.occupations("welder") == []
    assert linker.search("MIG", "credential") == []
    index.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ANY_TEXT)
def test_no_text_breaks_the_linker(linker: Linker, text: str) -> None:
    linker.skill(text)
    linker.occupations(text)
    linker.search(text, "credential")
    assert all(0 <= one.score <= 1 for one in linker.skills(text))


@pytest.mark.parametrize(
    "piece", ["weld and read prints, ", "x", "( ", "\x00\ud800", "日本", "a b "]
)
def test_forty_thousand_characters_take_a_moment(starter_linker: Linker, piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.process_time()
    starter_linker.skills(text)
    starter_linker.skill(text)
    starter_linker.occupations(text)
    assert time.process_time() - started < 5
