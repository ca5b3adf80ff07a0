"""Mail in an account at a provider is read, by verified TLS, and nothing there is changed."""

import base64
import datetime as dt
import shlex
import ssl
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.postroom.imap import Account, imap_letterbox
from flows.newsroom.postroom.letterbox import Received
from flows.newsroom.postroom.login import Login
from tests.newsroom.postroom.returned_mail import a_bounce, a_mail
from tests.postroom.certificates import make_certificate, server_side, trusting
from tests.postroom.imap_server import PASSWORD, ImapServer

PRIVATE = a_mail(Subject="Minutes", From="ann@example.com", body="What only the office should read.\n")
MAILS = {3: a_bounce(), 5: PRIVATE, 900: a_mail(Subject="unsubscribe", From="bob@example.com")}
USER = "news@example.org"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return make_certificate(tmp_path)


@pytest.fixture
def server(certificate: Path) -> Iterator[ImapServer]:
    with ImapServer(mails=MAILS, context=server_side(certificate)).running() as running:
        yield running


def unread(  # noqa: PLR0913 - each argument is what a test is about
    server: ImapServer,
    context: ssl.SSLContext,
    *,
    known: frozenset[str] = frozenset(),
    since: dt.date | None = None,
    login: Login | None = None,
    mailbox: str = "INBOX",
) -> list[Received]:
    login = login or Login(user=USER, password=PASSWORD)
    account = Account(host="127.0.0.1", port=server.port, login=login, mailbox=mailbox)
    return list(imap_letterbox(account, since, context)(known.__contains__))


def test_mail_is_read_and_nothing_is_changed(server: ImapServer, certificate: Path) -> None:
    mails = unread(server, trusting(certificate))

    assert [b"Undelivered" in mail.content for mail in mails] == [True, False, False]
    assert 'EXAMINE "INBOX"' in server.asked
    changing = ("SELECT", "STORE", "COPY", "MOVE", "EXPUNGE", "CLOSE")
    assert not [asked for asked in server.asked if any(word in asked for word in changing)]
    assert all("BODY.PEEK" in asked for asked in server.asked if "FETCH" in asked)


def test_of_other_peoples_mail_only_the_heading_is_fetched(server: ImapServer, certificate: Path) -> None:
    mails = unread(server, trusting(certificate))

    assert not any(b"What only the office" in mail.content for mail in mails)
    assert [asked.split()[2] for asked in server.asked if "FETCH" in asked] == ["3,5,900", "3", "900"]


def test_what_was_read_is_not_fetched_again(server: ImapServer, certificate: Path) -> None:
    known = frozenset(mail.key for mail in unread(server, trusting(certificate)))

    assert unread(server, trusting(certificate), known=known) == []


def test_numbers_that_are_no_longer_valid_are_not_relied_on(server: ImapServer, certificate: Path) -> None:
    known = frozenset(mail.key for mail in unread(server, trusting(certificate)))
    server.validity = 8

    assert len(unread(server, trusting(certificate), known=known)) == len(MAILS)


def test_only_mail_since_our_first_issue_is_asked_for(server: ImapServer, certificate: Path) -> None:
    unread(server, trusting(certificate), since=dt.date(2026, 3, 5))

    assert "UID SEARCH SINCE 05-Mar-2026" in server.asked


def test_a_token_logs_in_where_passwords_do_not(server: ImapServer, certificate: Path) -> None:
    command = shlex.join([sys.executable, "-c", "print('token-of-today')"])

    mails = unread(server, trusting(certificate), login=Login(user=USER, token_command=command))

    assert len(mails) == len(MAILS)
    words = base64.b64decode(server.asked[server.asked.index("AUTHENTICATE XOAUTH2") + 1])
    assert words == f"user={USER}\x01auth=Bearer token-of-today\x01\x01".encode()


def test_a_server_that_cannot_prove_who_it_is_is_told_nothing(server: ImapServer) -> None:
    with pytest.raises(StoppedError, match="prove who it is"):
        unread(server, ssl.create_default_context())

    assert server.asked == []


def test_a_wrong_password_is_said_without_the_account(server: ImapServer, certificate: Path) -> None:
    with pytest.raises(StoppedError, match="user name or the password") as refused:
        unread(server, trusting(certificate), login=Login(user=USER, password="w" + PASSWORD))

    assert USER not in str(refused.value)


def test_a_folder_that_is_not_there_is_said(server: ImapServer, certificate: Path) -> None:
    with pytest.raises(StoppedError, match="no folder"):
        unread(server, trusting(certificate), mailbox='Old "news"')


@pytest.mark.parametrize("moment", ["LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH 3,5", "UID FETCH 900"])
def test_a_server_that_hangs_up_costs_another_try_and_no_more(certificate: Path, moment: str) -> None:
    server = ImapServer(mails=MAILS, context=server_side(certificate), hangs_up_at=moment)
    with server.running(), pytest.raises(ServerAwayError):
        unread(server, trusting(certificate))


def test_a_server_that_is_not_there_is_said(certificate: Path) -> None:
    with pytest.raises(ServerAwayError):
        unread(ImapServer(mails={}, context=server_side(certificate), port=1), trusting(certificate))
