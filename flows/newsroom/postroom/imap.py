"""Mail that came in, from an account at a mail provider, by IMAP (RFC 3501) inside verified TLS.

The account is opened for reading only: nothing is deleted, moved or marked as seen. Of a mail that is no bounce and
no wish to leave, only the heading is fetched: an account may hold other people's mail.
"""

import contextlib
import datetime as dt
import hashlib
import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.postroom.arrivals import LARGEST_BYTES, is_worth_reading
from flows.newsroom.postroom.letterbox import IsRead, Letterbox, Received
from flows.newsroom.postroom.login import Login, access_token

PATIENCE_SECONDS = 60.0
LARGEST_HEADING_BYTES = 16 * 1024
_AT_ONCE = 100  # headings in one question
_UID = re.compile(rb"\bUID (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where mail lies, and who we are there."""

    host: str
    port: int = 993
    login: Login = field(repr=False)
    mailbox: str = "INBOX"


def imap_letterbox(account: Account, since: dt.date | None, context: ssl.SSLContext) -> Letterbox:
    """The mails of an account.

    Args:
        account: The account.
        since: The day of our first mailing: what is older cannot be about it. None for all.
        context: Whom the server must be vouched for by.

    Raises:
        StoppedError: While it is read: the server is not who it should be, or refuses us or the folder.
        ServerAwayError: While it is read: the server cannot be reached.
    """

    def unread(is_read: IsRead) -> Iterator[Received]:
        with _told_plainly(), _opened(account, context) as imap:
            _log_in(imap, account.login)
            place = f"{account.host} {account.login.user} {account.mailbox} {_select(imap, account.mailbox)}"
            fresh = [uid for uid in _uids(imap, since) if not is_read(_key(place, uid))]
            for start in range(0, len(fresh), _AT_ONCE):
                for uid, content in _mails(imap, fresh[start : start + _AT_ONCE]):
                    yield Received(key=_key(place, uid), content=content)

    return unread


def _mails(imap: imaplib.IMAP4, uids: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    headings = _fetch(imap, uids, f"(BODY.PEEK[HEADER]<0.{LARGEST_HEADING_BYTES}>)")
    for uid, heading in headings.items():
        wanted = is_worth_reading(heading)
        whole = _fetch(imap, [uid], f"(BODY.PEEK[]<0.{LARGEST_BYTES}>)") if wanted else {}
        yield uid, whole.get(uid, heading)


def _fetch(imap: imaplib.IMAP4, uids: Sequence[bytes], what: str) -> dict[bytes, bytes]:
    """What the server sends for each mail; one that was deleted meanwhile is missing."""
    answered, items = imap.uid("FETCH", b",".join(uids).decode("ascii"), what)
    _expect(answered)
    found: dict[bytes, bytes] = {}
    for item, after in zip(items, [*items[1:], b""], strict=True):
        if isinstance(item, tuple):
            uid = _UID.search(item[0] + (after if isinstance(after, bytes) else b""))
            if uid:
                found[uid[1]] = item[1]
    return found


def _select(imap: imaplib.IMAP4, mailbox: str) -> str:
    """Open the folder for reading only; returns the validity of its numbers (RFC 3501 2.3.1.1)."""
    quoted = mailbox.replace("\\", "\\\\").replace('"', '\\"')
    answered, _ = imap.select(f'"{quoted}"', readonly=True)
    if answered != "OK":
        raise StoppedError(
            "The mail account has no folder of the name that mailbox says in [delivery.letterbox]. Correct it; the "
            'folder for new mail is called "INBOX".'
        )
    validity = imap.response("UIDVALIDITY")[1]
    return validity[0].decode("ascii") if validity and validity[0] else "0"


def _uids(imap: imaplib.IMAP4, since: dt.date | None) -> list[bytes]:
    wanted = f"SINCE {since.day:02}-{MONTHS[since.month - 1][:3]}-{since.year}" if since else "ALL"
    answered, found = imap.uid("SEARCH", wanted)
    _expect(answered)
    return [uid for line in found if line for uid in line.split()]


def _log_in(imap: imaplib.IMAP4, login: Login) -> None:
    token = access_token(login.token_command) if login.token_command else None
    try:
        if token:
            words = f"user={login.user}\x01auth=Bearer {token}\x01\x01".encode()
            imap.authenticate("XOAUTH2", lambda _: words)
        else:
            imap.login(login.user, login.password or "")
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        raise StoppedError(
            "The letterbox's account refused the user name or the password. Correct them; many providers want a "
            "password made for apps, or token_command."
        ) from None  # the server's words quote the account


def _expect(answered: str) -> None:
    if answered != "OK":
        raise imaplib.IMAP4.abort


@contextlib.contextmanager
def _opened(account: Account, context: ssl.SSLContext) -> Iterator[imaplib.IMAP4]:
    imap = imaplib.IMAP4_SSL(account.host, account.port, ssl_context=context, timeout=PATIENCE_SECONDS)
    try:
        yield imap
    finally:
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            imap.logout()


@contextlib.contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError:
        raise StoppedError(
            "The letterbox's server could not prove who it is (its certificate is not trusted), so it was told "
            "nothing. Look at host in [delivery.letterbox], or ask the provider."
        ) from None
    except (OSError, imaplib.IMAP4.error):
        raise ServerAwayError(
            "The letterbox's server cannot be reached or broke off. Nothing is lost; try again later."
        ) from None


def _key(place: str, uid: bytes) -> str:
    return hashlib.sha256(f"imap {place} {uid.decode('ascii')}".encode()).hexdigest()
