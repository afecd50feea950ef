"""A workspace on a Slack-like server, the people in it, and the bots that dial in."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]

NEEDLINE = Path(sys.executable).with_name("needline")
WORKSPACE = """\
workspace: { name: Partnership, domain: partnership, teamId: T01TEST }
app:
  appId: A01APP
  botUserId: U0BOT
  botName: needline
  botToken: xoxb-test
  appToken: xapp-test
  signingSecret: not-used-here
  mode: socket
users:
  - { id: U01EMP, name: erin, real_name: Erin, email: erin@example.com, tz: Europe/Paris }
  - { id: U02EMP, name: omar, real_name: Omar Owner, email: omar@example.com, tz: Europe/Paris }
channels:
  - { id: D01EMP, name: dm-erin, is_im: true, is_channel: false, members: [U01EMP, U0BOT] }
  - { id: D02EMP, name: dm-omar, is_im: true, is_channel: false, members: [U02EMP, U0BOT] }
"""


@dataclass(frozen=True)
class Workspace:
    """The server, seen from outside."""

    address: str

    def ask(self, path: str, body: Json | None = None) -> Json:
        data = None if body is None else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(f"{self.address}/_control{path}", data, headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            said: Json = json.load(answer)
            return said

    def log(self) -> list[Json]:
        lines: list[Json] = self.ask("/log")["log"]
        return lines

    def connected(self) -> int:
        return sum("hello" in json.dumps(line) for line in self.log())

    def keys(self) -> list[str]:
        """Return the outbox keys of everything that was posted, in order."""
        posted = [line["detail"] for line in self.log() if line["summary"] == "chat.postMessage"]
        return [one["metadata"]["event_payload"]["key"] for one in posted]


@dataclass(frozen=True)
class Person:
    """Somebody who writes to the bot and presses its buttons."""

    workspace: Workspace
    user: str
    room: str

    def say(self, text: str) -> None:
        body = {"channel": self.room, "user": self.user, "text": text}
        self.workspace.ask("/message", body)

    def press(self, label: str) -> None:
        message = self.heard()[-1]
        buttons = [
            (block, one)
            for block in message["blocks"]
            for one in block.get("elements", [])
            if one.get("type") == "button"
        ]
        block, button = next(pair for pair in buttons if pair[1]["text"]["text"] == label)
        action = button | {"block_id": block["block_id"]}
        body = {"channel": self.room, "messageTs": message["ts"], "user": self.user}
        self.workspace.ask("/interact", body | {"action": action})

    def command(self, text: str) -> None:
        body = {"channel": self.room, "user": self.user, "command": "/needline", "text": text}
        self.workspace.ask("/command", body)

    def heard(self) -> list[Json]:
        everything = self.workspace.ask(f"/messages/{self.room}")["messages"]
        return [one for one in everything if one.get("bot_id") and one.get("subtype") is None]

    def wait_for(self, number: int, seconds: float = 40) -> Json:
        until(lambda: len(self.heard()) >= number, seconds, f"reply {number} of {self.user}")
        return self.heard()[-1]


def said(message: Json) -> str:
    """Return what a message shows, without its escapes and buttons."""
    return "".join(one["text"]["text"] for one in message["blocks"] if one["type"] == "section")


def until(true: Callable[[], bool], seconds: float, what: str) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited {seconds} s in vain for: {what}"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=1).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


@contextmanager
def serving(binary: Path, folder: Path) -> Iterator[Workspace]:
    config = folder / "workspace.yaml"
    config.write_text(WORKSPACE)
    port = free_port()
    options = ["--config", config, "--port", str(port), "--base-host", "127.0.0.1"]
    with subprocess.Popen([binary, *options], cwd=folder, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            until(lambda: answers(f"{address}/_control/state"), 20, "the Slack-like server")
            yield Workspace(address)
        finally:
            server.kill()


@dataclass
class Bot:
    """One process of `needline slack`."""

    workspace: Workspace
    home: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        before = self.workspace.connected()
        settings = {
            "NEEDLINE_HOME": str(self.home),
            "NEEDLINE_SLACK_BOT_TOKEN": "xoxb-test",
            "NEEDLINE_SLACK_APP_TOKEN": "xapp-test",
            "NEEDLINE_SLACK_API_URL": f"{self.workspace.address}/api/",
        }
        around = {k: v for k, v in os.environ.items() if not k.startswith("NEEDLINE_")}
        self.process = subprocess.Popen([NEEDLINE, "slack"], cwd=self.home, env=around | settings)
        until(lambda: self.workspace.connected() > before, 60, "the bot's connection")

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self.process is None:
            return 0
        self.process.send_signal(how)
        code = self.process.wait(30)
        self.process = None
        return code
