"""Replies on their way to Slack: claimed, posted and marked as sent, one by one."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.slack import blocks
from bot.slack.pace import Pace
from storage.outbox import Outbox, Post

log = logging.getLogger(__name__)

CHANNEL = "slack"
EVENT = "needline_reply"
LEASE = timedelta(seconds=60)
PARKED = timedelta(days=1)
LOOKED_AT = 15
TROUBLE = (SlackClientError, OSError, HTTPException)
HOPELESS = {  # trying again soon does not help; tomorrow the app may be back
    "account_inactive",
    "cannot_dm_bot",
    "channel_not_found",
    "is_archived",
    "messages_tab_disabled",
    "missing_scope",
    "msg_too_long",
    "no_text",
    "restricted_action",
    "user_disabled",
    "user_not_found",
}
ILL_FORMED = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}


@dataclass(frozen=True)
class Sender:
    """Sends what waits in the outbox; a reply that comes too soon is held for a moment."""

    outbox: Outbox
    client: WebClient
    pace: Pace
    now: Callable[[], datetime]
    owner: str
    _held: list[Post] = field(default_factory=list)

    def send(self) -> bool:
        """Take one reply a step further; False where there is nothing to do now."""
        for post in self._held:
            if not self.pace.wait(post.conversation):
                self._held.remove(post)
                self._send(post)
                return True
        return self._next()

    def let_go(self) -> None:
        """Leave the held replies to whoever comes next."""
        while self._held:
            self.outbox.retry(self._held.pop().key, self.now(), "left when the program stopped")

    def _next(self) -> bool:
        post = self.outbox.claim(CHANNEL, self.owner, self.now(), LEASE)
        if post is None:
            return False
        if self.pace.wait(post.conversation):
            self._held.append(post)
        else:
            self._send(post)
        return True

    def _send(self, post: Post) -> None:
        try:
            if not self._arrived(post):
                self._post(post)
        except SlackApiError as error:
            self._refused(post, error)
        except TROUBLE as error:
            self._later(post, backoff(post.attempts), type(error).__name__)
        else:
            self.outbox.sent(post.key, self.now())

    def _arrived(self, post: Post) -> bool:
        # Slack takes a message twice without a word, so a doubtful one is looked for first.
        if post.attempts == 1:
            return False
        try:
            place = self.client.conversations_open(users=person(post))["channel"]["id"]
            seen = self.client.conversations_history(
                channel=place, limit=LOOKED_AT, include_all_metadata=True
            )
        except TROUBLE as error:
            log.warning("Slack does not say whether %s arrived: %s", post.key, error)
            return False
        return any(key_of(message) == post.key for message in seen["messages"])

    def _post(self, post: Post) -> None:
        shown = blocks.message(post.reply, post.conversation)
        try:
            self._call(post, shown)
        except SlackApiError as error:
            if error.response.get("error") not in ILL_FORMED:
                raise
            log.warning("Slack did not take the blocks of %s", post.key)
            self._call(post, {"text": shown["text"]})

    def _call(self, post: Post, shown: dict[str, Any]) -> None:
        self.client.chat_postMessage(
            channel=post.address or person(post),
            metadata={"event_type": EVENT, "event_payload": {"key": post.key}},
            mrkdwn=False,
            unfurl_links=False,
            unfurl_media=False,
            **shown,
        )

    def _refused(self, post: Post, error: SlackApiError) -> None:
        code = str(error.response.get("error", "unknown"))
        wait = PARKED if code in HOPELESS else asked_to_wait(error) or backoff(post.attempts)
        self._later(post, wait, code)

    def _later(self, post: Post, wait: timedelta, reason: str) -> None:
        log.warning("%s is sent again in %d s: %s", post.key, wait.total_seconds(), reason)
        self.outbox.retry(post.key, self.now() + wait, reason)


def person(post: Post) -> str:
    """Return the Slack name of whom a reply is for."""
    return post.conversation.rpartition(":")[2]


def key_of(message: dict[str, Any]) -> str | None:
    """Return the outbox key that a posted message carries."""
    payload = message.get("metadata", {}).get("event_payload", {})
    key: str | None = payload.get("key")
    return key


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: from two seconds to five minutes."""
    return timedelta(seconds=min(2 ** min(attempts, 9), 300))


def asked_to_wait(error: SlackApiError) -> timedelta | None:
    """Return how long Slack asks us to wait, if it does."""
    headers = {name.lower(): value for name, value in dict(error.response.headers).items()}
    seconds = headers.get("retry-after")
    return timedelta(seconds=float(seconds)) if seconds else None
