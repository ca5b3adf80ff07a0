"""SMTP with a fence: the ledger commits between the body of a mail and the dot that ends it.

Before the dot every failure is a certain no; after it, only a readable answer is an answer. smtplib raises the same
error for both, so the commands from MAIL to the dot are spoken here.
"""

import re
import select
import smtplib
import socket
import ssl
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Literal

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.model.postroom import Envelope
from flows.newsroom.postroom.answers import Answer, Step, judge
from flows.newsroom.postroom.channels import Connect, FenceLostError, InDoubtError, RefusedError, TooBigError
from flows.newsroom.postroom.login import Login, log_in
from flows.newsroom.postroom.statuses import is_about_the_sender, read_status

ANSWER_SECONDS = 60.0
END_SECONDS = 600.0  # RFC 5321 4.5.3.2.6: a shorter wait after the dot makes second copies
_QUIT_SECONDS = 5.0
_CHUNK = 65_536  # a time limit for each: a slow line may take minutes for a mail with a PDF
_GREETING_NAME = (
    "[127.0.0.1]"  # RFC 5321 4.1.3; an office computer's name is nobody's business, and may be slow to find
)
_YES, _GO_ON, _REFUSALS, _LEAVING = range(200, 300), range(354, 355), range(400, 600), 421
_BARE_ENDS = re.compile(rb"(?<!\r)\n|\r(?!\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The mail server that takes our mail. `none` is for one on this computer only."""

    host: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    login: Login | None = None
    answer_seconds: float = ANSWER_SECONDS
    end_seconds: float = END_SECONDS


def connector(server: Server, context: ssl.SSLContext | None = None) -> Connect:
    """A way to open connections to `server`.

    Args:
        server: Where, and as whom.
        context: Whose certificates are trusted; by default those that this computer trusts. Never nobody's.
    """
    trusted = context or ssl.create_default_context()

    def connect() -> SmtpConnection:
        with _told_plainly():
            smtp = _open(server, trusted)
            try:
                if server.login:
                    log_in(smtp, server.login)
            except BaseException:  # Ctrl-C, too, must not leave a session open that nobody ends
                smtp.close()
                raise
        return SmtpConnection(smtp, server.end_seconds)

    return connect


def _open(server: Server, trusted: ssl.SSLContext) -> smtplib.SMTP:
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, _GREETING_NAME, timeout=server.answer_seconds, context=trusted
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, _GREETING_NAME, timeout=server.answer_seconds)
    try:
        # the lone dot would otherwise wait for Nagle's algorithm and a delayed acknowledgement: 40 ms a mail
        _socket_of(smtp).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        smtp.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            smtp.starttls(context=trusted)
            smtp.ehlo()
    except BaseException:  # as above
        smtp.close()
        raise
    return smtp


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Say why there is no connection. What servers say is left out: it may quote the account's address."""
    try:
        yield
    except ssl.SSLCertVerificationError:
        raise StoppedError(
            "The mail server could not prove who it is: its certificate is not trusted. Nothing was sent to it. "
            "Look whether `host` is the name that the provider gives, and whether this computer's clock is right."
        ) from None
    except ssl.SSLError:
        raise StoppedError(
            "No safe connection to the mail server could be made. Nothing was sent. Look whether `port` and `security` "
            'belong together: 587 with "starttls", 465 with "tls".'
        ) from None
    except smtplib.SMTPNotSupportedError:
        raise StoppedError(
            "The mail server offers no safe connection (STARTTLS). Nothing was sent in clear text. "
            "Ask its provider which port is for sending mail."
        ) from None
    except smtplib.SMTPResponseException as error:
        judge(Answer(step=Step.GREETING, code=error.smtp_code))
    except (smtplib.SMTPException, OSError):
        raise ServerAwayError(
            "The mail server cannot be reached. Nothing is lost; send again later. If it goes on, look whether this "
            "computer is online and whether `host` and `port` are right."
        ) from None


class SmtpConnection:
    """An open SMTP session.

    Args:
        smtp: Greeted, safe and logged in.
        end_seconds: How long to wait for the answer to the dot.
    """

    def __init__(self, smtp: smtplib.SMTP, end_seconds: float = END_SECONDS) -> None:
        self._smtp = smtp
        self._end_seconds = end_seconds
        self._is_busy = False

    def deliver(self, envelope: Envelope, fence: Callable[[], bool]) -> int:
        """Send one mail to one address; see `Connection`."""
        self._is_busy = True
        try:
            self._announce(envelope)
            self._send_body(envelope, fence)
            return self._end()
        finally:
            self._is_busy = False

    def close(self) -> None:
        """Say goodbye; if a mail is under way in another thread, cut the line instead."""
        with suppress(OSError, smtplib.SMTPException):
            if self._is_busy:
                # not SSLSocket.shutdown, which would take the session away from the thread that reads
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
                return
            if self._smtp.sock is not None:
                self._smtp.sock.settimeout(_QUIT_SECONDS)
                self._smtp.quit()
        self._smtp.close()

    def _announce(self, envelope: Envelope) -> None:
        size = len(envelope.head) + len(envelope.tail)
        limit = self._smtp.esmtp_features.get("size", "")
        if limit.isdigit() and 0 < int(limit) < size:
            raise TooBigError(size, int(limit))
        option = f" SIZE={size}" if self._smtp.has_extn("size") else ""
        self._ask(Step.SENDER, f"MAIL FROM:<{envelope.sender}>{option}", _YES)
        self._ask(Step.RECIPIENT, f"RCPT TO:<{envelope.recipient}>", _YES)
        self._ask(Step.CONTENT, "DATA", _GO_ON)

    def _ask(self, step: Step, command: str, wanted: Container[int]) -> None:
        try:
            self._smtp.putcmd(command)
        except (OSError, smtplib.SMTPException):
            self._smtp.close()
            raise RefusedError(Answer(step=step)) from None
        code, text = self._reply(step)
        if code not in wanted:
            raise self._refusal(step, code, text)

    def _reply(self, step: Step) -> tuple[int, bytes]:
        try:
            return self._smtp.getreply()
        except smtplib.SMTPResponseException:  # an endless line; smtplib has closed the connection
            return -1, b""
        except (OSError, smtplib.SMTPException):
            self._smtp.close()
            raise RefusedError(Answer(step=step)) from None

    def _refusal(self, step: Step, code: int, text: bytes, *, is_between: bool = True) -> RefusedError:
        """A no. Between two mails the connection stays open, if the server can be brought back to where it was."""
        is_open = is_between and code in _REFUSALS and code != _LEAVING and self._is_reset()
        if not is_open:
            self._smtp.close()
        words = text.decode("ascii", "replace")
        enhanced = read_status(words)
        about_us = is_about_the_sender(enhanced, words)
        return RefusedError(Answer(step=step, code=code, enhanced=enhanced, is_about_us=about_us), is_open=is_open)

    def _is_reset(self) -> bool:
        try:
            return self._smtp.rset()[0] in _YES
        except (OSError, smtplib.SMTPException):
            return False

    def _send_body(self, envelope: Envelope, fence: Callable[[], bool]) -> None:
        try:
            self._send(quote(envelope.head))
            self._send(envelope.tail)
            self._look_for_refusal()
            _pass(fence)
            self._look_for_refusal()  # it may have hung up while the ledger was written
        except BaseException:
            self._smtp.close()  # whatever went wrong, the next command must not become the rest of a mail
            raise

    def _send(self, content: bytes) -> None:
        whole = memoryview(content)
        try:
            for start in range(0, len(whole), _CHUNK):
                self._socket.sendall(whole[start : start + _CHUNK])
        except OSError:
            self._look_for_refusal()  # what it said before it hung up on us
            raise RefusedError(Answer(step=Step.CONTENT)) from None

    def _look_for_refusal(self) -> None:
        if self._has_spoken():
            raise self._refusal(Step.CONTENT, *self._reply(Step.CONTENT), is_between=False)

    def _has_spoken(self) -> bool:
        """Whether there is an answer or a hang-up to be read. A readable socket is not enough: see below."""
        is_readable = bool(select.select([self._socket], [], [], 0)[0])
        before = self._socket.gettimeout()
        self._socket.settimeout(0)
        try:
            # smtplib may have read the answer into its buffer; nothing on a readable socket is a hang-up
            buffer = self._smtp.file
            return buffer is None or bool(buffer.peek(1)) or is_readable
        except ssl.SSLWantReadError:
            return False  # a TLS record without content, such as a session ticket
        except OSError:
            return True
        finally:
            self._socket.settimeout(before)

    def _end(self) -> int:
        before = self._socket.gettimeout()
        try:
            self._socket.settimeout(self._end_seconds)
            self._socket.sendall(b".\r\n")
            code, text = self._smtp.getreply()
            self._socket.settimeout(before)
        except (OSError, smtplib.SMTPException):
            self._smtp.close()
            raise InDoubtError from None
        if code in _YES:
            return code
        if code in _REFUSALS:
            raise self._refusal(Step.CONTENT, code, text)
        self._smtp.close()
        raise InDoubtError

    @property
    def _socket(self) -> socket.socket:
        return _socket_of(self._smtp)


def _socket_of(smtp: smtplib.SMTP) -> socket.socket:
    if smtp.sock is None:
        raise OSError("the connection is closed")
    return smtp.sock


def _pass(fence: Callable[[], bool]) -> None:
    if not fence():
        raise FenceLostError


def quote(content: bytes) -> bytes:
    """A mail's text as it travels: CRLF at the ends of lines, dots doubled at their beginnings (RFC 5321 4.5.2)."""
    if _BARE_ENDS.search(content):
        content = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    content = re.sub(rb"(?m)^\.", b"..", content)
    return content if content.endswith(b"\r\n") else content + b"\r\n"
