"""A mail server that does what the recipient's local part says, each fault at its place.

    ok                     takes the mail
    rcpt-550-5.1.1         answers 550 5.1.1 to RCPT; likewise data-451, and end-554-5.7.1 after the dot
    mail-451               as the sender's local part: answers 451 to MAIL
    grey                   450 at the first try, then ok
    hangup-rcpt, hangup-body, hangup-end     hangs up there; hangup-end has taken the mail
    early-552              says 552 5.3.4 in the middle of the mail and hangs up
    silent-rcpt, silent-end                  says nothing for `silence` seconds; silent-end has taken the mail
    nonsense-rcpt, nonsense-end              says what is no answer; nonsense-end has taken the mail

As a program, `python -m tests.postroom.fault_server LOG DELAY`, it prints its port and notes what it takes in a file.
"""

import base64
import json
import re
import socket
import ssl
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

_MESSAGE_ID = re.compile(rb"(?im)^message-id:\s*(\S+)")
_ADDRESS = re.compile(r"<(.*?)>")
_ENOUGH = 20_000  # bytes of a mail, before a fault in the middle of it


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail that the server took."""

    recipient: str
    message_id: str


class _HangUpError(Exception):
    """The server ends the conversation here."""


@dataclass(kw_only=True)
class FaultServer:
    """Listens on a free port of this computer while it is entered.

    Args:
        banner: What it greets with.
        size: What it says that it takes, in bytes.
        tls: For STARTTLS, or for every connection from its first byte.
        is_tls_from_start: Which of the two.
        login: User name and password that it wants.
        silence: Seconds.
        delay: Seconds between taking a mail and saying so.
        mails_per_connection: After so many it hangs up.
        connections_at_once: More than these are told to come later.
        note: Called with every mail that it takes, before anything else happens.
    """

    banner: str = "220 fault.example ESMTP"
    size: int = 50_000_000
    tls: ssl.SSLContext | None = None
    is_tls_from_start: bool = False
    login: tuple[str, str] | None = None
    mechanisms: str = "PLAIN LOGIN XOAUTH2"
    silence: float = 1.5
    delay: float = 0.0
    mails_per_connection: int = 1_000_000
    connections_at_once: int = 100
    note: Callable[[Kept], None] = lambda _kept: None
    kept: list[Kept] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    connections: int = 0
    open_now: int = 0

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self._seen = Counter[str]()
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def copies(self) -> Counter[str]:
        """How many mails were taken for each address."""
        return Counter(kept.recipient for kept in self.kept)

    def _accept(self) -> None:
        while True:
            try:
                talker, _ = self._listener.accept()
            except OSError:
                return
            talker.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._converse, args=(talker,), daemon=True).start()

    def _converse(self, talker: socket.socket) -> None:
        with self._lock:
            self.connections += 1
            self.open_now += 1
        try:
            if self.tls and self.is_tls_from_start:
                talker = self.tls.wrap_socket(talker, server_side=True)
            _Conversation(self, talker).hold()
        except (OSError, _HangUpError):
            pass
        finally:
            with self._lock:
                self.open_now -= 1
            talker.close()

    def try_number(self, address: str) -> int:
        """How often this recipient was named, this time included."""
        with self._lock:
            self._seen[address] += 1
            return self._seen[address]


class _Conversation:
    def __init__(self, server: FaultServer, talker: socket.socket) -> None:
        self._server = server
        self._talker = talker
        self._lines = talker.makefile("rb")
        self._taken = 0
        self._is_welcome = server.login is None
        self._recipient = ""

    def hold(self) -> None:
        too_many = self._server.open_now > self._server.connections_at_once
        self._say("421 4.7.0 too many connections" if too_many else self._server.banner)
        if too_many or not self._server.banner.startswith("2"):
            return
        while line := self._lines.readline():
            words = line.decode("utf-8", "replace").strip()
            verb = words.split(" ")[0].upper()
            if verb != "AUTH":
                self._server.commands.append(words)
            {
                "EHLO": self._greet,
                "STARTTLS": self._go_safe,
                "AUTH": self._check_login,
                "MAIL": self._hear_sender,
                "RCPT": self._hear_recipient,
                "DATA": self._hear_mail,
                "RSET": lambda _words: self._say("250 ok"),
                "QUIT": self._part,
            }.get(verb, lambda _words: self._say("502 5.5.2 what"))(words)

    def _say(self, words: str) -> None:
        self._talker.sendall(words.encode() + b"\r\n")

    def _part(self, _words: str) -> None:
        self._say("221 bye")
        raise _HangUpError

    def _greet(self, _words: str) -> None:
        offers = ["fault.example", f"SIZE {self._server.size}", "ENHANCEDSTATUSCODES"]
        if self._server.tls and not isinstance(self._talker, ssl.SSLSocket):
            offers.append("STARTTLS")
        elif self._server.login:
            offers.append(f"AUTH {self._server.mechanisms}")
        for offer in offers[:-1]:
            self._say(f"250-{offer}")
        self._say(f"250 {offers[-1]}")

    def _go_safe(self, _words: str) -> None:
        if not self._server.tls:
            self._say("502 5.5.1 no")
            return
        self._say("220 go")
        self._talker = self._server.tls.wrap_socket(self._talker, server_side=True)
        self._lines = self._talker.makefile("rb")

    def _check_login(self, words: str) -> None:
        user, password = self._server.login or ("", "")
        _, mechanism, *first = words.split(" ")
        if mechanism == "LOGIN":
            given = [self._challenge("334 VXNlcm5hbWU6"), self._challenge("334 UGFzc3dvcmQ6")]
            is_right = given == [user, password]
        elif mechanism == "XOAUTH2":
            is_right = _decoded(first[0]) == f"user={user}\x01auth=Bearer {password}\x01\x01"
            if not is_right:
                self._challenge("334 eyJzdGF0dXMiOiI0MDAifQ==")
        else:
            is_right = _decoded(first[0]) == f"\0{user}\0{password}"
        if not is_right:
            self._say("535 5.7.8 wrong")
            raise _HangUpError  # many do: whoever asks once more must not take that for a server that is down
        self._is_welcome = True
        self._say("235 2.7.0 welcome")

    def _challenge(self, words: str) -> str:
        self._say(words)
        return _decoded(self._lines.readline().decode("ascii").strip())

    def _hear_sender(self, words: str) -> None:
        if self._taken >= self._server.mails_per_connection:
            raise _HangUpError
        local = _local(words)
        if not self._is_welcome:
            self._say("530 5.7.0 log in first")
        elif local.startswith("mail-"):
            self._say(_scripted(local))
        else:
            self._say("250 2.1.0 ok")

    def _hear_recipient(self, words: str) -> None:
        self._recipient = _ADDRESS.findall(words)[0]
        local = _local(words)
        is_first = self._server.try_number(self._recipient) == 1
        if local.startswith("rcpt-"):
            self._say(f"{_scripted(local)} <{self._recipient}> says the server")
            if "421" in local:
                raise _HangUpError
        elif local == "grey" and is_first:
            self._say("450 4.2.0 greylisted, come again")
        elif local == "hangup-rcpt":
            raise _HangUpError
        elif local == "nonsense-rcpt":
            self._say("hello there")
        else:
            if local == "silent-rcpt":
                time.sleep(self._server.silence)
            self._say("250 2.1.5 ok")

    def _hear_mail(self, _words: str) -> None:
        local = self._recipient.partition("@")[0]
        if local.startswith("data-"):
            self._say(_scripted(local))
            return
        self._say("354 go on")
        body = self._body(local)
        if local.startswith("end-"):
            self._say(_scripted(local))
            return
        self._keep(body)
        time.sleep(self._server.delay)
        if local == "hangup-end":
            self._abort()
        if local == "silent-end":
            time.sleep(self._server.silence)
        self._say("good day" if local == "nonsense-end" else "250 2.0.0 taken")

    def _body(self, local: str) -> bytes:
        lines, length = list[bytes](), 0
        while (line := self._lines.readline()) != b".\r\n":
            if not line:
                raise _HangUpError
            lines.append(line.removeprefix(b"."))
            length += len(line)
            if length > _ENOUGH and local == "hangup-body":
                self._abort()
            if length > _ENOUGH and local == "early-552":
                self._say("552 5.3.4 too big")
                raise _HangUpError
        return b"".join(lines)

    def _keep(self, body: bytes) -> None:
        found = _MESSAGE_ID.search(body)
        kept = Kept(self._recipient, found[1].decode() if found else "")
        self._server.note(kept)
        self._server.kept.append(kept)
        self._server.bodies.append(body)
        self._taken += 1

    def _abort(self) -> None:
        self._talker.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # a reset, not a goodbye
        raise _HangUpError


def _local(words: str) -> str:
    return str(_ADDRESS.findall(words)[0]).partition("@")[0]


def _scripted(local: str) -> str:
    _, code, *enhanced = local.split("-")
    return f"{code} {enhanced[0] if enhanced else ''} as the script says"


def _decoded(words: str) -> str:
    return base64.b64decode(words).decode()


def _serve(log: Path, delay: float) -> None:
    """Until whoever started it closes its input."""
    with log.open("a", encoding="utf-8") as notes:

        def note(kept: Kept) -> None:
            notes.write(json.dumps([kept.recipient, kept.message_id]) + "\n")
            notes.flush()

        with FaultServer(delay=delay, note=note) as server:
            sys.stdout.write(f"{server.port}\n")
            sys.stdout.flush()
            sys.stdin.read()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), float(sys.argv[2]))
