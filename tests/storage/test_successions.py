from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from needs.concept import Concept
from needs.succession import Proposal, Suggestion, bare
from storage.successions import Succession, Successions
from storage.tables import SuccessionRow
from storage.tenant import Tenant

TIG = Concept("esco", "tig", "TIG welding", "1")
TIG2 = Concept("esco", "tig", "TIG welding", "2")
GONE = Concept("esco", "gone", "tend blower", "1")
NEW = Concept("esco", "new", "tend asbestos blower", "2")
LIKELY = Suggestion(NEW, 0.8, "has a similar name")
CERTAIN = Proposal("skill", TIG, TIG2)
OPEN = Proposal("skill", GONE, None, (LIKELY,))
HOUR = timedelta(hours=1)


@pytest.fixture
def successions(tenant: Tenant) -> Successions:
    return Successions(tenant)


def told(found: list[Succession]) -> list[tuple[str, str]]:
    return [(one.proposal.old.uri, one.status) for one in found]


def asked(successions: Successions) -> int:
    (waiting,) = [one.id for one in successions.standing() if one.status == "open"]
    return waiting


def test_what_is_certain_has_an_heir_and_what_is_open_stays(
    successions: Successions, now: datetime
) -> None:
    successions.carry([CERTAIN, OPEN], "2", now)
    assert told(successions.standing()) == [("tig", "certain"), ("gone", "open")]
    assert (successions.heirs().of(TIG), successions.heirs().of(GONE)) == (TIG2, GONE)
    assert successions.waiting() == 1


def test_all_that_was_proposed_comes_back(successions: Successions, now: datetime) -> None:
    successions.carry([OPEN], "2", now)
    (found,) = successions.standing()
    assert (found.proposal, found.target, found.at, found.by) == (OPEN, "2", now, "itself")


def test_carrying_over_again_changes_nothing(successions: Successions, now: datetime) -> None:
    successions.carry([CERTAIN, OPEN], "2", now)
    before = successions.history()
    successions.carry([CERTAIN, OPEN], "2", now + HOUR)
    assert successions.history() == before


def test_a_decision_ends_the_question_and_names_who_made_it(
    successions: Successions, now: datetime
) -> None:
    successions.carry([OPEN], "2", now)
    assert successions.decide(asked(successions), NEW, "Jo", now + HOUR)
    assert successions.heirs().of(GONE) == NEW
    (question, decision) = successions.history()
    assert (question.status, question.ended) == ("open", now + HOUR)
    assert (decision.status, decision.by, decision.ended) == ("decided", "Jo", None)
    assert successions.waiting() == 0


def test_a_decision_may_be_that_nothing_takes_the_place(
    successions: Successions, now: datetime
) -> None:
    successions.carry([OPEN], "2", now)
    successions.decide(asked(successions), None, "Jo", now)
    assert successions.heirs().of(GONE) is None


def test_the_second_of_two_decisions_is_refused(successions: Successions, now: datetime) -> None:
    successions.carry([OPEN], "2", now)
    question = asked(successions)
    assert successions.decide(question, NEW, "Jo", now)
    assert not successions.decide(question, None, "Ann", now)
    assert successions.heirs().of(GONE) == NEW


def test_of_many_who_decide_at_once_one_is_heard(successions: Successions, now: datetime) -> None:
    successions.carry([OPEN], "2", now)
    question = asked(successions)
    with ThreadPoolExecutor(6) as pool:
        heard = list(
            pool.map(lambda who: successions.decide(question, NEW, f"{who}", now), range(6))
        )
    assert sorted(heard) == [False] * 5 + [True]
    assert told(successions.history()) == [("gone", "open"), ("gone", "decided")]


def test_undoing_asks_again_with_the_same_suggestions(
    successions: Successions, now: datetime
) -> None:
    successions.carry([OPEN], "2", now)
    successions.decide(asked(successions), NEW, "Jo", now)
    (decision,) = successions.standing()
    assert successions.undo(decision.id, "Ann", now + HOUR)
    assert not successions.undo(decision.id, "Ann", now + HOUR), "it is undone already"
    (again,) = successions.standing()
    assert (again.status, again.proposal, again.by) == ("open", OPEN, "Ann")
    assert [one.status for one in successions.history()] == ["open", "decided", "open"]
    assert successions.heirs().of(GONE) == GONE


def test_what_is_certain_is_neither_decided_nor_undone(
    successions: Successions, now: datetime
) -> None:
    successions.carry([CERTAIN], "2", now)
    (certain,) = successions.standing()
    assert not successions.decide(certain.id, NEW, "Jo", now)
    assert not successions.undo(certain.id, "Jo", now)
    assert not successions.decide(certain.id + 1, NEW, "Jo", now), "there is none of that number"


def test_what_held_at_a_time_can_be_told_later(successions: Successions, now: datetime) -> None:
    successions.carry([OPEN], "2", now)
    successions.decide(asked(successions), NEW, "Jo", now + HOUR)
    successions.undo(successions.standing()[0].id, "Jo", now + 3 * HOUR)
    at = {hours: successions.heirs(now + hours * HOUR).of(GONE) for hours in range(-1, 5)}
    assert at == {-1: GONE, 0: GONE, 1: NEW, 2: NEW, 3: GONE, 4: GONE}


def test_a_question_about_an_older_version_gives_way_to_one_about_the_newest(
    successions: Successions, now: datetime
) -> None:
    successions.carry([OPEN], "2", now)
    newer = replace(OPEN, suggestions=(replace(LIKELY, concept=replace(NEW, version="3")),))
    successions.carry([newer], "3", now + HOUR)
    (found,) = successions.standing()
    assert (found.target, found.proposal) == ("3", newer)


def test_a_question_may_turn_out_to_be_none(successions: Successions, now: datetime) -> None:
    successions.carry([OPEN], "2", now)
    successions.carry([Proposal("skill", GONE, NEW)], "2", now + HOUR)
    assert told(successions.standing()) == [("gone", "certain")]


def test_what_a_person_decided_is_not_asked_again(successions: Successions, now: datetime) -> None:
    successions.carry([OPEN], "2", now)
    successions.decide(asked(successions), None, "Jo", now)
    successions.carry([OPEN], "2", now + HOUR)
    assert told(successions.standing()) == [("gone", "decided")]


def test_what_is_back_in_use_has_no_heir_any_more(successions: Successions, now: datetime) -> None:
    successions.carry([CERTAIN, OPEN], "2", now)
    successions.end([TIG], now + HOUR)
    assert told(successions.standing()) == [("gone", "open")]
    assert successions.heirs(now).of(TIG) == TIG2, "it had one then"


def test_a_neighbour_sees_and_decides_nothing(
    successions: Successions, neighbour: Tenant, now: datetime
) -> None:
    successions.carry([OPEN], "2", now)
    other = Successions(neighbour)
    assert (other.history(), other.waiting()) == ([], 0)
    assert not other.decide(asked(successions), NEW, "Jo", now)
    other.carry([OPEN], "2", now)
    assert (successions.waiting(), other.waiting()) == (1, 1)


def test_the_database_keeps_one_answer_in_force(
    successions: Successions, tenant: Tenant, now: datetime
) -> None:
    successions.carry([CERTAIN], "2", now)
    named = {"scheme": "esco", "uri": "tig", "version": "1", "label": "", "target": "2"}
    again = SuccessionRow(**named, kind="skill", status="open", suggestions="[]", decided_by="")
    again.at = now
    with pytest.raises(IntegrityError), tenant.writing() as session:
        session.add(again)


def test_what_was_asked_about_keeps_its_name_at_any_time(
    successions: Successions, now: datetime
) -> None:
    asked = replace(bare("51-4121.00"), label="Welders")
    successions.carry([Proposal("occupation", asked)], "31.0", now)
    assert successions.heirs(now - HOUR).named(bare("51-4121.00")) == asked
