from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from needs.fact import Fact, Given, Quote
from needs.message import Choice, Message, Reply
from storage.cycles import Cycles
from storage.intake import MOST_ATTEMPTS, Intake
from storage.tables import InterviewRow
from storage.tenant import Tenant
from storage.work import Outcome, Work

LEASE = timedelta(seconds=30)
TITLE = Fact("role.title", "Welder", Quote("m1", 5, 12, "welders"), role=0)
ASKED = Outcome('{"asking": 1}', "asking", '{"heard": 1}', (Reply("How many?"),))
CONFIRMED = Outcome("{}", "confirmed", "{}", (Reply("Thank you."),), (TITLE,), "Acme")

Write = Callable[..., Message]


@pytest.fixture
def take(intake: Intake, now: datetime) -> Callable[..., Work]:
    def take(owner: str = "ann", later: timedelta = timedelta()) -> Work:
        work = intake.claim(owner, now + later, LEASE)
        assert work
        return work

    return take


Take = Callable[..., Work]


def test_a_message_is_received_claimed_and_finished(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    message = write("m1")
    work = take()
    assert (work.message, work.channel, work.cycle, work.state) == (message, "slack", cycle, None)
    assert intake.replies("m1") is None
    assert intake.finish(work, ASKED, now)
    assert intake.replies("m1") == [Reply("How many?")]
    assert intake.state("slack:U1") == '{"asking": 1}'
    assert intake.events("slack:U1") == ['{"heard": 1}']
    assert intake.claim("ann", now, LEASE) is None


def test_the_next_message_finds_the_state_that_the_last_one_left(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    write("m2")
    intake.finish(take(), ASKED, now)
    assert take().state == '{"asking": 1}'


def test_a_message_delivered_twice_changes_nothing(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    message = write("m1")
    assert not intake.receive(cycle, message, "slack", "D1")
    intake.finish(take(), ASKED, now)
    assert not intake.receive(cycle, message, "slack", "D1")
    assert intake.claim("ann", now + 2 * LEASE, LEASE) is None
    assert intake.replies("m1") == [Reply("How many?")]


def test_a_message_is_kept_whole_with_its_choice_and_its_zone(
    take: Take, intake: Intake, cycle: int
) -> None:
    at = datetime.fromisoformat("2026-11-24T07:30:00-05:00")
    message = Message("m1", "web:1", "שלום 🙂 \n" * 2000, at, choice="yes")
    intake.receive(cycle, message, "web")
    heard = take().message
    assert heard == message
    assert heard.at.date() == date(2026, 11, 24)
    assert heard.at.utcoffset() == timedelta(hours=-5)


def test_signs_that_cannot_be_stored_are_replaced_and_offsets_stay(
    write: Write, take: Take
) -> None:
    write("m1", "four\x00welders\ud800please")
    assert take().message.text == "four\ufffdwelders\ufffdplease"


def test_a_time_without_a_zone_is_refused(intake: Intake, cycle: int) -> None:
    message = Message("m1", "web:1", "Hi", datetime(2026, 11, 24))
    with pytest.raises(StatementError, match="time zone"):
        intake.receive(cycle, message, "web")


def test_messages_of_a_conversation_come_one_at_a_time_and_in_order(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    write("m2")
    write("n1", conversation="slack:U2")
    first = take()
    assert first.message.id == "m1"
    assert take().message.id == "n1"
    assert intake.claim("bob", now, LEASE) is None
    intake.finish(first, ASKED, now)
    assert take().message.id == "m2"


def test_a_worker_may_ask_for_one_conversation(write: Write, intake: Intake, now: datetime) -> None:
    write("m1")
    write("n1", conversation="slack:U2")
    work = intake.claim("ann", now, LEASE, conversation="slack:U2")
    assert work
    assert work.message.id == "n1"
    assert intake.claim("ann", now, LEASE, conversation="slack:U3") is None


def test_what_a_dead_worker_held_goes_to_another_once_the_lease_is_over(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    lost = take("ann")
    assert intake.claim("bob", now + LEASE / 2, LEASE) is None
    taken = take("bob", later=LEASE)
    assert taken.attempts == 2
    assert not intake.finish(lost, ASKED, now + LEASE)
    assert intake.replies("m1") is None
    assert intake.finish(taken, CONFIRMED, now + LEASE)
    assert not intake.finish(lost, ASKED, now + LEASE)
    assert intake.replies("m1") == [Reply("Thank you.")]
    assert intake.events("slack:U1") == ["{}"]


def test_a_worker_that_restarts_under_its_old_name_does_not_finish_twice(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    before, after = take("ann"), take("ann", later=LEASE)
    assert not intake.finish(before, ASKED, now)
    assert intake.finish(after, ASKED, now)
    assert not intake.finish(after, ASKED, now)


def test_a_late_worker_may_finish_while_nobody_else_took_over(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    assert intake.finish(take(), ASKED, now + 3 * LEASE)


def test_who_worked_from_an_old_state_cannot_finish(
    write: Write, take: Take, intake: Intake, tenant: Tenant, now: datetime
) -> None:
    write("m1")
    work = take()
    with tenant.writing() as session:
        session.scalars(select(InterviewRow)).one().version += 1
    assert not intake.finish(work, ASKED, now)
    assert intake.finish(take(later=LEASE), ASKED, now + LEASE)


def test_when_finishing_fails_nothing_of_it_stays(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    work = take()
    nameless = Outcome("{}", None, "{}", (Reply("Hi"),))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="stage"):
        intake.finish(work, nameless, now)
    assert (intake.state("slack:U1"), intake.events("slack:U1")) == (None, [])
    assert intake.replies("m1") is None
    assert intake.finish(work, ASKED, now)


def test_a_message_that_failed_is_tried_again_and_given_up_after_five(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    write("m2")
    for attempt in range(1, MOST_ATTEMPTS + 1):
        work = take()
        assert (work.message.id, work.attempts) == ("m1", attempt)
        intake.fail(work, "The model stumbled.", now)
    assert take().message.id == "m2"
    assert [(one.id, one.reason) for one in intake.dead()] == [("m1", "The model stumbled.")]
    assert [line.text for line in intake.transcript("slack:U1")] == ["Four welders"] * 2


def test_a_message_that_kills_its_worker_is_given_up_after_five(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    for attempt in range(MOST_ATTEMPTS):
        take(later=attempt * LEASE)
    assert intake.claim("ann", now + MOST_ATTEMPTS * LEASE, LEASE) is None
    assert [one.id for one in intake.dead()] == ["m1"]


def test_who_lost_the_lease_cannot_fail_a_message(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    lost, taken = take("ann"), take("bob", later=LEASE)
    intake.fail(lost, "Too slow.", now + LEASE)
    assert intake.finish(taken, ASKED, now + LEASE)


def test_waiting_messages_are_counted(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1")
    write("m2")
    assert intake.waiting() == 2
    intake.finish(take(), ASKED, now)
    assert intake.waiting() == 1


def test_a_conversation_stays_in_the_cycle_in_which_it_began(
    write: Write, take: Take, intake: Intake, tenant: Tenant, cycle: int
) -> None:
    message = write("m1")
    later = Cycles(tenant).open("2027", date(2027, 1, 1), date(2027, 12, 31))
    again = Message("m2", message.conversation, "Me again", message.at)
    intake.receive(later.id, again, "slack")
    assert take().cycle == cycle
    assert intake.interviews(later.id) == []


def test_only_confirmed_facts_are_kept_and_the_newest_replace_the_older(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    for number in range(4):
        write(f"m{number}")
    intake.finish(take(), ASKED, now)
    assert intake.confirmed(cycle) == {}
    intake.finish(take(), CONFIRMED, now)
    assert intake.confirmed(cycle) == {"slack:U1": [TITLE]}
    assert intake.facts("slack:U1") == [TITLE]
    intake.finish(take(), ASKED, now)
    assert intake.confirmed(cycle) == {"slack:U1": [TITLE]}
    given = Fact("consent.named", True, Given("button", "m3"))
    intake.finish(take(), Outcome("{}", "confirmed", "{}", facts=(given,)), now)
    assert intake.confirmed(cycle) == {"slack:U1": [given]}


def test_an_interview_tells_how_far_it_is(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    write("m1")
    (fresh,) = intake.interviews(cycle)
    assert (fresh.stage, fresh.employer, fresh.confirmed) == ("new", None, None)
    intake.finish(take(), CONFIRMED, now + LEASE)
    (done,) = intake.interviews(cycle)
    assert intake.interview("slack:U1") == done
    assert intake.interview("slack:U2") is None
    assert (done.conversation, done.channel, done.employer) == ("slack:U1", "slack", "Acme")
    assert (done.stage, done.started) == ("confirmed", now)
    assert done.changed == done.confirmed == now + LEASE


def test_a_transcript_shows_each_message_with_its_replies(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m1", "Hello")
    write("m2", "Welders")
    asked = Reply("How many?", ("role.openings",), "Welder", (Choice("few", "A few"),))
    intake.finish(take(), Outcome("{}", "asking", "{}", (Reply("Hi."), Reply("Who?"))), now)
    intake.finish(take(), Outcome("{}", "asking", "{}", (asked,)), now)
    lines = intake.transcript("slack:U1")
    assert [(line.who, line.text) for line in lines] == [
        ("employer", "Hello"),
        ("needline", "Hi."),
        ("needline", "Who?"),
        ("employer", "Welders"),
        ("needline", "How many?"),
    ]
    assert lines[-1].reply == asked


def test_forgetting_erases_what_was_said_and_keeps_that_it_was_answered(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    first, last = write("m1", "I am Jo of Acme"), write("m2", "delete my data")
    intake.finish(take(), CONFIRMED, now)
    bye = Outcome("{}", "stopped", "Jo asked", (Reply("All gone."),), employer="Acme", forget=True)
    intake.finish(take(), bye, now)
    assert intake.confirmed(cycle) == {}
    assert (intake.state("slack:U1"), intake.events("slack:U1")) == (None, [])
    assert [line.text for line in intake.transcript("slack:U1")] == ["All gone."]
    (emptied,) = intake.interviews(cycle)
    assert (emptied.stage, emptied.employer, emptied.confirmed) == ("stopped", None, None)
    assert not intake.receive(cycle, first, "slack")
    assert not intake.receive(cycle, last, "slack")
    assert (intake.replies("m1"), intake.replies("m2")) == ([], [Reply("All gone.")])


def test_forgetting_one_conversation_leaves_the_others(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    write("m1", conversation="slack:U1")
    write("n1", conversation="slack:U2")
    intake.finish(take(), CONFIRMED, now)
    intake.finish(take(), Outcome("{}", "stopped", "{}", forget=True), now)
    assert intake.confirmed(cycle) == {"slack:U1": [TITLE]}
    assert [line.text for line in intake.transcript("slack:U1")] == ["Four welders", "Thank you."]


def test_a_name_is_kept_only_once_it_is_confirmed(
    write: Write, take: Take, intake: Intake, cycle: int, now: datetime
) -> None:
    for number in range(3):
        write(f"m{number}")
    typed = Outcome("{}", "asking", "{}", employer="Typed too early")
    intake.finish(take(), typed, now)
    assert intake.interviews(cycle)[0].employer is None
    intake.finish(take(), CONFIRMED, now)
    intake.finish(take(), typed, now)
    assert intake.interviews(cycle)[0].employer == "Acme"


def test_each_line_names_its_message(
    write: Write, take: Take, intake: Intake, now: datetime
) -> None:
    write("m:1")
    write("m:2")
    intake.finish(take(), ASKED, now)
    lines = [(line.who, line.message) for line in intake.transcript("slack:U1")]
    assert lines == [("employer", "m:1"), ("needline", "m:1"), ("employer", "m:2")]
