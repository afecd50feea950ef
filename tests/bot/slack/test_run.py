import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot.slack.errors import SlackUnreachable, TokenRefused
from bot.slack.run import Parts, SlackSettings, _keep, run
from needs.message import Message

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
ERIN = "slack:T1:U1"


@dataclass
class FakeConversation:
    states: dict[str, str] = field(default_factory=dict)
    received: list[tuple[int, str, str | None]] = field(default_factory=list)
    owner: str = "me"

    @property
    def intake(self) -> Any:
        return SimpleNamespace(state=self.states.get)

    def interview(self, conversation: str) -> Any:
        return SimpleNamespace(stage=self.states.get(conversation, "asking"))

    def receive(self, cycle: int, message: Message, channel: str, address: str | None) -> bool:
        self.received.append((cycle, channel, address))
        return True

    def work(self) -> bool:
        return False

    def now(self) -> datetime:
        return NOW


class EmptyOutbox:
    def claim(self, *_: object) -> None: ...


def start(slack: Any, address: str | None = None) -> None:
    settings = SlackSettings("xoxb-1", "xapp-1", address or slack.url)
    run(settings, FakeConversation(), EmptyOutbox(), 1)  # type: ignore[arg-type]


def test_a_bot_token_that_slack_refuses_is_named(slack: Any) -> None:
    slack.will_answer("auth.test", error="invalid_auth")
    with pytest.raises(TokenRefused, match=r"docs/slack\.md.* Slack says: invalid_auth\."):
        start(slack)


def test_an_app_token_that_slack_refuses_is_named_and_nothing_keeps_running(slack: Any) -> None:
    slack.will_answer("auth.test", team_id="T1", user_id="U0", bot_id="B0")
    slack.will_answer("apps.connections.open", error="not_allowed_token_type")
    with pytest.raises(TokenRefused, match="not_allowed_token_type"):
        start(slack)
    assert not {"worker", "sender"} & {thread.name for thread in threading.enumerate()}


def test_a_slack_that_cannot_be_reached_is_said_so(slack: Any) -> None:
    with pytest.raises(SlackUnreachable, match="does not answer"):
        start(slack, "http://127.0.0.1:9/")


def test_tokens_are_not_shown() -> None:
    assert "xox" not in repr(SlackSettings("xoxb-1", "xapp-1"))


def test_a_stored_message_wakes_the_worker() -> None:
    conversation = FakeConversation()
    parts = Parts(conversation, 7)  # type: ignore[arg-type]
    assert parts.receive(Message("m1", ERIN, "hi", NOW), "D1")
    assert conversation.received == [(7, "slack", "D1")]
    assert parts.heard.is_set()


def test_an_interview_has_no_stage_before_it_has_begun() -> None:
    conversation = FakeConversation()
    parts = Parts(conversation, 7)  # type: ignore[arg-type]
    assert parts.stage(ERIN) is None
    conversation.states[ERIN] = "paused"
    assert parts.stage(ERIN) == "paused"


def test_a_loop_outlives_what_goes_wrong_in_it() -> None:
    stop, woken, steps = threading.Event(), threading.Event(), []
    woken.set()

    def step() -> bool:
        steps.append(len(steps))
        if len(steps) == 1:
            raise OSError("the database is away")
        if len(steps) == 3:
            stop.set()
        return True

    _keep(step, stop, woken)
    assert steps == [0, 1, 2]
