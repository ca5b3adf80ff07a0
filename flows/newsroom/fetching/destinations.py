"""Which computers may be asked: those of the public internet, and those that the settings name.

An address that leads into the network of whoever runs this could show a page, or a device, that is nobody else's
business ("server-side request forgery"). So every address that a name leads to must be public, and the connection is
made to the very one that was checked: a name may lead elsewhere a moment later.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable

from httpx import URL, InvalidURL

from flows.newsroom.errors import FetchError, ServerDownError

Resolver = Callable[[str, int], Iterable[str]]

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NOT_PUBLIC = ipaddress.ip_network("192.0.0.0/24")  # Python 3.11 calls parts of it global


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses that a name leads to, in the system's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def checked_url(address: str, trusted_hosts: Iterable[str] = ()) -> URL:
    """An address, taken apart, if it is one of a page that may be asked for.

    Args:
        address: The address.
        trusted_hosts: Computers such as "intranet.example.org:8080" that may be asked at a port of their own.

    Raises:
        FetchError: It is of another kind, holds a password, or names an unusual port.
    """
    try:
        url = URL(address)
        port = port_of(url)
    except (InvalidURL, KeyError, ValueError) as error:
        raise FetchError("It is no web address. One begins with https:// or http://.") from error
    if not url.host:
        raise FetchError("It is no web address: it names no computer.")
    if url.userinfo:
        raise FetchError("The address holds a name or a password. Write it without them.")
    if port not in _PORTS.values() and f"{url.host}:{port}" not in trusted_hosts:
        raise FetchError(
            f"The address names the port {port}, which web pages do not stand at. If it is a computer of your own, "
            "name it in links.trusted_hosts in newsletter.toml."
        )
    return url


def port_of(url: URL) -> int:
    """The port at which a page stands; KeyError for an address that is of no web page."""
    usual = _PORTS[url.scheme]
    return url.port or usual


def checked_addresses(
    host: str, port: int, *, trusted_hosts: Iterable[str] = (), resolver: Resolver = resolve
) -> tuple[str, ...]:
    """The numbers of the computer `host`, if it is one that may be asked.

    Raises:
        FetchError: It leads to a network that is not public.
        ServerDownError: The name leads nowhere.
    """
    try:
        found = tuple(resolver(host, port))
    except (OSError, UnicodeError) as error:
        raise ServerDownError("The name in the address leads to no computer. Is it spelt right?") from error
    if f"{host}:{port}" not in trusted_hosts and not all(map(is_public, found)):
        raise FetchError(
            "The address leads to a computer that is not on the public internet. If it is one of your own, name it in "
            "links.trusted_hosts in newsletter.toml."
        )
    if not found:
        raise ServerDownError("The name in the address leads to no computer. Is it spelt right?")
    return found


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public internet, also where another one is wrapped in it."""
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast and address not in _NOT_PUBLIC
