"""Every link of an archive to itself leads somewhere, from a disk and from a web server; its feeds lead to stories."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import pytest

from tests.web.conftest import on_disk
from tests.web.tools import Complaints, Tools

STARTS = ["index.html", "404.html"]
MANY = 150


class Quiet(SimpleHTTPRequestHandler):
    """A web server that keeps no log."""

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def server(archive: Path) -> Iterator[str]:
    """The address of a web server that serves the archive."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(archive))) as serving:
        threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


def test_every_link_leads_somewhere_from_a_disk(tools: Tools, archive: Path) -> None:
    found = tools.run("follow.mjs", on_disk(archive), STARTS)

    assert found["dead ends"] == {}
    assert links_followed(found) > MANY


def test_every_link_leads_somewhere_from_a_web_server(tools: Tools, server: str) -> None:
    found = tools.run("follow.mjs", server, STARTS)

    assert found["dead ends"] == {}
    assert links_followed(found) > MANY


def links_followed(found: dict[str, Complaints]) -> int:
    return int(found["followed"][""][0])


@pytest.mark.parametrize("name", ["issues.atom", "stories.atom"])
def test_a_feed_has_what_the_standard_asks_and_leads_to_what_is_there(archive: Path, name: str) -> None:
    feed = feedparser.parse((archive / name).read_bytes())

    ids = [entry.id for entry in feed.entries]
    assert not feed.bozo
    assert feed.version == "atom10"
    assert {"id", "title", "updated", "author"} <= set(feed.feed)
    assert all({"id", "title", "updated", "link", "summary"} <= set(entry) for entry in feed.entries)
    assert len(set(ids)) == len(ids)
    assert all((archive / entry.link.partition("#")[0]).is_file() for entry in feed.entries)
