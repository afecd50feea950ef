"""Interviews in Slack, with what the settings say."""

import logging

from app.errors import TokensMissing
from app.installation import Installation
from bot.slack.run import SlackSettings, run
from storage.outbox import Outbox


def run_slack(installation: Installation) -> None:
    """Hold interviews in Slack until told to stop; TokensMissing where the tokens are not set."""
    here = installation.settings
    if here.slack_bot_token is None or here.slack_app_token is None:
        raise TokensMissing
    settings = SlackSettings(
        bot_token=here.slack_bot_token.get_secret_value(),
        app_token=here.slack_app_token.get_secret_value(),
        api_url=here.slack_api_url,
        pace=here.slack_pace,
    )
    logging.basicConfig(format="%(message)s")
    logging.getLogger("bot.slack").setLevel(logging.INFO)
    cycle = installation.cycle.id
    run(settings, installation.conversation(), Outbox(installation.tenant), cycle)
