from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from needs.answers import Money, NoAnswer, Offer, OfferKind, Period, Quantity, Skill, Unanswered
from needs.message import UNSTORABLE, storable
from needs.slots import SLOTS, dump, load

EXAMPLES = [
    ("consent.named", True, True),
    ("employer.area", ("Kent County",), ["Kent County"]),
    ("role.headcount", Quantity(3, 5, True), {"lo": 3, "hi": 5, "approx": True}),
    ("role.pay", Money(20, 23, "hour"), {"lo": 20.0, "hi": 23.0, "per": "hour", "currency": "USD"}),
    ("role.start", Period(None, date(2027, 6, 1)), {"start": None, "end": "2027-06-01"}),
    ("role.pay", Unanswered(NoAnswer.DECLINED), {"answer": "declined"}),
    ("offers", (Offer(OfferKind.TOUR),), [{"kind": "tour", "quantity": None}]),
    ("offers", (), []),
]


@pytest.mark.parametrize(("slot", "value", "plain"), EXAMPLES)
def test_a_value_has_the_shape_that_the_outside_relies_on(slot, value, plain):
    assert dump(value) == plain
    assert load(slot, plain) == value


@pytest.mark.parametrize(
    ("slot", "plain"),
    [
        ("role.headcount", "nine"),
        ("role.pay", {"lo": 1, "hi": 2, "per": "mile"}),
        ("role.level", "boss"),
        ("offers", [{"kind": "yacht"}]),
        ("role.pay", {"answer": "perhaps"}),
    ],
)
def test_what_is_no_value_of_a_slot_is_refused(slot, plain):
    with pytest.raises(ValidationError):
        load(slot, plain)


def test_slots_are_asked_of_a_company_or_of_a_job():
    assert {slot.scope for slot in SLOTS.values()} == {"org", "role"}
    assert SLOTS["roles"].scope == "org"


def test_a_skill_in_the_employers_words_has_all_its_fields():
    assert dump((Skill("MIG"),)) == [
        {"quote": "MIG", "concept": None, "requirement": "required", "when": None, "vote": None}
    ]


@given(st.text(st.characters()))
def test_a_storable_text_keeps_its_length_and_can_be_encoded(text):
    stored = storable(text)
    assert len(stored) == len(text)
    assert UNSTORABLE.search(stored) is None
    stored.encode()
