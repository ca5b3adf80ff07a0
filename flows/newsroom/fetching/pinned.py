"""Connections to the very address that was checked, which end when the time for one page is over.

The library that speaks HTTP still knows the computer by its name: for the Host header, and for its certificate.
"""

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

from httpcore import ConnectError, ConnectTimeout, NetworkBackend, NetworkStream, ReadTimeout, SyncBackend

Check = Callable[[str, int], tuple[str, ...]]


class PinnedBackend(NetworkBackend):
    """Connects to addresses that `check` has allowed, and to no others.

    Args:
        check: From the name and the port of a computer to its addresses; raises what should stop the fetch.
        seconds: How long one page may take in all, from `start` on.
    """

    def __init__(self, check: Check, seconds: float) -> None:
        self._check = check
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._plain = SyncBackend()

    def start(self) -> None:
        """Let the time begin anew."""
        self._deadline = time.monotonic() + self._seconds

    def left(self, timeout: float | None) -> float:
        """How long a single step may take."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise ReadTimeout
        return min(left, timeout if timeout is not None else left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """Connect to the first of the checked addresses that answers."""
        failure: Exception = ConnectError("no address")
        for address in self._check(host, port):
            try:
                stream = self._plain.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
            except (ConnectError, ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self)
        raise failure

    def connect_unix_socket(
        self,
        path: str,  # noqa: ARG002 - the signature is httpcore's
        timeout: float | None = None,  # noqa: ARG002 - likewise
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - likewise
    ) -> NetworkStream:
        """Never: no page stands there."""
        raise ConnectError("no page stands there")


class _TimedStream(NetworkStream):
    """A connection whose every step ends with the time for the page; a server may send a byte a minute."""

    def __init__(self, stream: NetworkStream, backend: PinnedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return _TimedStream(stream, self._backend)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the signature is httpcore's
        return self._stream.get_extra_info(info)
