"""The courier asks a server on this computer: politely, within limits, and for what was checked alone."""

import gzip
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from flows.newsroom.errors import FetchError, ServerDownError
from flows.newsroom.fetching import Courier
from tests.local_web import LocalWeb, local_web

PAGE = b"<html><p>The forum met.</p></html>"


@pytest.fixture(scope="module")
def server() -> Iterator[LocalWeb]:
    """One server for all."""
    with local_web() as web:
        yield web


@pytest.fixture
def web(server: LocalWeb) -> LocalWeb:
    """The server without what another test put there."""
    server.pages.clear()
    server.asked.clear()
    return server


def courier(web: LocalWeb, **options: Any) -> Courier:  # noqa: ANN401 - any of a courier's
    settings = {"contact": "desk@a.example", "largest_bytes": 100_000, "trusted_hosts": (web.host,), "pause_seconds": 0}
    return Courier(**{**settings, **options})


def test_a_page_is_brought_with_what_its_server_says_of_it(web: LocalWeb) -> None:
    address = web.put("/news?x=1", PAGE, "text/html; charset=utf-8", ETag='"7"', Last_Modified="Mon")

    parcel = courier(web).fetch(address)

    assert parcel
    assert (parcel.content, parcel.content_type, parcel.address) == (PAGE, "text/html; charset=utf-8", address)
    assert (parcel.etag, parcel.last_modified) == ('"7"', "Mon")


def test_we_say_who_asks_and_whom_to_write_to(web: LocalWeb) -> None:
    courier(web).fetch(web.put("/", PAGE))

    assert [path for path, _ in web.asked] == ["/robots.txt", "/"]
    assert all(
        "Standfirst" in fields["user-agent"] and "desk@a.example" in fields["user-agent"] for _, fields in web.asked
    )


def test_a_page_that_has_not_changed_is_not_brought_again(web: LocalWeb) -> None:
    address = web.put("/", PAGE, ETag='"7"')

    assert courier(web).fetch(address, etag='"7"') is None
    assert courier(web).fetch(address, etag='"6"')


def test_robots_txt_is_heeded_and_read_once(web: LocalWeb) -> None:
    web.put("/robots.txt", b"User-agent: *\nDisallow: /private\n", "text/plain")
    open_, closed = web.put("/a", PAGE), web.put("/private/b", PAGE)
    messenger = courier(web)

    with pytest.raises(FetchError, match=r"robots\.txt"):
        messenger.fetch(closed)
    assert messenger.fetch(open_)
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a"]


def test_a_server_whose_robots_txt_is_in_trouble_is_not_asked_for_more(web: LocalWeb) -> None:
    web.pages["/robots.txt"] = (503, {}, b"")

    with pytest.raises(ServerDownError, match="status 503"):
        courier(web).fetch(web.put("/", PAGE))
    assert web.paths == []


def test_there_is_a_pause_between_two_requests(web: LocalWeb) -> None:
    waits: list[float] = []
    messenger = courier(web, pause_seconds=2, wait=waits.append)

    messenger.fetch(web.put("/a", PAGE))
    messenger.fetch(web.put("/b", PAGE))

    assert waits[0] == 0
    assert waits[1] == pytest.approx(2, abs=0.5)


def test_a_redirect_is_followed_and_the_last_address_kept(web: LocalWeb) -> None:
    web.pages["/old"] = (301, {"Location": "/new"}, b"")
    address = web.put("/new", PAGE)

    parcel = courier(web).fetch(web.address("/old"))

    assert parcel
    assert parcel.address == address


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://169.254.169.254/", "file:///etc/passwd", "http://localhost:1/", "https://["]
)
def test_a_redirect_to_a_place_that_may_not_be_asked_is_not_followed(web: LocalWeb, target: str) -> None:
    web.pages["/old"] = (302, {"Location": target}, b"")

    with pytest.raises(FetchError):
        courier(web).fetch(web.address("/old"))


def test_redirects_without_end_are_given_up(web: LocalWeb) -> None:
    web.pages["/a"] = (302, {"Location": "/a"}, b"")

    with pytest.raises(FetchError, match="without end"):
        courier(web).fetch(web.address("/a"))
    assert len(web.paths) <= 7


def test_the_connection_is_made_to_the_address_that_was_checked_under_the_name(web: LocalWeb) -> None:
    name = f"forum.example:{web.port}"  # which no system knows
    web.put("/a", PAGE)

    parcel = courier(web, trusted_hosts=(name,), resolver=lambda *_: ["127.0.0.1"]).fetch(f"http://{name}/a")

    assert parcel
    assert {fields["host"] for _, fields in web.asked} == {name}


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(web: LocalWeb, packing: str) -> None:
    content = gzip.compress(PAGE) if packing == "gzip" else zlib.compress(PAGE)

    parcel = courier(web).fetch(web.put("/", content, Content_Encoding=packing))

    assert parcel
    assert parcel.content == PAGE


def test_what_unpacks_to_too_much_is_given_up_at_the_limit(web: LocalWeb) -> None:
    with pytest.raises(FetchError, match="more than 0 MB"):
        courier(web).fetch(web.put("/", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"))


@pytest.mark.parametrize("packing", ["gzip, gzip", "br", "gzip"])
def test_a_packing_that_was_not_asked_for_or_is_none_is_refused(web: LocalWeb, packing: str) -> None:
    with pytest.raises(FetchError, match="packed"):
        courier(web).fetch(web.put("/", b"not packed at all", Content_Encoding=packing))


def test_a_page_that_is_too_large_is_not_read_to_its_end(web: LocalWeb) -> None:
    with pytest.raises(FetchError, match="largest_megabytes"):
        courier(web).fetch(web.put("/", bytes(2_000_000)))


@pytest.mark.parametrize(
    ("status", "words"), [(404, "no such page"), (403, "does not let"), (410, "no such page"), (300, "no such page")]
)
def test_a_page_that_is_not_to_be_had_is_told_with_its_status(web: LocalWeb, status: int, words: str) -> None:
    web.pages["/"] = (status, {}, b"")

    with pytest.raises(FetchError, match=words) as caught:
        courier(web).fetch(web.address("/"))
    assert not isinstance(caught.value, ServerDownError)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_in_trouble_may_be_asked_again(web: LocalWeb, status: int) -> None:
    web.pages["/"] = (status, {}, b"")

    with pytest.raises(ServerDownError, match=str(status)):
        courier(web).fetch(web.address("/"))


def test_a_server_that_sends_a_byte_a_minute_is_given_up(web: LocalWeb) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(100):
            try:
                handler.wfile.write(b"H")
            except OSError:
                return
            time.sleep(0.05)

    web.pages["/"] = drip

    with pytest.raises(ServerDownError, match="does not answer"):
        courier(web, page_seconds=0.3).fetch(web.address("/"))


def test_a_server_that_hangs_up_or_speaks_nonsense_does_not_answer(web: LocalWeb) -> None:
    web.pages["/"] = lambda _: None
    web.pages["/nonsense"] = lambda handler: handler.wfile.writelines([b"\x00\xff nonsense\r\n\r\n"])

    for path in ("/", "/nonsense"):
        with pytest.raises(ServerDownError):
            courier(web).fetch(web.address(path))


def test_a_server_that_does_not_answer_again_and_again_is_let_be() -> None:
    with local_web() as web:
        dead = web
    messenger = courier(dead)

    for _ in range(3):
        with pytest.raises(ServerDownError):
            messenger.fetch(dead.address("/"))
    with pytest.raises(ServerDownError) as caught:
        messenger.fetch(dead.address("/"))

    assert not caught.value.is_worth_another_try


def test_the_reason_never_names_the_address(web: LocalWeb) -> None:
    for path in ("/secret", "//[", "/x y"):
        with pytest.raises(FetchError) as caught:
            courier(web).fetch(web.address(path))
        assert "secret" not in str(caught.value)
        assert "127.0.0.1" not in str(caught.value)
