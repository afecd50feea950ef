import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

SCHEMA = Path("reference/slack-e2e/manifest.schema.2.0.0.json")
# What each scope is for: answer, see direct messages, open them, the command, the time zone.
NEEDED = {"chat:write", "im:history", "im:write", "commands", "users:read"}


@pytest.fixture
def manifest() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((files("bot.slack") / "manifest.json").read_text())
    return read


def test_the_app_asks_for_no_more_than_it_needs(manifest: dict[str, Any]) -> None:
    assert manifest["oauth_config"]["scopes"].keys() == {"bot"}
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == NEEDED


def test_the_app_hears_direct_messages_and_its_home_over_socket_mode(
    manifest: dict[str, Any],
) -> None:
    settings = manifest["settings"]
    assert settings["socket_mode_enabled"]
    assert settings["interactivity"] == {"is_enabled": True}
    assert set(settings["event_subscriptions"]["bot_events"]) == {"app_home_opened", "message.im"}


def test_people_can_write_to_the_app(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert [one["command"] for one in manifest["features"]["slash_commands"]] == ["/needline"]


def test_slack_would_take_the_manifest(manifest: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = Path(__file__).parents[3].parent / "shared" / SCHEMA
    if not schema.exists():
        pytest.skip("Slack's schema is not here")
    jsonschema.validate(manifest, json.loads(schema.read_text()))
