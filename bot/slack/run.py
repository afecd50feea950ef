"""Holds interviews in one Slack workspace over Socket Mode, until told to stop."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from http.client import HTTPException
from threading import Event, Thread
from time import monotonic

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.conversation import Conversation
from bot.slack.app import Desk, build_app
from bot.slack.errors import SlackUnreachable, TokenRefused
from bot.slack.pace import Pace
from bot.slack.sender import CHANNEL, Sender
from bot.slack.zones import Zones
from needs.message import Message
from storage.outbox import Outbox

log = logging.getLogger(__name__)

IDLE = 0.5  # seconds between two looks at what other processes may have left
ANSWER = 10  # seconds that Slack gets to answer a call


@dataclass(frozen=True)
class SlackSettings:
    """How to reach one workspace. ``pace`` is the seconds between messages to one person."""

    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    api_url: str = WebClient.BASE_URL
    pace: float = 1.0


@dataclass(frozen=True)
class Parts:
    """What the loops share: a message wakes the worker, and its answer wakes the sender."""

    conversation: Conversation
    cycle: int
    heard: Event = field(default_factory=Event)
    answered: Event = field(default_factory=Event)

    def receive(self, message: Message, address: str) -> bool:
        """Store a message and let the worker know."""
        new = self.conversation.receive(self.cycle, message, CHANNEL, address)
        self.heard.set()
        return new

    def stage(self, conversation: str) -> str | None:
        """Return how far an interview is."""
        begun = self.conversation.intake.state(conversation) is not None
        return self.conversation.interview(conversation).stage if begun else None

    def work(self) -> bool:
        """Answer one message, whoever stored it, and let the sender know."""
        worked = self.conversation.work()
        self.answered.set()
        return worked


def run(settings: SlackSettings, conversation: Conversation, outbox: Outbox, cycle: int) -> None:
    """Hold interviews in Slack until the program is told to stop."""
    client = _client(settings, settings.bot_token)
    with _plainly():
        bot = AuthorizeResult.from_auth_test_response(
            bot_token=settings.bot_token, auth_test_response=client.auth_test()
        )
    parts = Parts(conversation, cycle)
    pace = Pace(monotonic, settings.pace)
    sender = Sender(outbox, client, pace, conversation.now, conversation.owner)
    with _until_told() as stop, _looping(parts, sender, stop), _listening(settings, bot, parts):
        log.info("connected to %s as %s", bot.team, bot.user)
        stop.wait()


@contextmanager
def _listening(settings: SlackSettings, bot: AuthorizeResult, parts: Parts) -> Iterator[None]:
    own = parts.conversation.now().tzinfo or UTC
    zones = Zones(_client(settings, settings.bot_token), own)
    desk = Desk(parts.receive, parts.stage, parts.conversation.now)
    app = build_app(_client(settings), bot, desk, zones)
    # Of its own, since Socket Mode is opened with the app's token and not with the bot's.
    opener = _client(settings, settings.app_token)
    handler = SocketModeHandler(app, settings.app_token, web_client=opener)
    try:
        with _plainly():
            handler.client.connect()
        yield
    finally:
        handler.client.close()


@contextmanager
def _looping(parts: Parts, sender: Sender, stop: Event) -> Iterator[None]:
    loops = [
        Thread(target=_keep, args=(parts.work, stop, parts.heard), name="worker"),
        Thread(target=_keep, args=(sender.send, stop, parts.answered), name="sender"),
    ]
    for loop in loops:
        loop.start()
    try:
        yield
    finally:
        stop.set()
        for loop in loops:
            loop.join()
        sender.let_go()


def _keep(step: Callable[[], bool], stop: Event, woken: Event) -> None:
    while not stop.is_set():
        try:
            busy = step()
        except Exception:  # the database may be away for a while; the loop must outlive that
            log.exception("could not go on; trying again")
            busy = False
        if not busy:
            woken.wait(IDLE)
            woken.clear()


@contextmanager
def _until_told() -> Iterator[Event]:
    stop = Event()
    before = {
        number: signal.signal(number, lambda *_: stop.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except SlackApiError as error:
        code = error.response.get("error")
        raise TokenRefused(f"{TokenRefused.__doc__} Slack says: {code}.") from error
    except (OSError, HTTPException) as error:
        raise SlackUnreachable from error


def _client(settings: SlackSettings, token: str | None = None) -> WebClient:
    address = settings.api_url.rstrip("/") + "/"
    # No retries of its own: a message whose answer got lost would be posted twice.
    return WebClient(token=token, base_url=address, timeout=ANSWER, retry_handlers=[])
