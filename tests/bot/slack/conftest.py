"""A Slack that answers calls as it is told to, and remembers them."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qsl

import pytest
from slack_sdk import WebClient

Call = dict[str, Any]


class FakeSlack:
    def __init__(self) -> None:
        self.calls: list[tuple[str, Call]] = []
        self.answers: dict[str, list[tuple[int, dict[str, str], Call]]] = {}
        self.changed = Condition()
        self.url = ""

    def client(self, token: str | None = "xoxb-1") -> WebClient:
        return WebClient(token, base_url=self.url, timeout=5, retry_handlers=[])

    def will_answer(self, method: str, status: int = 200, headers: Any = None, **body: Any) -> None:
        said = {"ok": False, **body} if "error" in body else {"ok": True, **body}
        self.answers.setdefault(method, []).append((status, headers or {}, said))

    def answer(self, method: str, call: Call) -> tuple[int, dict[str, str], Call]:
        with self.changed:
            self.calls.append((method, call))
            self.changed.notify_all()
            waiting = self.answers.get(method)
            return waiting.pop(0) if waiting else (200, {}, {"ok": True})

    def of(self, method: str) -> list[Call]:
        return [call for name, call in self.calls if name == method]

    def wait_for(self, method: str) -> Call:
        with self.changed:
            assert self.changed.wait_for(lambda: self.of(method), 5), f"{method} was not called"
        return self.of(method)[-1]


def read(handler: BaseHTTPRequestHandler) -> Call:
    text = handler.rfile.read(int(handler.headers.get("content-length", 0))).decode()
    if "json" in handler.headers.get("content-type", ""):
        said: Call = json.loads(text)
        return said
    return {name: decoded(value) for name, value in parse_qsl(text)}


def decoded(value: str) -> Any:
    return json.loads(value) if value[:1] in "[{" else value


def handler_of(slack: FakeSlack) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, headers, body = slack.answer(self.path.strip("/"), read(self))
            text = json.dumps(body).encode()
            self.send_response(status)
            for name, value in {"content-type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None: ...

    return Handler


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    fake = FakeSlack()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_of(fake)) as server:
        fake.url = f"http://127.0.0.1:{server.server_port}/"
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield fake
        server.shutdown()
