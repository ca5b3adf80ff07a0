"""Addresses that a reader of the newsletter may be led to."""

import re
from urllib.parse import urljoin, urlsplit

_LINE_ENDS = re.compile("[\t\n\r]")
_WEB = frozenset({"http", "https"})


def whole_address(reference: str, base: str | None = None) -> str | None:
    """The whole address behind a link, or None where it leads nowhere that is safe to print.

    Only http, https and mailto pass: no script, no file, no place within the same page, no relative address without a
    base, no name and password before the host (they disguise it), no character that nobody can see.

    Args:
        reference: What the link says, such as "../news".
        base: The address of the page it stands on.
    """
    reference = _LINE_ENDS.sub("", reference.strip()).replace(" ", "%20")  # as browsers do
    if not reference or reference.startswith("#") or not reference.isprintable():
        return None
    try:
        address = urljoin(base or "", reference)
        parts = urlsplit(address)
        is_web = parts.scheme in _WEB and bool(parts.hostname) and parts.username is None
    except ValueError:  # such as "http://[::"
        return None
    is_mail = parts.scheme == "mailto" and "@" in parts.path
    return address if is_web or is_mail else None
