import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.words import clauses, literal, plain, singular, stem, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GD&T, C++ and C#", ["gd&t", "c++", "and", "c#"]),
        ("uses .NET. Then stops.", ["uses", ".net", "then", "stops"]),
        ("don't", ["dont"]),
        ("inglés básico", ["ingles", "basico"]),
        ("pick/pack, set-up", ["pick", "pack", "set", "up"]),
        ("😅 …", []),
    ],
)
def test_words_keep_the_signs_that_are_part_of_them(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "forms",
    [
        ("weld", "welds", "welding", "welded"),
        ("write", "writes", "writing"),
        ("install", "installing", "installed"),
        ("assembly", "assemblies"),
        ("bench press", "bench presses"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["gas", "press", "bus", "analysis", "cms"])
def test_what_only_looks_like_a_plural_stays(word: str) -> None:
    assert singular(word) == word


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("must be able to read prints", "reading prints"),
        ("Strong knowledge of HACCP", "haccp"),
        ("experience with TIG", "TIG"),
    ],
)
def test_lead_ins_do_not_change_what_is_meant(said: str, meant: str) -> None:
    assert plain(literal(said)) == plain(literal(meant))


def test_words_that_only_lead_in_are_kept_where_there_are_no_others() -> None:
    assert plain("basic knowledge")


def test_a_text_is_looked_at_whole_and_in_its_clauses() -> None:
    assert clauses("weld (TIG), read prints") == [
        "weld tig read prints",
        "weld",
        "tig",
        "read prints",
    ]


def test_a_long_clause_is_looked_at_piece_by_piece() -> None:
    text = " ".join(f"w{number}" for number in range(40))
    pieces = clauses(text)[1:]
    assert max(len(piece.split()) for piece in pieces) <= 12
    assert {word for piece in pieces for word in piece.split()} == set(text.split())


@given(st.text(max_size=200))
def test_no_text_breaks_the_clauses_and_no_word_is_lost(text: str) -> None:
    found = clauses(text)
    assert all(found)
    whole, parts = " ".join(found[:1]), " ".join(found[1:] or found)
    assert set(whole.split()) == set(parts.split()) == set(words(text))
