"""The courier: asks servers for pages, politely, and brings back no more than a document.

Polite means: under our own name with somebody to write to, as robots.txt allows, one page at a time with a pause, and
never for a page that has not changed since.
"""

import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.robotparser import RobotFileParser

import certifi
import httpcore
from httpx import URL, InvalidURL

from flows.newsroom.errors import FetchError, ServerDownError
from flows.newsroom.fetching.destinations import Resolver, checked_addresses, checked_url, port_of, resolve
from flows.newsroom.fetching.pinned import PinnedBackend

AGENT = "Standfirst"
"""The name by which robots.txt may speak of us."""

MOST_REDIRECTS = 5
MOST_FAILURES = 3  # of one server in one run; then it is let be
PAGE_SECONDS = 60.0  # in all, redirects included
_STEPS = {"timeout": {"connect": 10.0, "read": 20.0, "write": 10.0, "pool": 10.0}}  # seconds
_MOST_ROBOTS_BYTES = 500_000  # RFC 9309 asks for no more to be read
_LONGEST_PAUSE = 10.0  # seconds, whatever a server asks for
_LONGEST_TAG = 500  # characters of an ETag
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED, _OK, _NOT_ALLOWED, _TOO_MANY, _BROKEN = 304, 200, frozenset({401, 402, 403, 407, 451}), 429, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a server gave for an address."""

    content: bytes
    content_type: str  # as it says
    address: str  # where it stood after redirects
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(slots=True)
class _Server:
    """What is known of a server in this run."""

    robots: RobotFileParser
    free_at: float = 0.0  # on the clock that never goes back: when it may be asked again


@dataclass(slots=True, kw_only=True)
class Courier:
    """Fetches pages one after another; one for a run, used by one thread."""

    contact: str | None  # an address that somebody reads, for whoever looks after the servers
    largest_bytes: int
    trusted_hosts: tuple[str, ...] = ()
    pause_seconds: float = 1.0
    page_seconds: float = PAGE_SECONDS
    resolver: Resolver = resolve
    wait: Callable[[float], None] = time.sleep
    _servers: dict[str, _Server] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def fetch(self, address: str, *, etag: str | None = None, last_modified: str | None = None) -> Parcel | None:
        """What stands at an address; None: the same as when it had that tag, or was changed at that time.

        Raises:
            FetchError: It may not be asked for, is too large, or is not there.
            ServerDownError: The server does not answer, or is in trouble.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditions = {name: text for name, text in known.items() if text}
        backend = PinnedBackend(self._check, self.page_seconds)
        with httpcore.ConnectionPool(ssl_context=_trust(), network_backend=backend) as pool:
            url, reply = self._follow(pool, backend, checked_url(address, self.trusted_hosts), conditions)
        if reply.status == _UNCHANGED and conditions:
            return None
        if reply.status != _OK:
            raise _failure(reply.status)
        return Parcel(
            content=reply.content,
            content_type=reply.headers.get("content-type", ""),
            address=str(url),
            etag=reply.headers.get("etag", "")[:_LONGEST_TAG] or None,
            last_modified=reply.headers.get("last-modified", "")[:_LONGEST_TAG] or None,
        )

    def _follow(
        self, pool: httpcore.ConnectionPool, backend: PinnedBackend, url: URL, conditions: Mapping[str, str]
    ) -> tuple[URL, _Reply]:
        for _ in range(MOST_REDIRECTS + 1):
            self._ask_leave(pool, backend, url)
            backend.start()
            reply = self._get(pool, url, self.largest_bytes, conditions)
            if reply.status not in _REDIRECTS:
                return url, reply
            url = self._next(url, reply)
        raise FetchError("The address leads from one page to the next without end.")

    def _next(self, url: URL, reply: _Reply) -> URL:
        try:
            return checked_url(str(url.join(reply.headers.get("location", ""))), self.trusted_hosts)
        except InvalidURL as error:
            raise FetchError("The address leads to another one that is none.") from error

    def _ask_leave(self, pool: httpcore.ConnectionPool, backend: PinnedBackend, url: URL) -> None:
        """Read robots.txt of a server that is new to us, and wait until it may be asked again."""
        origin = f"{url.scheme}://{url.host}:{port_of(url)}"
        if self._failures.get(origin, 0) >= MOST_FAILURES:
            raise ServerDownError("Its server did not answer again and again.", is_worth_another_try=False)
        server = self._servers.get(origin)
        if server is None:
            backend.start()
            server = self._servers[origin] = _Server(robots=self._robots(pool, url))
        if not server.robots.can_fetch(AGENT, str(url)):
            raise FetchError(
                "Its robots.txt asks programs not to fetch it. Save the page from the browser, if you may use it."
            )
        self.wait(max(0.0, server.free_at - time.monotonic()))
        asked = float(server.robots.crawl_delay(AGENT) or 0)
        server.free_at = time.monotonic() + min(max(self.pause_seconds, asked), _LONGEST_PAUSE)

    def _robots(self, pool: httpcore.ConnectionPool, url: URL) -> RobotFileParser:
        robots = RobotFileParser()
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        reply = self._get(pool, place, _MOST_ROBOTS_BYTES, {}, is_cut=True)
        for _ in range(MOST_REDIRECTS):
            if reply.status not in _REDIRECTS:
                break
            place = self._next(place, reply)
            reply = self._get(pool, place, _MOST_ROBOTS_BYTES, {}, is_cut=True)
        if reply.status >= _BROKEN:
            raise _failure(reply.status)
        # RFC 9309: where there are no rules, all is allowed.
        robots.parse(reply.content.decode(errors="replace").splitlines() if reply.status == _OK else [])
        return robots

    def _get(
        self, pool: httpcore.ConnectionPool, url: URL, most: int, conditions: Mapping[str, str], *, is_cut: bool = False
    ) -> _Reply:
        headers = {"User-Agent": self._name(), "Accept": "*/*", "Accept-Encoding": "gzip", **conditions}
        origin = f"{url.scheme}://{url.host}:{port_of(url)}"
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        try:
            with pool.stream("GET", target, headers=list(headers.items()), extensions=_STEPS) as got:
                named = {name.decode("latin-1").lower(): text.decode("latin-1") for name, text in got.headers}
                packing = named.get("content-encoding", "").strip().lower()
                content = _unpacked(got.iter_stream(), packing, most, is_cut=is_cut)
                return _Reply(status=got.status, headers=named, content=content)
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            self._failures[origin] = self._failures.get(origin, 0) + 1
            raise _no_answer(error) from error

    def _check(self, host: str, port: int) -> tuple[str, ...]:
        return checked_addresses(host, port, trusted_hosts=self.trusted_hosts, resolver=self.resolver)

    def _name(self) -> str:
        contact = (self.contact or "").encode("ascii", "ignore").decode()
        return f"{AGENT}/1.0 (a newsletter desk for social work forums{'; ' + contact if contact else ''})"


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


def _unpacked(pieces: Iterable[bytes], packing: str, most: int, *, is_cut: bool) -> bytes:
    """A body, unpacked piece by piece, so that what is small on the way cannot become huge here."""
    if packing not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise FetchError("The page is packed in a way that was not asked for.")
    unpacker = zlib.decompressobj(wbits=47) if packing not in {"", "identity"} else None  # 47: gzip and zlib
    content = bytearray()
    for piece in pieces:
        try:
            content += unpacker.decompress(piece, most + 1 - len(content)) if unpacker else piece
        except zlib.error as error:
            raise FetchError("The page is packed in a way that cannot be undone.") from error
        if len(content) > most:
            if is_cut:
                break
            raise FetchError(
                f"It has more than {most / 1_000_000:.0f} MB (documents.largest_megabytes in newsletter.toml)."
            )
    return bytes(content[:most])


def _failure(status: int) -> FetchError:
    if status in _NOT_ALLOWED:
        return FetchError(f"Its server does not let programs see it (status {status}). Save it from the browser.")
    if status == _TOO_MANY or status >= _BROKEN:
        return ServerDownError(f"Its server is in trouble at present (status {status}).")
    return FetchError(f"There is no such page (status {status}). Is the address still right?")


def _no_answer(error: Exception) -> FetchError:
    if isinstance(error.__cause__ or error.__context__, ssl.SSLCertVerificationError):
        return FetchError("The certificate of its server is not valid, so nobody can tell whose page it is.")
    return ServerDownError("Its server does not answer.")
