from string import Template

import pytest

from needs.slots import SLOTS, load
from prompts.guide import read_guide

FULL, SHORT = read_guide("full", "Dana"), read_guide("short", "Dana")
ASKED = {slot for question in FULL.questions for slot in question.asks}


def test_the_full_guide_asks_for_every_slot():
    derived = {"role.openings", "role.title"}  # a sum instead of its split; named with the jobs
    assert ASKED | derived == set(SLOTS)


def test_the_short_guide_asks_for_the_same_things_in_fewer_questions():
    asked = {slot for question in SHORT.questions for slot in question.asks}
    assert asked < ASKED
    assert len(SHORT.questions) < len(FULL.questions)


def test_every_slot_has_words():
    assert set(FULL.slots) == set(SLOTS)


@pytest.mark.parametrize("question", FULL.questions, ids=lambda question: question.id)
def test_a_question_asks_at_most_four_slots_of_one_scope(question):
    assert 1 <= len(question.asks) <= 4
    assert len({SLOTS[slot].scope for slot in question.asks}) == 1
    assert set(question.when) <= set(SLOTS)


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_a_slot_is_asked_again_in_other_words_without_exclamation_marks(slot):
    words = FULL.slots[slot]
    assert words.ask != words.again
    assert not any("!" in text for text in (words.ask, words.again, words.why, words.help))


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_what_a_choice_fills_in_fits_its_slot(slot):
    for choice in FULL.slots[slot].choices:
        for filled, plain in choice.set.items():
            load(filled, plain)


def test_sentences_name_the_convener():
    assert "Dana" in FULL.sentence(FULL.slots["consent.participate"].ask)
    for words in FULL.slots.values():
        assert set(Template(words.ask).get_identifiers()) <= {"convener"}
