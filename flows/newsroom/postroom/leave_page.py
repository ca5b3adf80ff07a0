"""The page by which a member leaves: looking at it changes nothing, pressing its button does (RFC 8058).

Mail gateways of councils and of the NHS open every link of a mail; so only a POST acts. It is answered with 200,
without a redirect, a cookie or a login. A forged token gets the answer of a genuine one, and the page names nobody.
"""

import base64
import hashlib
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Final
from wsgiref.types import StartResponse, WSGIEnvironment

from markupsafe import Markup

from flows.newsroom.errors import NewsletterError
from flows.newsroom.model import Masthead
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.look import look_rules

LARGEST_BODY_BYTES: Final = 1024  # "List-Unsubscribe=One-Click" and whatever a browser puts around it
MOST_A_MINUTE: Final = 300  # a whole list may leave at once; more is somebody trying tokens

_TITLES = {"ask": "Leave this newsletter?", "done": "Done", "failed": "Please try again"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What the page shows before and after, and when it cannot do what it should."""

    ask: bytes
    done: bytes
    failed: bytes
    policy: str


def make_pages(masthead: Masthead, contact: str, templates: Path) -> Pages:
    """Fill the template of the page, once for all visitors.

    Args:
        masthead: Whose newsletter it is.
        contact: The address of a person who helps.
        templates: The folder of templates.

    Raises:
        IssueError: The template is at fault.
        MachineError: It is missing.
    """
    style = house_style(templates, "leave.css") + look_rules(masthead.look)

    def page(step: str) -> bytes:
        values = {"step": step, "title": _TITLES[step], "masthead": masthead, "contact": contact, "style": style}
        return fill(templates, "leave.html.jinja", **values).encode()

    return Pages(ask=page("ask"), done=page("done"), failed=page("failed"), policy=_policy(style))


class LeavePage:
    """The page as a WSGI application (PEP 3333), for any web server. It logs nothing: the path is a member's key.

    Args:
        pages: What it shows.
        leave: Takes the member with a token off the list, and does nothing for a forged one.
        seconds: A clock that only goes forwards.
    """

    def __init__(self, pages: Pages, leave: Callable[[str], None], seconds: Callable[[], float]) -> None:
        self._pages = pages
        self._leave = leave
        self._limit = _Limit(seconds)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one visitor."""
        status, page = self._answer(environ)
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(page))),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", self._pages.policy),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Robots-Tag", "noindex, nofollow"),
        ]
        headers += [("Allow", "GET, HEAD, POST")] if status is HTTPStatus.METHOD_NOT_ALLOWED else []
        headers += [("Retry-After", "60")] if status is HTTPStatus.TOO_MANY_REQUESTS else []
        start_response(f"{status.value} {status.phrase}", headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else page]

    def _answer(self, environ: WSGIEnvironment) -> tuple[HTTPStatus, bytes]:
        match environ["REQUEST_METHOD"]:
            case "GET" | "HEAD":
                return HTTPStatus.OK, self._pages.ask
            case "POST":
                return self._act(environ)
            case _:
                return HTTPStatus.METHOD_NOT_ALLOWED, self._pages.ask

    def _act(self, environ: WSGIEnvironment) -> tuple[HTTPStatus, bytes]:
        length = environ.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()) or int(length) > LARGEST_BODY_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._pages.failed
        environ["wsgi.input"].read(int(length))  # whatever it says: the path says who, and the POST says what
        if not self._limit.allows():
            return HTTPStatus.TOO_MANY_REQUESTS, self._pages.failed
        try:
            self._leave(environ.get("PATH_INFO", "").rpartition("/")[2])
        except NewsletterError:
            return HTTPStatus.SERVICE_UNAVAILABLE, self._pages.failed
        return HTTPStatus.OK, self._pages.done


class _Limit:
    """So many a minute, whoever asks: behind a web server all visitors have its address."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._recent: deque[float] = deque(maxlen=MOST_A_MINUTE)
        self._lock = Lock()

    def allows(self) -> bool:
        with self._lock:
            now = self._seconds()
            if len(self._recent) == MOST_A_MINUTE and self._recent[0] > now - 60:
                return False
            self._recent.append(now)
            return True


def _policy(style: Markup) -> str:
    digest = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
