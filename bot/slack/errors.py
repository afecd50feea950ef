"""What can be wrong with Slack before anything is said. Each docstring is the message."""


class SlackError(Exception):
    """The Slack channel cannot start."""

    def __init__(self, line: str | None = None) -> None:
        super().__init__(line or type(self).__doc__)


class SlackUnreachable(SlackError):
    """Slack does not answer. Check the network, and NEEDLINE_SLACK_API_URL if it is set."""


class TokenRefused(SlackError):
    """Slack does not accept the tokens; see docs/slack.md for where to find them."""
