import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from threading import Lock
from typing import Any

import pytest
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult

from bot.slack.app import Desk, build_app
from bot.slack.zones import Zones
from needs.message import Message

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
ERIN = "slack:T1:U1"
OWN = timezone(timedelta(hours=-6))


class FakeDesk:
    def __init__(self) -> None:
        self.inbox: dict[str, tuple[Message, str]] = {}
        self.stages: dict[str, str] = {}
        self.lock = Lock()
        self.broken = False

    def receive(self, message: Message, address: str) -> bool:
        if self.broken:
            raise OSError("the disk is full")
        with self.lock:
            new = message.id not in self.inbox
            self.inbox.setdefault(message.id, (message, address))
        return new

    def messages(self) -> list[Message]:
        return [message for message, _ in self.inbox.values()]


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def app(slack: Any, desk: FakeDesk) -> App:
    bot = AuthorizeResult(
        enterprise_id=None, team_id="T1", bot_user_id="U0", bot_id="B0", bot_token="xoxb-1"
    )
    outside = Desk(desk.receive, desk.stages.get, lambda: NOW)
    return build_app(slack.client(None), bot, outside, Zones(slack.client(), OWN))


def event(**more: Any) -> dict[str, Any]:
    said = {"type": "message", "user": "U1", "text": "we need 5 welders", "channel": "D1"}
    said |= {"channel_type": "im", "ts": "1795532400.1", "event_ts": "1795532400.1"} | more
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": said}


def press(slack: Any, of: str = ERIN, action: str = "choose-0") -> dict[str, Any]:
    text = {"type": "plain_text", "text": "Yes"}
    value = json.dumps({"of": of, "choice": "yes"})
    button = {"type": "button", "action_id": action, "text": text, "value": value}
    asked = [{"type": "section", "text": text}, {"type": "actions", "elements": [button]}]
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": "U1", "team_id": "T1"},
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1795532400.2"},
        "channel": {"id": "D1"},
        "message": {"text": "Right?", "ts": "1795532400.2", "blocks": asked},
        "response_url": f"{slack.url}respond",
        "actions": [button | {"action_ts": "1795532401.5", "block_id": "choices-0"}],
    }


def deliver(app: App, body: dict[str, Any], **headers: str) -> BoltResponse:
    request = BoltRequest(mode="socket_mode", body=body, headers=headers)  # type: ignore[arg-type]
    return app.dispatch(request)


def test_a_message_is_stored_and_then_acknowledged(app: App, desk: FakeDesk) -> None:
    assert deliver(app, event()).status == 200
    assert desk.messages()[0].text == "we need 5 welders"
    assert desk.inbox["slack:Ev1"][1] == "D1"


def test_a_message_that_cannot_be_stored_is_not_acknowledged(app: App, desk: FakeDesk) -> None:
    desk.broken = True
    assert deliver(app, event()).status == 500
    desk.broken = False
    assert deliver(app, event()).status == 200
    assert len(desk.inbox) == 1


def test_a_button_that_cannot_be_stored_is_not_acknowledged(
    app: App, desk: FakeDesk, slack: Any
) -> None:
    desk.broken = True
    assert deliver(app, press(slack)).status == 500
    assert not slack.of("chat.update")


def test_a_message_delivered_three_times_is_one_message(app: App, desk: FakeDesk) -> None:
    for number in "012":
        headers = {"x-slack-retry-num": number, "x-slack-retry-reason": "timeout"}
        assert deliver(app, event(), **headers).status == 200
    assert len(desk.inbox) == 1


def test_a_repetition_counts_where_the_first_delivery_never_arrived(
    app: App, desk: FakeDesk
) -> None:
    assert deliver(app, event(), **{"x-slack-retry-num": "2"}).status == 200
    assert len(desk.inbox) == 1


def test_a_message_delivered_three_times_at_once_is_one_message(app: App, desk: FakeDesk) -> None:
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: deliver(app, event()), range(3)))
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert len(desk.inbox) == 1


def test_what_the_bot_says_itself_is_not_heard(app: App, desk: FakeDesk) -> None:
    assert deliver(app, event(user="U0", bot_id="B0")).status == 200
    assert not desk.inbox


@pytest.mark.parametrize(
    "body",
    [
        event(subtype="message_changed"),
        event(subtype="message_deleted", user=None),
        event(type="app_uninstalled"),
        event(type="app_home_opened", tab="about"),
        {
            "type": "view_submission",
            "team": {"id": "T1"},
            "user": {"id": "U1"},
            "view": {"type": "modal", "callback_id": "x"},
        },
        {"type": "shortcut", "callback_id": "x", "team": {"id": "T1"}, "user": {"id": "U1"}},
    ],
)
def test_everything_else_is_acknowledged_and_passed_over(
    app: App, desk: FakeDesk, body: dict[str, Any]
) -> None:
    assert deliver(app, body).status == 200
    assert not desk.inbox


def test_a_pressed_button_is_stored_and_its_choice_takes_the_buttons_place(
    app: App, desk: FakeDesk, slack: Any
) -> None:
    assert deliver(app, press(slack)).status == 200
    assert desk.messages()[0].choice == "yes"
    shown = slack.wait_for("chat.update")
    assert (shown["channel"], shown["ts"], shown["text"]) == ("D1", "1795532400.2", "Right?")
    assert [block["type"] for block in shown["blocks"]] == ["section", "context"]
    assert "You chose: Yes" in str(shown["blocks"])


def test_a_button_that_was_put_to_somebody_else_is_refused(
    app: App, desk: FakeDesk, slack: Any
) -> None:
    assert deliver(app, press(slack, of="slack:T1:U2")).status == 200
    assert "someone else" in slack.wait_for("respond")["text"]
    assert not desk.inbox
    assert not slack.of("chat.update")


def test_an_unknown_button_is_acknowledged(app: App, desk: FakeDesk, slack: Any) -> None:
    assert deliver(app, press(slack, action="from-an-older-version")).status == 200
    assert not desk.inbox


def test_opening_the_messages_tab_begins_the_interview_once(app: App, desk: FakeDesk) -> None:
    opened = event(type="app_home_opened", tab="messages")
    for number in range(3):
        deliver(app, opened | {"event_id": f"Ev{number}"})
    assert [message.text for message in desk.messages()] == [""]


def test_opening_the_messages_tab_later_says_nothing(app: App, desk: FakeDesk) -> None:
    desk.stages[ERIN] = "asking"
    deliver(app, event(type="app_home_opened", tab="messages"))
    assert not desk.inbox


def test_the_home_shows_where_the_interview_stands(app: App, desk: FakeDesk, slack: Any) -> None:
    desk.stages[ERIN] = "paused"
    deliver(app, event(type="app_home_opened", tab="home"))
    shown = slack.wait_for("views.publish")
    assert shown["user_id"] == "U1"
    assert "You have paused" in str(shown["view"])
    assert not desk.inbox


def test_the_button_of_the_home_goes_on_with_the_interview(
    app: App, desk: FakeDesk, slack: Any
) -> None:
    assert deliver(app, press(slack, action="begin")).status == 200
    assert [(one.text, one.choice) for one in desk.messages()] == [("", None)]
    assert desk.inbox.popitem()[1][1] == "U1"


def test_the_command_is_answered_at_once_and_stored(app: App, desk: FakeDesk) -> None:
    command = {"command": "/needline", "text": "pause", "team_id": "T1", "user_id": "U1"}
    answer = deliver(app, command | {"channel_id": "C1", "trigger_id": "7.8.9"})
    assert answer.status == 200
    assert "direct message" in answer.body
    assert [message.text for message in desk.messages()] == ["pause"]


def test_a_message_is_said_at_the_persons_own_time(app: App, desk: FakeDesk, slack: Any) -> None:
    slack.will_answer("users.info", user={"tz": "Asia/Tokyo"})
    deliver(app, event())
    slack.wait_for("users.info")
    app.listener_runner.listener_executor.shutdown()
    deliver(app, event() | {"event_id": "Ev2"})
    first, second = desk.messages()
    assert first.at == second.at
    assert first.at.utcoffset() == timedelta(hours=-6)
    assert second.at.utcoffset() == timedelta(hours=9)
