from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.slack.pace import Pace
from bot.slack.sender import Sender, backoff
from needs.message import Choice, Reply
from storage.outbox import Post

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
ERIN = "slack:T1:U1"


@dataclass
class FakeOutbox:
    posts: list[Post]
    done: list[str] = field(default_factory=list)
    again: dict[str, tuple[timedelta, str]] = field(default_factory=dict)

    def claim(self, *_: object) -> Post | None:
        return self.posts.pop(0) if self.posts else None

    def sent(self, key: str, now: datetime) -> None:
        self.done.append(key)

    def retry(self, key: str, at: datetime, reason: str) -> None:
        self.again[key] = (at - NOW, reason)


class Clock:
    time = 100.0

    def __call__(self) -> float:
        return self.time


def post(key: str = "k1", who: str = ERIN, attempts: int = 1, say: str = "How many?") -> Post:
    return Post(key, who, "D1", Reply(say, choices=(Choice("a", "A few"),)), attempts)


def sender(slack: Any, *posts: Post, clock: Any = None, burst: int = 9) -> Any:
    pace = Pace(clock or Clock(), burst=burst)
    return Sender(FakeOutbox(list(posts)), slack.client(), pace, lambda: NOW, "me")  # type: ignore[arg-type]


def test_a_reply_is_posted_with_its_key_and_marked_as_sent(slack: Any) -> None:
    one = sender(slack, post())
    assert one.send()
    assert not one.send()
    [call] = slack.of("chat.postMessage")
    assert (call["channel"], call["text"]) == ("D1", "How many?")
    assert call["metadata"] == {"event_type": "needline_reply", "event_payload": {"key": "k1"}}
    assert [block["type"] for block in call["blocks"]] == ["section", "actions"]
    assert one.outbox.done == ["k1"]


def test_a_reply_without_an_address_goes_to_the_person(slack: Any) -> None:
    sender(slack, Post("k1", ERIN, None, Reply("Hello"))).send()
    assert slack.wait_for("chat.postMessage")["channel"] == "U1"


def test_replies_that_come_too_soon_are_held_and_sent_in_order(slack: Any) -> None:
    clock = Clock()
    one = sender(slack, post("k1"), post("k2"), clock=clock, burst=1)
    while one.send():
        pass
    assert one.outbox.done == ["k1"]
    clock.time += 1
    assert one.send()
    assert one.outbox.done == ["k1", "k2"]
    assert not one.outbox.again


def test_nobody_waits_for_a_reply_to_someone_else(slack: Any) -> None:
    one = sender(slack, post("k1"), post("k2"), post("k3", "slack:T1:U2"), burst=1)
    while one.send():
        pass
    assert one.outbox.done == ["k1", "k3"]


def test_what_is_held_when_the_program_stops_is_left_to_the_next(slack: Any) -> None:
    one = sender(slack, post("k1"), post("k2"), burst=1)
    while one.send():
        pass
    one.let_go()
    assert one.outbox.again["k2"][0] == timedelta()


def test_slack_is_left_alone_for_as_long_as_it_asks(slack: Any) -> None:
    slack.will_answer("chat.postMessage", 429, {"Retry-After": "7"}, error="ratelimited")
    one = sender(slack, post())
    one.send()
    assert one.outbox.again == {"k1": (timedelta(seconds=7), "ratelimited")}
    assert not one.outbox.done
    assert len(slack.calls) == 1


@pytest.mark.parametrize("status", [200, 500, 503])
def test_a_passing_trouble_is_tried_again_soon(slack: Any, status: int) -> None:
    slack.will_answer("chat.postMessage", status, error="internal_error")
    one = sender(slack, post())
    one.send()
    assert one.outbox.again == {"k1": (timedelta(seconds=2), "internal_error")}


def test_a_slack_that_does_not_answer_is_tried_again_soon(slack: Any) -> None:
    one = sender(slack, post())
    one.client.base_url = "http://127.0.0.1:9/"
    one.send()
    assert one.outbox.again == {"k1": (timedelta(seconds=2), "URLError")}


@pytest.mark.parametrize("code", ["channel_not_found", "user_not_found", "messages_tab_disabled"])
def test_what_cannot_arrive_is_recorded_and_left_for_a_day(slack: Any, code: str) -> None:
    slack.will_answer("chat.postMessage", error=code)
    one = sender(slack, post())
    one.send()
    assert one.outbox.again == {"k1": (timedelta(days=1), code)}


def test_where_slack_does_not_take_the_blocks_the_words_still_arrive(slack: Any) -> None:
    slack.will_answer("chat.postMessage", error="invalid_blocks")
    one = sender(slack, post())
    one.send()
    first, second = slack.of("chat.postMessage")
    assert "blocks" in first
    assert "blocks" not in second
    assert second["text"] == "How many?"
    assert one.outbox.done == ["k1"]


def seen(*keys: str) -> list[dict[str, Any]]:
    carried = [{"metadata": {"event_payload": {"key": key}}} for key in keys]
    return [{"text": "from a person"}, *carried]


def test_a_doubtful_reply_that_arrived_is_not_posted_again(slack: Any) -> None:
    slack.will_answer("conversations.open", channel={"id": "D1"})
    slack.will_answer("conversations.history", messages=seen("k0", "k1"))
    one = sender(slack, post(attempts=2))
    one.send()
    assert not slack.of("chat.postMessage")
    assert one.outbox.done == ["k1"]


def test_a_doubtful_reply_that_did_not_arrive_is_posted(slack: Any) -> None:
    slack.will_answer("conversations.open", channel={"id": "D1"})
    slack.will_answer("conversations.history", messages=seen("k0"))
    one = sender(slack, post(attempts=2))
    one.send()
    assert slack.wait_for("chat.postMessage")["text"] == "How many?"
    assert one.outbox.done == ["k1"]


def test_a_doubtful_reply_is_posted_where_slack_does_not_tell(slack: Any) -> None:
    slack.will_answer("conversations.open", error="missing_scope")
    one = sender(slack, post(attempts=2))
    one.send()
    assert one.outbox.done == ["k1"]


def test_the_pauses_between_attempts_grow_up_to_five_minutes() -> None:
    seconds = [backoff(attempts).total_seconds() for attempts in (1, 2, 3, 8, 9, 1_000)]
    assert seconds == [2, 4, 8, 256, 300, 300]
