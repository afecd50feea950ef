from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.slack.zones import Zones


def test_slack_is_asked_once_where_somebody_is(slack: Any) -> None:
    slack.will_answer("users.info", user={"tz": "America/Chicago"})
    zones = Zones(slack.client(), UTC)
    assert zones.of("U1") is UTC
    zones.learn("U1")
    zones.learn("U1")
    assert zones.of("U1") == ZoneInfo("America/Chicago")
    assert len(slack.calls) == 1


@pytest.mark.parametrize(
    "told", [{"error": "user_not_found"}, {"user": {}}, {"user": {"tz": "Mars/Olympus"}}, {}]
)
def test_where_slack_does_not_say_the_partnerships_own_time_holds(
    slack: Any, told: dict[str, Any]
) -> None:
    slack.will_answer("users.info", **told)
    zones = Zones(slack.client(), UTC)
    zones.learn("U1")
    assert zones.of("U1") is UTC
