"""The page by which members leave: whoever looks changes nothing, whoever presses the button leaves."""

import io
from collections.abc import Iterable
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

from flows.newsroom.errors import StoreError
from flows.newsroom.model import Masthead
from flows.newsroom.postroom.leave_page import LARGEST_BODY_BYTES, MOST_A_MINUTE, LeavePage, Pages, make_pages
from flows.newsroom.press.house import house_templates

ONE_CLICK = b"List-Unsubscribe=One-Click"
GENUINE, FORGED = "4f2a9c01d7be.AAAABBBBCCCCDDDD", "4f2a9c01d7be.XXXXBBBBCCCCDDDD"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return make_pages(Masthead(name="Tea & Practice"), "leave@example.org", house_templates())


class Visitor:
    """Asks the page as a web server would, and notes who has left."""

    def __init__(self, pages: Pages) -> None:
        self.left: list[str] = []
        self.now = 1000.0
        self.is_broken = False
        self.application = validator(LeavePage(pages, self._leave, lambda: self.now))

    def _leave(self, token: str) -> None:
        if self.is_broken:
            raise StoreError("The disk is full.")
        if token == GENUINE:
            self.left.append(token)

    def ask(
        self, method: str, token: str = GENUINE, body: bytes = b"", length: str | None = None
    ) -> tuple[str, dict[str, str], bytes]:
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": f"/u/{token}",
            "QUERY_STRING": "",
            "CONTENT_LENGTH": str(len(body)) if length is None else length,
            "wsgi.input": io.BytesIO(body),
        }
        setup_testing_defaults(environ)
        answered: list[tuple[str, dict[str, str]]] = []

        def start_response(status: str, headers: Iterable[tuple[str, str]], *_: object) -> None:
            answered.append((status, dict(headers)))

        parts = self.application(environ, start_response)  # type: ignore[arg-type]
        page = b"".join(parts)
        parts.close()  # type: ignore[attr-defined]
        return (*answered[0], page)


@pytest.fixture
def visitor(pages: Pages) -> Visitor:
    return Visitor(pages)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_whoever_looks_changes_nothing(visitor: Visitor, method: str) -> None:
    status, _, _ = visitor.ask(method)

    assert status == "200 OK"
    assert visitor.left == []


@pytest.mark.parametrize("body", [ONE_CLICK, b""])
def test_the_button_and_one_click_of_a_mail_program_act_at_once(visitor: Visitor, body: bytes) -> None:
    status, headers, page = visitor.ask("POST", body=body)

    assert status == "200 OK"
    assert visitor.left == [GENUINE]
    assert not {"Location", "Set-Cookie"} & set(headers)
    assert b"<h1>Done</h1>" in page


@pytest.mark.parametrize("token", [FORGED, "", "x" * 5000, "%00"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_forged_token_looks_the_same_and_takes_nobody_off(
    visitor: Visitor, pages: Pages, method: str, token: str
) -> None:
    assert visitor.ask(method, token) == Visitor(pages).ask(method)
    assert visitor.left == []


@pytest.mark.parametrize("length", [str(LARGEST_BODY_BYTES + 1), "9" * 30])
def test_a_large_body_is_refused_unread(visitor: Visitor, length: str) -> None:
    status, _, _ = visitor.ask("POST", length=length)

    assert status.startswith("413")
    assert visitor.left == []


def test_more_visitors_than_a_list_has_members_wait_a_minute(visitor: Visitor) -> None:
    for _ in range(MOST_A_MINUTE):
        visitor.ask("POST", FORGED)

    status, headers, page = visitor.ask("POST")
    assert (status, headers["Retry-After"]) == ("429 Too Many Requests", "60")
    assert b"try again" in page
    assert visitor.ask("GET")[0] == "200 OK"

    visitor.now += 61
    assert visitor.ask("POST")[0] == "200 OK"
    assert visitor.left == [GENUINE]


def test_what_cannot_be_done_is_not_said_to_be_done(visitor: Visitor) -> None:
    visitor.is_broken = True

    status, _, page = visitor.ask("POST")

    assert status.startswith("503")
    assert b"<h1>Done</h1>" not in page
    assert b"leave@example.org" in page


def test_other_ways_to_ask_are_refused(visitor: Visitor) -> None:
    status, headers, _ = visitor.ask("DELETE")

    assert (status, headers["Allow"]) == ("405 Method Not Allowed", "GET, HEAD, POST")
    assert visitor.left == []


def test_the_page_names_the_newsletter_and_no_member(visitor: Visitor) -> None:
    _, headers, page = visitor.ask("GET")

    assert b"Tea &amp; Practice" in page
    assert b"4f2a9c01d7be" not in page
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["Cache-Control"] == "no-store"
