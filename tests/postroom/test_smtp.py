"""Each answer of a mail server, row by row: what it means, and whether the server has the mail."""

import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.model.postroom import DeliveryState, Envelope, Reason
from flows.newsroom.postroom.answers import judge
from flows.newsroom.postroom.channels import (
    Connection,
    FenceLostError,
    InDoubtError,
    RefusedError,
    TooBigError,
)
from flows.newsroom.postroom.login import Login
from flows.newsroom.postroom.smtp import Server, connector, quote
from tests.postroom.certificates import server_side, trusting
from tests.postroom.fault_server import FaultServer

Security = Literal["starttls", "tls", "none"]
_SECRET = "-".join("wrong")
_PDF = b"QUJD" * 18 + b"\r\n"


def _mail(local: str = "ok", sender: str = "news", lines: int = 1500) -> Envelope:
    head = b"Message-ID: <m1@forum.example>\r\nSubject: Issue 7\r\n\r\n.a line that begins with a dot\r\n"
    return Envelope(
        member="m1", sender=f"{sender}@forum.example", recipient=f"{local}@m.example", head=head, tail=_PDF * lines
    )


@contextmanager
def _open(
    server: FaultServer, security: Security, trusted: ssl.SSLContext, seconds: float = 0.6
) -> Iterator[Connection]:
    where = Server(host="127.0.0.1", port=server.port, security=security, answer_seconds=2, end_seconds=seconds)
    connection = connector(where, trusted)()
    try:
        yield connection
    finally:
        connection.close()


@pytest.fixture(scope="module", params=["none", "starttls", "tls"])
def open_server(
    request: pytest.FixtureRequest, certificate: Path
) -> Iterator[tuple[FaultServer, Callable[[], Connection]]]:
    """A server, and a way to connect to it: in clear text, after STARTTLS, and in TLS from the first byte."""
    security: Security = request.param
    tls = None if security == "none" else server_side(certificate)
    with FaultServer(tls=tls, is_tls_from_start=security == "tls") as server, ExitStack() as stack:
        yield server, lambda: stack.enter_context(_open(server, security, trusting(certificate)))


Parts = tuple[FaultServer, Callable[[], Connection]]


def test_a_mail_arrives_as_it_was_written(open_server: Parts) -> None:
    server, connect = open_server
    mail = _mail()

    assert connect().deliver(mail, lambda: True) == 250

    assert server.bodies[-1] == mail.head + mail.tail


@pytest.mark.parametrize(
    ("fault", "state", "reason", "stays_open"),
    [
        ("grey", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, True),
        ("rcpt-451-4.3.0", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, True),
        ("rcpt-452-4.2.2", DeliveryState.DEFERRED, Reason.MAILBOX_FULL, True),
        ("rcpt-421", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, False),
        ("rcpt-550-5.1.1", DeliveryState.FAILED, Reason.NO_SUCH_MAILBOX, True),
        ("rcpt-553", DeliveryState.FAILED, Reason.NO_SUCH_MAILBOX, True),
        ("rcpt-552-5.2.2", DeliveryState.DEFERRED, Reason.MAILBOX_FULL, True),
        ("rcpt-550-5.7.1", DeliveryState.DEFERRED, Reason.REFUSED_US, True),
        ("data-451", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, True),
        ("data-554", DeliveryState.DEFERRED, Reason.REFUSED_US, True),
        ("end-421", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, False),
        ("end-451", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, True),
        ("end-452-4.3.1", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT, True),
        ("end-554", DeliveryState.DEFERRED, Reason.REFUSED_US, True),
        ("end-550-5.7.26", DeliveryState.DEFERRED, Reason.REFUSED_US, True),
        ("hangup-rcpt", DeliveryState.DEFERRED, Reason.HUNG_UP, False),
        ("nonsense-rcpt", DeliveryState.DEFERRED, Reason.UNREADABLE, False),
    ],
)
def test_a_refusal_is_certain_and_leaves_the_connection_usable_if_it_can(
    open_server: Parts, fault: str, state: DeliveryState, reason: Reason, *, stays_open: bool
) -> None:
    server, connect = open_server
    connection, before = connect(), len(server.kept)

    with pytest.raises(RefusedError) as refused:
        connection.deliver(_mail(fault), lambda: True)

    outcome = judge(refused.value.answer)
    assert (outcome.state, outcome.reason) == (state, reason)
    assert len(server.kept) == before
    assert refused.value.is_open == stays_open
    if stays_open:
        assert connection.deliver(_mail("ok"), lambda: True) == 250


@pytest.mark.parametrize(
    ("fault", "sender", "error"),
    [
        ("ok", "mail-451", ServerAwayError),
        ("ok", "mail-550-5.1.8", StoppedError),
        ("ok", "mail-530-5.7.0", StoppedError),
        ("end-552-5.3.4", "news", StoppedError),
    ],
)
def test_a_refusal_of_everybody_ends_the_run(
    open_server: Parts, fault: str, sender: str, error: type[Exception]
) -> None:
    server, connect = open_server
    before = len(server.kept)

    with pytest.raises(RefusedError) as refused:
        connect().deliver(_mail(fault, sender), lambda: True)

    with pytest.raises(error):
        judge(refused.value.answer)
    assert len(server.kept) == before


@pytest.mark.parametrize("fault", ["hangup-end", "silent-end", "nonsense-end"])
def test_only_without_a_clear_answer_after_the_dot_is_there_a_doubt(open_server: Parts, fault: str) -> None:
    server, connect = open_server
    before = len(server.kept)

    with pytest.raises(InDoubtError):
        connect().deliver(_mail(fault), lambda: True)

    assert len(server.kept) == before + 1


@pytest.mark.parametrize("fault", ["hangup-body", "early-552"])
def test_a_server_that_ends_a_mail_half_way_does_not_have_it(open_server: Parts, fault: str) -> None:
    """It is noticed before the dot, or counts as a doubt: the safe side. It is never taken for sent."""
    server, connect = open_server
    before = len(server.kept)

    with pytest.raises((RefusedError, InDoubtError)):
        connect().deliver(_mail(fault, lines=20_000), lambda: True)

    assert len(server.kept) == before


def test_a_refusal_during_the_fence_is_noticed_before_the_dot(open_server: Parts) -> None:
    server, connect = open_server
    before = len(server.kept)

    def slow_fence() -> bool:
        time.sleep(0.3)
        return True

    with pytest.raises(RefusedError):
        connect().deliver(_mail("hangup-body", lines=300), slow_fence)

    assert len(server.kept) == before


def test_a_silent_server_before_the_dot_is_a_certain_no(certificate: Path) -> None:
    with FaultServer(silence=1.0) as server:
        where = Server(host="127.0.0.1", port=server.port, security="none", answer_seconds=0.3)
        with pytest.raises(RefusedError) as refused:
            connector(where, trusting(certificate))().deliver(_mail("silent-rcpt"), lambda: True)

        assert judge(refused.value.answer).reason is Reason.HUNG_UP
        assert server.kept == []


def test_a_fence_that_says_no_keeps_the_mail_from_the_server(open_server: Parts) -> None:
    server, connect = open_server
    before = len(server.kept)

    with pytest.raises(FenceLostError):
        connect().deliver(_mail(), lambda: False)

    assert len(server.kept) == before


def test_a_fence_that_breaks_keeps_the_mail_from_the_server(open_server: Parts) -> None:
    server, connect = open_server
    connection, before = connect(), len(server.kept)

    def full_disk() -> bool:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        connection.deliver(_mail(), full_disk)
    with pytest.raises(RefusedError):  # the connection is closed: nothing can become the rest of the mail
        connection.deliver(_mail(), lambda: True)

    assert len(server.kept) == before


def test_the_fence_is_passed_after_the_body_and_before_the_dot(open_server: Parts) -> None:
    server, connect = open_server
    seen = list[int]()

    def fence() -> bool:
        time.sleep(0.05)
        seen.append(len(server.kept))
        return True

    before = len(server.kept)
    connect().deliver(_mail(), fence)

    assert seen == [before]
    assert len(server.kept) == before + 1


def test_many_mails_go_over_one_connection(open_server: Parts) -> None:
    server, connect = open_server
    connection, before = connect(), server.connections

    for _ in range(20):
        connection.deliver(_mail(lines=5), lambda: True)

    assert server.connections == before


def test_a_mail_larger_than_the_server_takes_is_not_begun(certificate: Path) -> None:
    with FaultServer(size=10_000) as server, _open(server, "none", trusting(certificate)) as connection:
        with pytest.raises(TooBigError, match="link"):
            connection.deliver(_mail(), lambda: True)

        assert not [command for command in server.commands if command.startswith("MAIL")]


def test_cutting_the_line_from_another_thread_ends_the_wait_for_an_answer(open_server: Parts) -> None:
    _, connect = open_server
    connection = connect()
    threading.Timer(0.2, connection.close).start()
    begun = time.monotonic()

    with pytest.raises(InDoubtError):
        connection.deliver(_mail("silent-end"), lambda: True)

    assert time.monotonic() - begun < 0.5


# Connecting


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path) -> None:
    for is_tls_from_start in (True, False):
        with FaultServer(tls=server_side(certificate), is_tls_from_start=is_tls_from_start) as server:
            where = Server(
                host="127.0.0.1",
                port=server.port,
                security="tls" if is_tls_from_start else "starttls",
                answer_seconds=2,
            )
            with pytest.raises(StoppedError, match="certificate"):
                connector(where)()


def test_without_starttls_nothing_is_said_in_clear_text(certificate: Path) -> None:
    with FaultServer(login=("office", "secret")) as server:
        where = Server(
            host="127.0.0.1", port=server.port, login=Login(user="office", password=_SECRET), answer_seconds=2
        )
        with pytest.raises(StoppedError, match="STARTTLS"):
            connector(where, trusting(certificate))()

        assert [command for command in server.commands if not command.upper().startswith("EHLO")] == []


def test_a_plain_server_where_tls_was_expected_stops(certificate: Path) -> None:
    with FaultServer() as server:
        where = Server(host="127.0.0.1", port=server.port, security="tls", answer_seconds=2)
        with pytest.raises(StoppedError, match="port"):
            connector(where, trusting(certificate))()


@pytest.mark.parametrize("mechanisms", ["PLAIN LOGIN", "LOGIN", "XOAUTH2 LOGIN PLAIN"])
@pytest.mark.parametrize("password", ["secret", "five £ and a café"])
def test_a_right_password_is_let_in_by_every_mechanism(certificate: Path, mechanisms: str, password: str) -> None:
    with FaultServer(tls=server_side(certificate), login=("office", password), mechanisms=mechanisms) as server:
        connect = connector(_with(server, Login(user="office", password=password)), trusting(certificate))

        assert connect().deliver(_mail(), lambda: True) == 250


@pytest.mark.parametrize("mechanisms", ["PLAIN LOGIN", "LOGIN"])
def test_a_wrong_password_stops_after_one_try_even_if_the_server_hangs_up(certificate: Path, mechanisms: str) -> None:
    with FaultServer(tls=server_side(certificate), login=("office", "right"), mechanisms=mechanisms) as server:
        connect = connector(_with(server, Login(user="office", password=_SECRET)), trusting(certificate))

        with pytest.raises(StoppedError, match="password"):
            connect()
        assert server.connections == 1


def test_a_server_that_offers_no_login_stops(certificate: Path) -> None:
    with FaultServer(tls=server_side(certificate)) as server:
        connect = connector(_with(server, Login(user="office", password=_SECRET)), trusting(certificate))

        with pytest.raises(StoppedError, match="none of the ways to log in"):
            connect()


def test_an_access_token_is_fetched_by_a_command(certificate: Path) -> None:
    command = f"{sys.executable} -c 'print(\"token-123\")'"
    with FaultServer(tls=server_side(certificate), login=("office", "token-123")) as server:
        connect = connector(_with(server, Login(user="office", token_command=command)), trusting(certificate))

        assert connect().deliver(_mail(), lambda: True) == 250


def test_an_access_token_that_is_refused_stops(certificate: Path) -> None:
    command = f"{sys.executable} -c 'print(\"stale\")'"
    with FaultServer(tls=server_side(certificate), login=("office", "token-123")) as server:
        connect = connector(_with(server, Login(user="office", token_command=command)), trusting(certificate))

        with pytest.raises(StoppedError, match="535"):
            connect()


@pytest.mark.parametrize("command", ["no-such-program-here", "false", "true", "echo two words", "'"])
def test_a_command_that_prints_no_token_stops(certificate: Path, command: str) -> None:
    with FaultServer(tls=server_side(certificate), login=("office", "token-123")) as server:
        connect = connector(_with(server, Login(user="office", token_command=command)), trusting(certificate))

        with pytest.raises(StoppedError, match="token_command"):
            connect()


@pytest.mark.parametrize(
    ("banner", "error"), [("421 4.3.2 busy", ServerAwayError), ("554 no", StoppedError), ("what", ServerAwayError)]
)
def test_a_server_that_does_not_greet_us(certificate: Path, banner: str, error: type[Exception]) -> None:
    with FaultServer(banner=banner) as server, pytest.raises(error):
        connector(Server(host="127.0.0.1", port=server.port, answer_seconds=2), trusting(certificate))()


@pytest.mark.parametrize("host", ["127.0.0.1", "no-such-host.invalid"])
def test_a_server_that_is_not_there_is_away(host: str) -> None:
    with pytest.raises(ServerAwayError, match="cannot be reached"):
        connector(Server(host=host, port=1, answer_seconds=2))()


def test_what_is_told_quotes_nothing_that_the_server_said(certificate: Path) -> None:
    with FaultServer() as server, _open(server, "none", trusting(certificate)) as connection:
        with pytest.raises(RefusedError) as refused:
            connection.deliver(_mail("rcpt-550-5.1.1"), lambda: True)

        assert "@" not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (b"a\n.b\r..c", b"a\r\n..b\r\n...c\r\n"),
        (b".\r\n", b"..\r\n"),
        (b"a\r\n.\r\nQUIT\r\n", b"a\r\n..\r\nQUIT\r\n"),
    ],
)
def test_nothing_inside_a_mail_can_end_it(written: bytes, sent: bytes) -> None:
    assert quote(written) == sent


@given(content=st.lists(st.sampled_from([b"a", b".", b"\r", b"\n", b"\r\n.\r\n"])).map(b"".join))
def test_what_was_quoted_is_read_back_and_never_ends_early(content: bytes) -> None:
    sent = quote(content)

    lines = sent.removesuffix(b"\r\n").split(b"\r\n")
    assert b"." not in lines
    assert b"\n" not in sent.replace(b"\r\n", b"")
    assert [line.removeprefix(b".") for line in lines] == _lines(content)


def _lines(content: bytes) -> list[bytes]:
    """The lines of a text whose ends may be of any system."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def _with(server: FaultServer, login: Login) -> Server:
    return Server(host="127.0.0.1", port=server.port, login=login, answer_seconds=2)
