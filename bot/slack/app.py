"""The Bolt app: stores what Slack sends, then acknowledges it, and leaves the work to others."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from http.client import HTTPException
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.slack import blocks
from bot.slack.payloads import Heard, Payload, conversation, heard, label_of, pressed_by_another
from bot.slack.zones import Zones
from needs.message import Message
from prompts.phrases import say

log = logging.getLogger(__name__)

ANYTHING = re.compile(".*")
CHOICES = re.compile(f"^{blocks.CHOOSE}-")


@dataclass(frozen=True)
class Desk:
    """What the Slack channel needs of the rest.

    ``receive`` stores a message with the address of its answer, ``stage`` tells how far an
    interview is, or ``None`` where there is none.
    """

    receive: Callable[[Message, str], bool]
    stage: Callable[[str], str | None]
    now: Callable[[], datetime]


@dataclass(frozen=True)
class Listeners:
    """What is done with each thing that Slack sends."""

    desk: Desk
    zones: Zones

    def store(self, body: Payload, next_: Callable[[], Any]) -> None:
        """Store what was said, and only then let Slack know. If that fails, Slack repeats it."""
        said = heard(body, self.desk.now())
        if said and self._counts(said):
            at = said.message.at.astimezone(self.zones.of(said.user))
            self.desk.receive(replace(said.message, at=at), said.address)
        next_()

    def choose(self, ack: Ack, body: Payload, respond: Respond, client: WebClient) -> None:
        """Put the choice in the place of the buttons."""
        ack()
        if pressed_by_another(body):
            respond(say("slack_not_yours"), response_type="ephemeral", replace_original=False)
            return
        asked, place = body["message"], body["container"]
        shown = blocks.chosen(asked, label_of(body))
        _politely(client.chat_update, channel=place["channel_id"], ts=place["message_ts"], **shown)

    def begin(self, ack: Ack) -> None:
        """Do no more: the message is stored."""
        ack()

    def command(self, ack: Ack) -> None:
        """Say where the answer is."""
        ack(say("slack_written"), response_type="ephemeral")

    def message(self, event: Payload) -> None:
        """Learn where the person is, for the next time."""
        if event.get("user"):
            self.zones.learn(event["user"])

    def opened(self, event: Payload, body: Payload, client: WebClient) -> None:
        """Show how far the interview is."""
        self.zones.learn(event["user"])
        if event.get("tab") == "home":
            stage = self.desk.stage(conversation(body["team_id"], event["user"]))
            _politely(client.views_publish, user_id=event["user"], view=blocks.home(stage))

    def _counts(self, said: Heard) -> bool:
        return not said.opening or self.desk.stage(said.message.conversation) is None


def build_app(client: WebClient, bot: AuthorizeResult, desk: Desk, zones: Zones) -> App:
    """Return the Bolt app of one workspace; its client gets the bot's token with each request."""
    listeners = Listeners(desk, zones)
    app = App(client=client, authorize=lambda: bot)
    app.middleware(listeners.store)
    app.event("message")(listeners.message)
    app.event("app_home_opened")(listeners.opened)
    app.command("/needline")(listeners.command)
    app.action(CHOICES)(listeners.choose)
    app.action(blocks.BEGIN)(listeners.begin)
    _take_the_rest(app)
    return app


def _take_the_rest(app: App) -> None:
    # What nobody listens to would be answered with an error, and Slack would send it again.
    app.event(ANYTHING)(lambda: None)
    for kind in (app.action, app.view, app.shortcut, app.command):
        kind(ANYTHING)(lambda ack: ack())


def _politely(call: Callable[..., Any], **what: Any) -> None:
    # Only how it looks is lost, and the next message shows it again.
    try:
        call(**what)
    except (SlackClientError, OSError, HTTPException) as error:
        log.warning("Slack did not take %s: %s", call.__name__, error)
