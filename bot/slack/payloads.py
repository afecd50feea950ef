"""What Slack sends, as messages of the interview. Nothing here asks Slack or stores anything."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from bot.slack.blocks import BEGIN, CHOOSE
from bot.slack.escaping import unescape
from needs.message import Message

Payload: TypeAlias = dict[str, Any]

SAID = {None, "file_share", "thread_broadcast"}  # subtypes of messages that a person writes


@dataclass(frozen=True)
class Heard:
    """A message, who said it, and where it is answered.

    Somebody who only comes in says the empty message, which the interview answers with whatever
    stands open. An ``opening`` counts only where nothing was said before.
    """

    message: Message
    user: str
    address: str
    opening: bool = False


def heard(payload: Payload, now: datetime) -> Heard | None:
    """Return what a payload says to the interview, or None where it says nothing."""
    if "command" in payload:
        return _command(payload, now)
    kind = payload.get("type")
    if kind == "block_actions":
        return _pressed(payload)
    return _event(payload) if kind == "event_callback" else None


def pressed_by_another(payload: Payload) -> bool:
    """Say whether a button was pressed that was put to somebody else."""
    button = _button(payload)
    whose = _value(button).get("of") if button and _is_choice(button) else None
    return whose is not None and whose != conversation(_team(payload), payload["user"]["id"])


def label_of(payload: Payload) -> str:
    """Return what stands on the pressed button."""
    button = _button(payload) or {}
    text = (button.get("text") or {}).get("text", "")
    return unescape(text)


def conversation(team: str, user: str) -> str:
    """Return the name of one person's conversation."""
    return f"slack:{team}:{user}"


def _event(payload: Payload) -> Heard | None:
    event = payload["event"]
    makers: dict[str, Callable[[Payload], Heard | None]] = {
        "message": _written,
        "app_home_opened": _opened,
    }
    maker = makers.get(event["type"])
    return maker(payload) if maker else None


def _written(payload: Payload) -> Heard | None:
    event = payload["event"]
    by_a_person = event.get("user") and not event.get("bot_id") and event.get("subtype") in SAID
    if not by_a_person or event.get("channel_type") != "im":
        return None
    message = Message(
        id=f"slack:{payload['event_id']}",
        conversation=conversation(payload["team_id"], event["user"]),
        text=unescape(event.get("text") or ""),
        at=_time(event["ts"]),
    )
    return Heard(message, event["user"], event["channel"])


def _opened(payload: Payload) -> Heard | None:
    event = payload["event"]
    if event.get("tab") != "messages":
        return None
    talk = conversation(payload["team_id"], event["user"])
    at = _time(event["event_ts"])
    message = Message(id=f"{talk}:opened", conversation=talk, text="", at=at)
    return Heard(message, event["user"], event.get("channel") or event["user"], opening=True)


def _pressed(payload: Payload) -> Heard | None:
    button = _button(payload)
    if not button or pressed_by_another(payload):
        return None
    if button["action_id"] == BEGIN:
        return _begun(payload)
    return _chosen(payload, button) if _is_choice(button) else None


def _begun(payload: Payload) -> Heard:
    user = payload["user"]["id"]
    talk = conversation(_team(payload), user)
    when = payload["actions"][0]["action_ts"]
    return Heard(Message(f"{talk}:{BEGIN}:{when}", talk, "", _time(when)), user, user)


def _chosen(payload: Payload, button: Payload) -> Heard:
    user, place = payload["user"]["id"], payload["container"]
    choice = str(_value(button)["choice"])
    # The same button of the same message counts once, however often it is pressed.
    where = f"{_team(payload)}:{place['channel_id']}:{place['message_ts']}"
    message = Message(
        id=f"slack:{where}:{choice}",
        conversation=conversation(_team(payload), user),
        text=label_of(payload) or choice,
        at=_time(button["action_ts"]),
        choice=choice,
    )
    return Heard(message, user, place["channel_id"])


def _command(payload: Payload, now: datetime) -> Heard:
    user = payload["user_id"]
    message = Message(
        id=f"slack:{payload['trigger_id']}",
        conversation=conversation(payload["team_id"], user),
        text=unescape(payload.get("text") or ""),
        at=now,
    )
    return Heard(message, user, user)


def _button(payload: Payload) -> Payload | None:
    actions = payload.get("actions") or []
    button: Payload | None = actions[0] if actions else None
    return button


def _is_choice(button: Payload) -> bool:
    named = str(button.get("action_id", "")).startswith(f"{CHOOSE}-")
    return named and {"of", "choice"} <= _value(button).keys()


def _value(button: Payload) -> Payload:
    try:
        value = json.loads(button.get("value") or "")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _team(payload: Payload) -> str:
    team = payload.get("team") or {}
    return str(team.get("id") or payload["user"]["team_id"])


def _time(stamp: str | float) -> datetime:
    return datetime.fromtimestamp(float(stamp), UTC)
