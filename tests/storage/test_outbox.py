from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from needs.message import Choice, Message, Reply
from storage.intake import Intake
from storage.outbox import Outbox, Post
from storage.tenant import Tenant
from storage.work import Outcome

LEASE = timedelta(seconds=30)
Answer = Callable[..., None]


@pytest.fixture
def outbox(tenant: Tenant) -> Outbox:
    return Outbox(tenant)


@pytest.fixture
def answer(write: Callable[..., Message], intake: Intake, now: datetime) -> Answer:
    def answer(id: str, *replies: Reply, **where: str) -> None:
        write(id, **where)
        work = intake.claim("ann", now, LEASE)
        assert work
        assert intake.finish(work, Outcome("{}", "asking", "{}", replies), now)

    return answer


def keys(outbox: Outbox, now: datetime, most: int = 9) -> list[str]:
    sent = []
    while (post := outbox.claim("slack", "s", now, LEASE)) and len(sent) < most:
        outbox.sent(post.key, now)
        sent.append(post.key)
    return sent


def test_a_reply_is_claimed_with_all_that_sending_needs(
    outbox: Outbox, answer: Answer, now: datetime
) -> None:
    reply = Reply("How many?", ("role.openings",), "Welder", (Choice("few", "A few"),))
    answer("m1", reply)
    assert outbox.claim("slack", "s", now, LEASE) == Post("m1:0", "slack:U1", "D1", reply)


def test_a_sent_reply_is_not_sent_again(outbox: Outbox, answer: Answer, now: datetime) -> None:
    answer("m1", Reply("Hi"))
    assert keys(outbox, now) == ["m1:0"]
    outbox.retry("m1:0", now, "Too late to say so.")
    assert keys(outbox, now + 2 * LEASE) == []


def test_replies_of_a_conversation_go_out_in_order_and_others_do_not_wait(
    outbox: Outbox, answer: Answer, now: datetime
) -> None:
    answer("m1", Reply("One"), Reply("Two"))
    answer("m2", Reply("Three"))
    answer("n1", Reply("Other"), conversation="slack:U2")
    first = outbox.claim("slack", "s", now, LEASE)
    assert first
    assert first.key == "m1:0"
    other = outbox.claim("slack", "s", now, LEASE)
    assert other
    assert other.key == "n1:0"
    assert outbox.claim("slack", "s", now, LEASE) is None
    outbox.sent("m1:0", now)
    assert keys(outbox, now) == ["m1:1", "m2:0"]


def test_a_reply_to_be_retried_waits_and_keeps_its_place(
    outbox: Outbox, answer: Answer, now: datetime
) -> None:
    answer("m1", Reply("One"), Reply("Two"))
    assert outbox.claim("slack", "s", now, LEASE)
    outbox.retry("m1:0", now + LEASE, "Slack asked us to slow down.")
    assert outbox.claim("slack", "s", now, LEASE) is None
    again = outbox.claim("slack", "s", now + LEASE, LEASE)
    assert again
    assert (again.key, again.attempts) == ("m1:0", 2)


def test_a_reply_that_can_never_arrive_does_not_hold_up_the_others(
    outbox: Outbox, answer: Answer, now: datetime
) -> None:
    answer("m1", Reply("One"), Reply("Two"))
    assert outbox.claim("slack", "s", now, LEASE)
    outbox.give_up("m1:0", "The account is closed.")
    assert keys(outbox, now + LEASE) == ["m1:1"]


def test_what_a_dead_sender_held_is_sent_by_another(
    outbox: Outbox, answer: Answer, now: datetime
) -> None:
    answer("m1", Reply("One"))
    assert outbox.claim("slack", "s", now, LEASE)
    assert outbox.claim("slack", "t", now, LEASE) is None
    again = outbox.claim("slack", "t", now + LEASE, LEASE)
    assert again
    assert (again.key, again.attempts) == ("m1:0", 2)


@pytest.mark.parametrize("channel", ["web", "terminal", "jsonl"])
def test_replies_that_are_fetched_are_not_sent(
    outbox: Outbox, answer: Answer, intake: Intake, now: datetime, channel: str
) -> None:
    answer("m1", Reply("Hi"), channel=channel)
    assert outbox.claim(channel, "s", now, LEASE) is None
    assert intake.replies("m1") == [Reply("Hi")]


def test_forgetting_takes_back_what_was_not_sent_yet(
    outbox: Outbox,
    answer: Answer,
    write: Callable[..., Message],
    intake: Intake,
    now: datetime,
) -> None:
    answer("m1", Reply("Jo of Acme needs welders."))
    write("m2")
    work = intake.claim("ann", now, LEASE)
    assert work
    intake.finish(work, Outcome("{}", "stopped", "{}", (Reply("Gone."),), forget=True), now)
    assert keys(outbox, now) == ["m2:0"]
