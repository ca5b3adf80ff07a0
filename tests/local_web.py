"""A web server on this computer, for tests that fetch: it answers as it is told and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]
"""A status, headers and a body."""


@dataclass
class LocalWeb:
    """What stands at each path, and the requests that came."""

    port: int = 0
    pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Whom links.trusted_hosts must name."""
        return f"127.0.0.1:{self.port}"

    def address(self, path: str) -> str:
        """Where a page stands."""
        return f"http://{self.host}{path}"

    def put(self, path: str, content: bytes, kind: str = "text/html", **headers: str) -> str:
        """Let a page stand at `path`; returns its address."""
        self.pages[path] = (
            200,
            {"Content-Type": kind, **{k.replace("_", "-"): v for k, v in headers.items()}},
            content,
        )
        return self.address(path)

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def local_web() -> Iterator[LocalWeb]:
    """Serve pages on this computer while the block runs."""
    web = LocalWeb()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): text for name, text in self.headers.items()}
            web.asked.append((self.path, headers))
            answer = web.pages.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
                return
            status, fields, body = answer
            tag = fields.get("ETag")
            if tag and headers.get("if-none-match") == tag:
                status, body = 304, b""
            self.send_response(status)
            for name, text in {**fields, "Content-Length": str(len(body))}.items():
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
