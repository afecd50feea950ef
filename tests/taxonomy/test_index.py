import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from needs.concept import Concept
from taxonomy.build import build
from taxonomy.errors import IndexMissing, IndexUnreadable
from taxonomy.index import Index, Mapping


def test_an_exact_match_is_given_as_the_esco_concept(index: Index) -> None:
    uri = "http://data.europa.eu/esco/skill/aaa"
    assert index.concept("esco", uri) == Concept("esco", uri, "MIG welding", "1.1.1")


@pytest.mark.parametrize("slug", ["lockout", "press-brake"])
def test_a_skill_without_an_exact_match_stays_local(index: Index, slug: str) -> None:
    concept = index.concept("local", f"local:skill/{slug}")
    assert concept
    assert concept.scheme == "local"


def test_an_occupation_is_known_by_its_code(index: Index) -> None:
    known = Concept("onet", "31-9097.00", "Phlebotomists", "29.0")
    assert index.concept("onet", "31-9097.00") == known


def test_an_unknown_concept_is_none(index: Index) -> None:
    assert index.concept("esco", "31-9097.00") is None
    assert index.concept("onet", "'; DROP TABLE concept; --") is None


def test_names_are_labels_and_phrases_in_the_order_written(index: Index) -> None:
    skills = [name.text for name in index.named("skill")]
    assert skills[:4] == ["MIG welding", "MIG", "GMAW", "wire feed welding"]
    names = index.names(Concept("onet", "31-9097.00", "", ""))
    assert [(name.text, name.kind) for name in names] == [
        ("Phlebotomists", "pref"),
        ("phlebotomist", "phrase"),
        ("phleb", "phrase"),
    ]


def test_credentials_say_who_grants_them_and_whether_the_law_asks(index: Index) -> None:
    first, second, third = index.credentials()
    assert (first.name, first.granted_by) == ("Certified nursing assistant (CNA)", "the state")
    assert first.phrases == ("CNA license", "certified nurse aide")
    assert [one.by_law for one in (first, second, third)] == [True, False, None]
    assert index.concept("local", "local:credential/cna") == first.concept


def test_an_occupation_has_its_typical_skills_in_order(index: Index) -> None:
    welder = Concept("onet", "51-4121.00", "", "")
    assert [one.label for one in index.linked(welder, "typical")] == ["TIG welding", "MIG welding"]
    assert index.linked(welder, "essential") == []
    assert index.linked(Concept("onet", "99-9999.00", "", "")) == []


def test_a_skill_knows_the_occupations_that_it_is_typical_of(index: Index) -> None:
    drawing = index.concept("esco", "http://data.europa.eu/esco/skill/eee")
    assert drawing
    codes = [one.uri for one in index.linking(drawing, "typical")]
    assert codes == ["31-1131.00", "31-9097.00"]


def test_a_skill_of_our_own_says_which_esco_skill_is_near(index: Index) -> None:
    near = Mapping("esco", "http://data.europa.eu/esco/skill/ddd", "broad", "")
    assert index.mappings("local", "local:skill/press-brake") == [near]
    assert [one.uri for one in index.mapped(near.scheme, near.uri)] == ["local:skill/press-brake"]


def test_an_index_says_what_it_is_and_whom_to_credit(index: Index) -> None:
    assert index.about.edition.scheme == "starter"
    esco, onet = index.about.attributions
    assert "ESCO classification of the European Commission" in esco
    assert "O*NET 29.0 Database" in onet
    assert "CC BY 4.0" in onet


def test_a_missing_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="taxonomy list"):
        Index.open(tmp_path / "none.db")


@pytest.mark.parametrize("junk", [b"", b"\x00" * 5000, b"SQLite format 3\x00 and then not"])
def test_a_file_that_is_no_index_says_what_to_do(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "index.db").write_bytes(junk)
    with pytest.raises(IndexUnreadable, match="cannot be read"):
        Index.open(tmp_path / "index.db")


def test_half_an_index_is_unreadable_not_a_crash(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "index.db"
    build(folder, target)
    target.write_bytes(target.read_bytes()[:9000])
    with pytest.raises(IndexUnreadable):
        Index.open(target).named("skill")


def test_an_index_opens_in_a_folder_with_odd_characters(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "50% off? #1 é" / "index.db"
    build(folder, target)
    index = Index.open(target)
    assert index.named("credential")
    index.close()


def test_the_file_is_never_written(index: Index) -> None:
    with pytest.raises(IndexUnreadable):
        index.rows("DELETE FROM concept")


def test_many_threads_read_at_once(index: Index) -> None:
    found: list[object] = []

    def read() -> None:
        for _ in range(50):
            found.append(index.concept("onet", "31-9097.00"))
            found.append(index.named("skill"))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 800
    assert all(found)


@pytest.mark.parametrize("name", ["layout", "about"])
def test_an_index_that_does_not_say_what_it_is_is_unreadable(
    folder: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "index.db"
    build(folder, target)
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("DELETE FROM about WHERE name = ?", (name,))
    with pytest.raises(IndexUnreadable):
        Index.open(target)
