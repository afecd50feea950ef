"""Where people are, so that "today" is their day."""

import logging
from dataclasses import dataclass, field
from datetime import tzinfo
from http.client import HTTPException
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Zones:
    """Each person's time zone, as far as Slack has been asked; the partnership's own until then."""

    client: WebClient
    own: tzinfo
    known: dict[str, tzinfo] = field(default_factory=dict)

    def of(self, user: str) -> tzinfo:
        """Return a person's time zone without asking Slack."""
        return self.known.get(user, self.own)

    def learn(self, user: str) -> None:
        """Ask Slack once for a person's time zone."""
        if user in self.known:
            return
        try:
            told = self.client.users_info(user=user).get("user") or {}
        except (SlackClientError, OSError, HTTPException):
            log.info("Slack did not say where %s is", user)
            return
        self.known[user] = self._zone(told.get("tz"))

    def _zone(self, name: str | None) -> tzinfo:
        try:
            return ZoneInfo(name) if name else self.own
        except (ZoneInfoNotFoundError, ValueError):
            return self.own
