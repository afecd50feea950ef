from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from needs.answers import Unanswered
from needs.fact import Fact, Given, Quote
from needs.message import Message
from needs.slots import SLOTS, Slot
from storage.facts import fact_of, fact_row
from storage.intake import Intake
from storage.tables import FactRow, InterviewRow
from storage.tenant import Tenant
from storage.work import Outcome

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
words = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), min_size=1)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    quote, start = draw(words), draw(st.integers(0, 40_000))
    return Quote("m1", start, start + len(quote), quote)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    slot: Slot = draw(st.sampled_from(list(SLOTS.values())))
    one = st.from_type(slot.kind)
    whole = st.lists(one, max_size=3).map(tuple) if slot.many else one
    value = draw(whole | st.from_type(Unanswered))
    evidence = draw(quotes() | st.builds(Given, message=st.just("m1")))
    role = draw(st.integers(0, 2)) if slot.scope == "role" else None
    return Fact(slot.name, value, evidence, role)


@given(facts())
def test_every_fact_survives_as_a_row(fact: Fact) -> None:
    assert fact_of(fact_row(1, fact)) == fact


def test_every_fact_survives_the_database(
    write: Callable[..., Message], intake: Intake, cycle: int, now: datetime
) -> None:
    write("m0")
    number = iter(range(1, 1000))

    @settings(max_examples=15)
    @given(st.lists(facts(), min_size=1, max_size=8))
    def check(some: list[Fact]) -> None:
        work = intake.claim("ann", now, timedelta(seconds=30))
        assert work
        assert intake.finish(work, Outcome("{}", "confirmed", "{}", facts=tuple(some)), now)
        assert intake.confirmed(cycle) == {"slack:U1": some}
        write(f"m{next(number)}")

    check()


@pytest.mark.parametrize(
    "evidence",
    [
        {},
        {"quote": "four", "quote_start": 0},
        {"quote": "four", "quote_start": 0, "quote_end": 3},
        {"quote": "", "quote_start": 0, "quote_end": 0},
        {"quote": "four", "quote_start": -1, "quote_end": 3},
        {"given_by": "model"},
        {"given_by": "form", "quote": "four", "quote_start": 0, "quote_end": 4},
    ],
    ids=str,
)
def test_a_fact_without_whole_evidence_is_refused_by_the_database(
    tenant: Tenant, write: Callable[..., Message], evidence: dict[str, object]
) -> None:
    write("m1")
    with tenant.reading() as session:
        interview = session.scalars(select(InterviewRow)).one()
    known = {"interview_id": interview.id, "slot": "role.title", "value": '"Welder"'}
    with pytest.raises(IntegrityError), tenant.writing() as session:
        session.add(FactRow(message="m1", **known, **evidence))


def test_a_fact_with_whole_evidence_is_kept(
    tenant: Tenant, write: Callable[..., Message], cycle: int
) -> None:
    write("m1")
    fact = Fact("role.title", "Welder", Quote("m1", 3, 9, "ünïcø🙂"), 0)
    with tenant.writing() as session:
        session.add(fact_row(session.scalars(select(InterviewRow)).one().id, fact))
    with tenant.reading() as session:
        assert session.scalars(select(FactRow)).one().quote == "ünïcø🙂"
