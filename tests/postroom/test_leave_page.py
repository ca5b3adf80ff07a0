"""`standfirst leave-page` with a real server, a real database and real visitors."""

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.commands.leave_page import HOST, make_application, page_server
from flows.newsroom.errors import MachineError
from flows.newsroom.model.postroom import Member
from flows.newsroom.postroom.keys import read_keys
from flows.newsroom.postroom.leaving import token
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.store import open_store

LIST = "news.example.org"  # made of the sender's address


class Forum:
    """A forum with one member, and its page at a port of this computer."""

    def __init__(self, folder: Path) -> None:
        (folder / "newsletter.toml").write_text('[delivery]\nsender = "news@example.org"\n', encoding="utf-8")
        self.folder = folder
        self.state = folder / ".standfirst"
        keys = read_keys(self.state)
        with open_store(self.state) as connection:
            self.ann = Roster(connection, keys).enrol(Member(id="", name="Ann", email="ann@example.org"), at=0.0).id
        self.token = token(self.ann, LIST, keys)
        self.port = 0

    def has_left(self) -> bool:
        with open_store(self.state) as connection:
            return Roster(connection, read_keys(self.state)).is_suppressed(self.ann)

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        connection.request(method, path, body)
        response = connection.getresponse()
        answered = (response.status, response.read())
        connection.close()
        return answered


@pytest.fixture
def forum(tmp_path: Path) -> Iterator[Forum]:
    forum = Forum(tmp_path)
    with page_server(make_application(tmp_path), 0) as server:
        forum.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield forum
        server.shutdown()
        thread.join(timeout=5)


def test_looking_changes_nothing_and_pressing_the_button_does(forum: Forum) -> None:
    for method in ("GET", "HEAD", "GET"):
        assert forum.ask(method, f"/leave/{forum.token}")[0] == 200
    assert not forum.has_left()

    assert forum.ask("POST", f"/leave/{forum.token}", b"List-Unsubscribe=One-Click")[0] == 200
    assert forum.has_left()


def test_a_forged_token_is_answered_alike_and_does_nothing(forum: Forum) -> None:
    forged = token(forum.ann, "other.example.org", read_keys(forum.state))

    answer = forum.ask("POST", f"/leave/{forged}")

    assert not forum.has_left()
    assert answer == forum.ask("POST", f"/leave/{forum.token}")


def test_a_visitor_who_says_nothing_holds_up_nobody(forum: Forum) -> None:
    with socket.create_connection((HOST, forum.port)):
        assert forum.ask("POST", f"/leave/{forum.token}")[0] == 200

    assert forum.has_left()


def test_no_visit_is_logged(forum: Forum, capfd: pytest.CaptureFixture[str]) -> None:
    forum.ask("GET", f"/leave/{forum.token}")
    forum.ask("POST", f"/leave/{forum.token}")

    assert capfd.readouterr() == ("", "")


def test_a_port_that_is_taken_is_named(forum: Forum) -> None:
    with pytest.raises(MachineError, match=f"port {forum.port}"):
        page_server(make_application(forum.folder), forum.port)
