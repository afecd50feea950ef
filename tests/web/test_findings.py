from hypothesis import given
from hypothesis import strategies as st

from needs.answers import Quantity, Skill
from needs.concept import Concept
from needs.fact import Fact, Given, Quote
from web.findings import Source, Study, source_of

READING = Concept("esco", "esco:reading", "read drawings", "1.1.1")
TEXT = "We do welding. They must read prints; that is all.\nThanks."


def quoted(words, text=TEXT):
    start = text.index(words)
    return Quote("m1", start, start + len(words), words)


def study(decisions=None):
    return Study(
        {"m1": TEXT}, decisions or {}, lambda scheme, uri: Concept(scheme, uri, "Job", "1")
    )


def test_a_quote_is_shown_within_its_sentence():
    source = source_of(quoted("read prints"), {"m0": "something else", "m1": TEXT})
    assert source == Source("read prints", "They must ", "; that is all.")


def test_a_quote_whose_message_is_gone_stands_alone():
    assert source_of(quoted("read prints"), {}) == Source("read prints")


def test_the_same_words_in_another_message_are_not_shown():
    texts = {"m0": "4 lawsuits are pending, off the record.", "m1": "4"}
    assert source_of(Quote("m1", 0, 1, "4"), texts) == Source("4")
    assert source_of(Quote("gone", 0, 1, "4"), texts) == Source("4")


def test_what_was_not_typed_says_what_gave_it():
    assert source_of(Given("person", "m1"), {"m1": TEXT}) == Source(given="person")


@given(st.text(min_size=1), st.data())
def test_a_sentence_with_its_quote_is_always_part_of_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = source_of(Quote("m", start, end, text[start:end]), {"m": text})
    assert source.before + source.quote + source.after in text


def test_the_company_comes_first_and_then_each_job():
    facts = [
        Fact("role.title", "Welder", quoted("welding"), 1),
        Fact("role.title", "Fitter", quoted("welding"), 0),
        Fact("employer.name", "Oak", quoted("We")),
    ]
    assert [sheet.title for sheet in study().sheets(facts)] == ["", "Fitter", "Welder"]


def test_each_item_of_a_list_keeps_its_own_quote():
    facts = [
        Fact("role.skills", (Skill("welding"),), quoted("welding"), 0),
        Fact("role.skills", (Skill("read prints", READING),), quoted("read prints"), 0),
    ]
    (sheet,) = study().sheets(facts)
    assert [one.source.quote for one in sheet.rows["role.skills"]] == ["welding", "read prints"]
    assert [one.mapped.concept for one in sheet.rows["role.skills"]] == [None, READING]


def test_an_empty_list_is_said_to_be_none():
    (sheet,) = study().sheets([Fact("offers", (), quoted("all"))])
    assert [one.value for one in sheet.rows["offers"]] == ["none"]


def test_a_title_is_shown_with_its_occupation():
    facts = [
        Fact("role.title", "Welder", quoted("welding"), 0),
        Fact("role.occupation", "51-4121.00", Given("button", "m2"), 0),
    ]
    (sheet,) = study().sheets(facts)
    assert list(sheet.rows) == ["role.title"]
    assert sheet.rows["role.title"][0].mapped.concept.uri == "51-4121.00"
    assert not sheet.rows["role.title"][0].mapped.decided


def test_a_decision_is_marked_as_one():
    facts = [Fact("role.skills", (Skill("Welding"),), quoted("welding"), 0)]
    (sheet,) = study({("skill", "welding"): READING}).sheets(facts)
    (found,) = sheet.rows["role.skills"]
    assert (found.mapped.concept, found.mapped.decided) == (READING, True)


def test_a_number_is_not_mapped_to_anything():
    (sheet,) = study().sheets([Fact("role.vacancies", Quantity(2, 2), quoted("all"), 0)])
    assert sheet.rows["role.vacancies"][0].mapped is None
