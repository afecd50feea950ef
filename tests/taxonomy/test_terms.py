import pytest

from taxonomy.readings import readings
from taxonomy.terms import Terms

NAMES = ["maintenance technician", "dish washer", "lifeguard", "home health aide"] * 7
MORE = ["registered nurse"] * 40 + ["hearing aid fitter", "nurse"]


@pytest.fixture
def terms() -> Terms:
    names = [*NAMES, *MORE]
    return Terms.of(names, [name.split()[-1] for name in names], {"rn": ["registered nurse"]})


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("maintainence technician", "maintenance technician"),
        ("dishwasher", "dish washer"),
        ("life guard", "lifeguard"),
        ("technician", "technician"),
        ("xqzw", "xqzw"),
        ("6g", "6g"),
        ("", ""),
    ],
)
def test_odd_words_are_joined_split_or_mended(terms: Terms, said: str, meant: str) -> None:
    assert " ".join(terms.mended(said.split())) == meant


def test_a_rare_word_may_be_a_slip_for_a_common_one(terms: Terms) -> None:
    assert ["health", "aide"] in list(terms.commoner(["health", "aid"]))


def test_abbreviations_are_written_out(terms: Terms) -> None:
    assert list(terms.spelt_out(["lead", "rn"])) == [["lead", "registered", "nurse"]]


def test_some_words_say_what_somebody_is(terms: Terms) -> None:
    assert terms.leads("technician")
    assert not terms.leads("health")
    assert not terms.leads("nobody")


def test_a_title_is_read_in_several_ways_and_as_it_stands_first(terms: Terms) -> None:
    read = readings("RN (home health), nights", terms)
    assert read["rn"] > read["registered nurse"] > read["home health"]
    assert max(read, key=lambda one: read[one]) == "rn home health night"


def test_nothing_is_read_into_nothing(terms: Terms) -> None:
    assert readings("", terms) == {}
    assert readings("🤷 ()", terms) == {}
