"""A visit turns an address into a source; what was fetched is kept for another day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.newsroom.errors import FetchError, ServerDownError
from flows.newsroom.fetching import Courier, Larder, Rounds, WebPage
from flows.newsroom.model import Defaults, Rights, Source
from flows.newsroom.source_file import Said
from flows.newsroom.sources import read_bytes
from tests.local_web import LocalWeb, local_web

PAGE = b"<html><p>The forum met.</p></html>"
TYPES = {
    ".html": "text/html",
    ".rss": "application/rss+xml",
    ".pdf": "application/pdf",
    ".json": "application/feed+json",
}
MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A server of its own."""
    with local_web() as served:
        yield served


def rounds(web: LocalWeb, folder: Path, today: dt.date = MONDAY) -> Rounds:
    messenger = Courier(contact=None, largest_bytes=100_000, trusted_hosts=(web.host,), pause_seconds=0)
    return Rounds(courier=messenger, larder=Larder(folder=folder), media_types=TYPES, today=today)


def visit_in_passing(web: LocalWeb, address: str) -> Source:
    with TemporaryDirectory() as folder:
        return rounds(web, Path(folder)).visit(page(address))


def page(address: str) -> WebPage:
    return WebPage(address=address, said=Said(defaults=Defaults(rights=Rights.OGL)))


def content(source: Source, folder: Path) -> bytes:
    return read_bytes(folder / "seeds", source, fetched=folder)


def test_a_page_is_a_source_under_its_address_and_is_read_from_the_larder(web: LocalWeb, tmp_path: Path) -> None:
    address = web.put("/news", PAGE)

    source = rounds(web, tmp_path).visit(page(address))

    assert (source.path, source.media_type) == (address, "text/html")
    assert source.defaults == Defaults(rights=Rights.OGL, address=address)
    assert content(source, tmp_path) == PAGE


def test_an_unchanged_page_is_asked_for_and_not_fetched_again(web: LocalWeb, tmp_path: Path) -> None:
    address = web.put("/news", PAGE, ETag='"7"')

    first = rounds(web, tmp_path).visit(page(address))
    second = rounds(web, tmp_path, TUESDAY).visit(page(address))

    assert first == second
    assert web.asked[-1][1]["if-none-match"] == '"7"'
    kept = Larder(folder=tmp_path).find(address)
    assert kept
    assert kept.day == TUESDAY


def test_a_changed_page_takes_the_place_of_the_old_one(web: LocalWeb, tmp_path: Path) -> None:
    address = web.put("/news", PAGE, ETag='"7"')
    old = rounds(web, tmp_path).visit(page(address))
    web.put("/news", PAGE + b" ", ETag='"8"')

    new = rounds(web, tmp_path).visit(page(address))

    assert new.id != old.id
    assert content(new, tmp_path) == PAGE + b" "
    assert not (tmp_path / old.id).exists()


def test_the_same_bytes_at_two_addresses_are_not_thrown_away_with_one_of_them(web: LocalWeb, tmp_path: Path) -> None:
    first = rounds(web, tmp_path).visit(page(web.put("/a", PAGE)))
    rounds(web, tmp_path).visit(page(web.put("/b", PAGE)))
    web.put("/b", b"<p>Another</p>")

    rounds(web, tmp_path).visit(page(web.address("/b")))

    assert content(first, tmp_path) == PAGE


def test_the_copy_of_an_earlier_day_is_used_and_said_so(web: LocalWeb, tmp_path: Path) -> None:
    address = web.put("/news", PAGE)
    rounds(web, tmp_path).visit(page(address))
    web.pages["/news"] = (503, {}, b"")
    later = rounds(web, tmp_path, TUESDAY)

    with pytest.raises(ServerDownError) as caught:
        later.visit(page(address))
    source = later.earlier_copy(page(address), str(caught.value))

    assert source
    assert "fetched on 23 November 2026 was used" in source.notes[0]
    assert later.earlier_copy(page(web.address("/other")), "Down.") is None


def test_without_a_courier_only_earlier_copies_serve(web: LocalWeb, tmp_path: Path) -> None:
    address = web.put("/news", PAGE)
    rounds(web, tmp_path).visit(page(address))
    web.asked.clear()
    at_home = replace(rounds(web, tmp_path), courier=None)

    assert at_home.visit(page(address)).path == address
    with pytest.raises(FetchError, match="never fetched"):
        at_home.visit(page(web.address("/other")))
    assert web.asked == []


@pytest.mark.parametrize(
    ("path", "kind", "body", "media_type"),
    [
        ("/a", "text/xml", b"<?xml version='1.0'?>\n<rss>", "application/rss+xml"),
        ("/a", "application/json", b"{}", "application/feed+json"),
        ("/a", "text/plain", b"<?xml version='1.0'?><!-- x --><feed>", "application/rss+xml"),
        ("/a.pdf?x=1", "application/octet-stream", b"%PDF", "application/pdf"),
        ("/a.html", "", PAGE, "text/html"),
    ],
)
def test_what_stands_there_is_told_by_the_server_the_bytes_or_the_name(
    web: LocalWeb, path: str, kind: str, body: bytes, media_type: str
) -> None:
    address = web.put(path, body, kind)

    assert visit_in_passing(web, address).media_type == media_type


@pytest.mark.parametrize("kind", ["image/png", "application/x-unknown", ""])
def test_what_nobody_can_read_is_not_kept(web: LocalWeb, tmp_path: Path, kind: str) -> None:
    address = web.put("/a", b"x", kind)

    with pytest.raises(FetchError, match="neither a page, a feed nor a document"):
        rounds(web, tmp_path).visit(page(address))
    assert list(tmp_path.iterdir()) == []


def test_a_spoilt_record_is_as_good_as_none(web: LocalWeb, tmp_path: Path) -> None:
    address = web.put("/news", PAGE)
    rounds(web, tmp_path).visit(page(address))
    for record in tmp_path.glob("*.json"):
        record.write_text("{")

    assert Larder(folder=tmp_path).find(address) is None
