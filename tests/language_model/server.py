"""A server of our own that plays the language model, and what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from flows.newsroom.rewriting.answers import Reply
from flows.newsroom.rewriting.endpoint import LanguageModel, Silence

LINES = ["The centre opened on Friday.", "Two choirs sang."]

Question = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the server sends back."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def says(content: object) -> Answer:
    """An answer in the protocol's form."""
    return Answer(json.dumps({"choices": [{"message": {"content": content}}]}).encode())


@dataclass
class Desk:
    """A scripted server: what it was asked, and where it is."""

    base: str
    asked: list[Question]
    headers: list[Mapping[str, str]]
    waited: list[float]

    def ask(self, *, model: LanguageModel | None = None, times: int = 1) -> tuple[Reply, ...] | Silence:
        with (model or LanguageModel(base=self.base, model="small")).correspondence(self.waited.append) as line:
            answers = [line.ask(LINES) for _ in range(times)]
        return answers[-1]


@contextmanager
def a_server(script: Callable[[Question, int], Answer]) -> Iterator[Desk]:
    """A server that answers as `script` says, which is given the question and how many came before it."""
    desk = Desk(base="", asked=[], headers=[], waited=[])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            desk.asked.append({"path": self.path, **question})
            desk.headers.append(dict(self.headers))
            answer = script(question, len(desk.asked) - 1)
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """A test prints nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    desk.base = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield desk
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
