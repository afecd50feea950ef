import pytest
from hypothesis import given
from hypothesis import strategies as st

from needs.company import company_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harlan Tools LLC", "Harlan Tools, L.L.C."),
        ("The Harlan Tools Company", "Harlan Tools Co."),
        ("G.E.", "GE"),
        ("A&B Tool", "A and B Tool"),
        ("Smith & Sons", "Smith and Sons"),
        ("Smith + Sons", "SMITH  SONS"),
        ("Joe’s Welding", "Joes Welding"),
        ("Café Bär", "Cafe Bar"),
        ("Mid-West Steel", "Midwest Steel"),
        ("Acme Group", "Acme Holdings"),
        ("Acme Plant", "Acme"),
        ("Harlan Tools, Dayton plant", "Harlan Tools"),
        ("Harlan Tools (north site)", "Harlan Tools"),
        ("Acme GmbH", "Acme plc"),
        ("Acme Partners, L.P.", "Acme Partners PLLC"),
        ("Acme S.A.", "Acme"),
        ("Acme Inc. of Ohio", "Acme of Ohio"),
    ],
)
def test_a_company_is_known_however_it_is_written(one, other):
    assert company_name(one) == company_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harlan Tools", "Harlan Trailers"),
        ("Plant Nursery", "Nursery"),
        ("Ag Supply", "Supply"),
        ("Andover Incline", "Over Line"),
        ("Harlan, Dayton", "Harlan"),
    ],
)
def test_other_companies_stay_others(one, other):
    assert company_name(one) != company_name(other)


@pytest.mark.parametrize("said", ["The Company", "The The", "Group", "And"])
def test_a_name_of_such_words_alone_is_a_name(said):
    assert company_name(said)


@pytest.mark.parametrize("said", ["", "  ", "—"])
def test_a_name_without_letters_is_empty(said):
    assert company_name(said) == ""


@given(st.text(alphabet="ab &.-'Éand co LC", max_size=20))
def test_case_and_spaces_at_the_ends_do_not_matter(said):
    assert company_name(f" {said.upper()} ") == company_name(said)
