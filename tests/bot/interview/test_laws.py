"""What must hold for every interview, whatever is said."""

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.interview import Heard, Interview, step
from needs.command import Command
from needs.concept import Concept
from needs.fact import Fact, Quote
from needs.message import Reading
from needs.slots import SLOTS, load
from prompts.guide import read_guide

GUIDE = read_guide("full", "the convener")
INTERVIEW = TypeAdapter(Interview)
HEARD = TypeAdapter(Heard)
WELDER = Concept("onet", "51-4121.00", "Welders", "29.0")
PLAIN = {
    "consent.participate": [True, True, True, False],
    "roles": [["welders"], ["welders", "painters"]],
    "role.title": ["welders", "painters", "drivers", "cooks"],
    "role.headcount": [{"lo": 9, "hi": 9}, {"answer": "dont_know"}],
    "role.openings": [{"lo": 3, "hi": None}],
    "role.openings_growth": [{"lo": 1, "hi": 2}],
    "role.skills": [[{"quote": "MIG"}], [{"quote": "TIG"}]],
    "role.hard_to_fill": ["great", "no"],
    "role.pay": [{"lo": 20, "hi": 22, "per": "hour"}],
    "employer.name": ["Ironvale"],
    "offers": [[], [{"kind": "tour"}]],
}


@st.composite
def facts(draw):
    slot = draw(st.sampled_from(sorted(PLAIN)))
    value = load(slot, json.loads(json.dumps(draw(st.sampled_from(PLAIN[slot])))))
    role = draw(st.none() | st.integers(0, 3)) if slot.startswith("role.") else None
    return Fact(slot, value, Quote("m", 0, 1, "x"), role)


@st.composite
def messages(draw):
    commands = draw(st.lists(st.sampled_from(Command), max_size=2))
    found = draw(st.sampled_from([(), (("welders", (WELDER,)),), (("x", (WELDER,)),)]))
    reading = Reading(tuple(commands), tuple(draw(st.lists(facts(), max_size=4))))
    choice = draw(st.sampled_from([None, None, None, "do:skip", "do:confirm", "do:reject"]))
    return Heard("m", draw(st.sampled_from(["", "x", "the welders"])), reading, choice, found)


def play(heard):
    turns = []
    interview = Interview()
    for one in heard:
        turn = step(GUIDE, interview, one)
        interview = turn.interview
        turns.append(turn)
    return interview, turns


@given(st.lists(messages(), max_size=14))
def test_every_message_is_answered_and_never_in_the_same_words_twice(heard):
    _, turns = play(heard)
    said = [turn.reply.say for turn in turns]
    assert all(said)
    ended = [turn.interview.stage == "stopped" for turn in turns]
    pairs = zip(pairwise(said), ended, strict=False)
    assert all(one != other or over for (one, other), over in pairs)


@given(st.lists(messages(), max_size=14))
def test_it_can_be_stored_and_taken_up_after_every_message(heard):
    interview, _ = play(heard)
    assert INTERVIEW.validate_json(INTERVIEW.dump_json(interview)) == interview
    assert [HEARD.validate_json(HEARD.dump_json(one)) for one in heard] == heard


@given(st.lists(messages(), max_size=14))
def test_every_fact_belongs_to_the_company_or_to_one_of_its_jobs(heard):
    interview, _ = play(heard)
    for fact in interview.facts:
        if SLOTS[fact.slot].scope == "role":
            assert fact.role in range(max(1, len(interview.jobs)))  # 0 waits for the first job
        else:
            assert fact.role is None


@given(st.lists(messages(), max_size=14))
def test_only_a_confirmation_records(heard):
    _, turns = play(heard)
    before = Interview()
    for turn in turns:
        if turn.effect == "record":
            assert before.stage == "confirming"
        before = turn.interview


@given(st.lists(messages(), max_size=8))
@settings(max_examples=50)
def test_it_ends_for_somebody_who_only_mumbles(heard):
    interview, _ = play(heard)
    limit = 2 * len(SLOTS) + 8
    mumbles = 0
    while interview.stage == "asking" and interview.value("consent.participate"):
        interview = step(GUIDE, interview, Heard("m", "mumble")).interview
        mumbles += 1
        assert mumbles <= limit * max(1, len(interview.jobs))
