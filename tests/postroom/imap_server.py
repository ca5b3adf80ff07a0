"""A small IMAP server inside TLS, with as much of RFC 3501 as is needed to read mail, and no way to change any."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

PASSWORD = "right"  # noqa: S105 - of this server alone
_RANGE = re.compile(r"<0\.(\d+)>")


@dataclass
class ImapServer:
    """Mails by their numbers in one folder, INBOX; remembers what it was asked."""

    mails: Mapping[int, bytes]
    context: ssl.SSLContext
    asked: list[str] = field(default_factory=list)
    validity: int = 7
    hangs_up_at: str | None = None
    port: int = 0

    @contextmanager
    def running(self) -> Iterator["ImapServer"]:
        """Serve one connection after the other while the block runs."""
        with socket.create_server(("127.0.0.1", 0)) as listening:
            self.port = listening.getsockname()[1]
            thread = threading.Thread(target=self._serve, args=(listening,), daemon=True)
            thread.start()
            yield self
            listening.shutdown(socket.SHUT_RDWR)
            thread.join(timeout=5)

    def _serve(self, listening: socket.socket) -> None:
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:  # the block has ended
                return
            try:
                with self.context.wrap_socket(plain, server_side=True) as connection:
                    self._talk(connection)
            except OSError:  # the client did not trust us, or left
                plain.close()

    def _talk(self, connection: ssl.SSLSocket) -> None:
        lines = connection.makefile("rb")
        connection.sendall(b"* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] ready\r\n")
        for line in lines:
            tag, _, command = line.decode().strip().partition(" ")
            self.asked.append(command)
            if self.hangs_up_at and command.startswith(self.hangs_up_at):
                return
            if command.startswith("AUTHENTICATE"):
                connection.sendall(b"+ \r\n")
                self.asked.append(next(lines).decode().strip())
            for answer in self._answers(command):
                connection.sendall(answer)
            state = "OK" if self._is_allowed(command) else "NO"
            connection.sendall(f"{tag} {state} done\r\n".encode())

    def _is_allowed(self, command: str) -> bool:
        verb, _, rest = command.partition(" ")
        allowed = {"LOGIN": f'"{PASSWORD}"' in rest, "SELECT": False, "EXAMINE": rest == '"INBOX"'}
        return allowed.get(verb, True)

    def _answers(self, command: str) -> Iterator[bytes]:
        verb, _, rest = command.partition(" ")
        if verb == "CAPABILITY":
            yield b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n"
        elif verb == "EXAMINE":
            yield f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] numbers\r\n".encode()
        elif rest.startswith("SEARCH"):
            yield f"* SEARCH {' '.join(map(str, self.mails))}\r\n".encode()
        elif rest.startswith("FETCH"):
            yield from self._fetched(rest)

    def _fetched(self, question: str) -> Iterator[bytes]:
        numbers, what = question.split()[1], question
        limit = _RANGE.search(what)
        assert limit
        for number in map(int, numbers.split(",")):
            whole = self.mails[number].replace(b"\n", b"\r\n")
            body = whole.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if "[HEADER]" in what else whole
            body = body[: int(limit[1])]
            yield f"* {number} FETCH (UID {number} BODY[] {{{len(body)}}}\r\n".encode() + body + b")\r\n"
