"""A server on this machine that speaks the protocol of OpenAI's embeddings."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answer = tuple[int, bytes]


def vectors(*found: list[Any]) -> Answer:
    data = [{"object": "embedding", "index": at, "embedding": one} for at, one in enumerate(found)]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    whole = {"object": "list", "model": "small", "data": data, "usage": usage}
    return 200, json.dumps(whole).encode()


def refusal(status: int) -> Answer:
    return status, b'{"error": {"message": "secret words of the library", "type": "error"}}'


@dataclass
class Asked:
    """What a server was asked, and what it answers."""

    answer: Callable[[list[str]], Answer]
    address: str = ""
    paths: list[str] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def serving(answer: Callable[[list[str]], Answer]) -> Iterator[Asked]:
    asked = Asked(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            asked.paths.append(self.path)
            asked.texts.append(body["input"])
            status, said = asked.answer(body["input"])
            self.send_response(status)
            for name, value in {"content-type": "application/json", **asked.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    asked.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
