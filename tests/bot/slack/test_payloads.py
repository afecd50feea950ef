import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.slack.payloads import heard, pressed_by_another
from needs.message import Message

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
ERIN = "slack:T1:U1"


def event(**more: Any) -> dict[str, Any]:
    said = {
        "type": "message",
        "user": "U1",
        "text": "we need 5 welders",
        "channel": "D1",
        "channel_type": "im",
        "ts": "1795532400.000100",
        "event_ts": "1795532400.000100",
    }
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": said | more}


def press(user: str = "U1", of: str = ERIN, when: str = "1795532401.5") -> dict[str, Any]:
    button = {
        "type": "button",
        "action_id": "choose-0",
        "text": {"type": "plain_text", "text": "Yes, R&amp;D"},
        "value": json.dumps({"of": of, "choice": "yes"}),
        "action_ts": when,
    }
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": user, "team_id": "T1"},
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1795532400.2"},
        "message": {"text": "Right?", "blocks": []},
        "actions": [button],
    }


def test_a_direct_message_is_heard() -> None:
    said = heard(event(), NOW)
    assert said
    assert said.message == Message("slack:Ev1", ERIN, "we need 5 welders", said.message.at)
    assert said.message.at.isoformat() == "2026-11-24T15:00:00.000100+00:00"
    assert (said.user, said.address, said.opening) == ("U1", "D1", False)


def test_what_arrives_escaped_is_heard_as_typed() -> None:
    said = heard(event(text="R&amp;D &lt;lead&gt;"), NOW)
    assert said
    assert said.message.text == "R&D <lead>"


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_a_message_with_a_file_or_out_of_a_thread_is_heard_too(subtype: str) -> None:
    assert heard(event(subtype=subtype), NOW)


@pytest.mark.parametrize(
    "more",
    [
        {"bot_id": "B1"},
        {"subtype": "message_changed"},
        {"subtype": "bot_message"},
        {"channel_type": "channel"},
        {"channel_type": None},
        {"user": None},
        {"type": "reaction_added"},
        {"type": "app_home_opened", "tab": "home"},
    ],
)
def test_nothing_else_is_a_message(more: dict[str, Any]) -> None:
    assert heard(event(**more), NOW) is None


def test_opening_the_messages_tab_says_the_same_empty_message_every_time() -> None:
    first = heard(event(type="app_home_opened", tab="messages", event_ts="1795532400.1"), NOW)
    again = heard(event(type="app_home_opened", tab="messages", event_ts="1795532499.1"), NOW)
    assert first
    assert again
    assert first.opening
    assert first.message.text == ""
    assert first.message.id == again.message.id


def test_a_button_is_heard_as_a_choice() -> None:
    said = heard(press(), NOW)
    assert said
    at = said.message.at
    assert said.message == Message("slack:T1:D1:1795532400.2:yes", ERIN, "Yes, R&D", at, "yes")
    assert said.address == "D1"


def test_a_button_pressed_twice_is_one_message() -> None:
    first, second = heard(press(), NOW), heard(press(when="1795532402.9"), NOW)
    assert first
    assert second
    assert first.message == replace(second.message, at=first.message.at)


def test_a_button_that_was_put_to_somebody_else_is_refused() -> None:
    assert heard(press(user="U2"), NOW) is None
    assert pressed_by_another(press(user="U2"))
    assert not pressed_by_another(press())


@pytest.mark.parametrize("value", ["", "old", "[]", "{}", None])
def test_a_button_that_means_nothing_is_passed_over(value: str | None) -> None:
    payload = press()
    payload["actions"][0]["value"] = value
    assert heard(payload, NOW) is None
    assert not pressed_by_another(payload)


def test_the_button_of_the_home_is_heard_and_answered_in_the_direct_message() -> None:
    payload = press() | {"container": {"type": "view", "view_id": "V1"}}
    payload["actions"] = [{"action_id": "begin", "value": "begin", "action_ts": "1795532401.5"}]
    said = heard(payload, NOW)
    assert said
    assert (said.message.text, said.message.choice, said.address) == ("", None, "U1")


@pytest.mark.parametrize("typed", ["", "delete my data"])
def test_the_command_is_heard_and_answered_in_the_direct_message(typed: str) -> None:
    payload = {"command": "/needline", "text": typed, "team_id": "T1", "user_id": "U1"}
    said = heard(payload | {"channel_id": "C1", "trigger_id": "7.8.9"}, NOW)
    assert said
    assert said.message == Message("slack:7.8.9", ERIN, typed, NOW)
    assert said.address == "U1"


def test_everything_of_one_person_is_one_conversation() -> None:
    command = {"command": "/needline", "team_id": "T1", "user_id": "U1", "trigger_id": "7"}
    opened = event(type="app_home_opened", tab="messages")
    heards = [heard(payload, NOW) for payload in (event(), press(), command, opened)]
    assert {said.message.conversation for said in heards if said} == {ERIN}
    assert all(heards)


@pytest.mark.parametrize("kind", ["view_submission", "block_suggestion", "shortcut", None])
def test_other_payloads_say_nothing(kind: str | None) -> None:
    assert heard({"type": kind}, NOW) is None
