"""What names one member's copy of one mailing: its Message-ID, and the address to which it comes back (VERP).

Mailing and member stand in that address as small letters and figures alone, because relays change the case.
"""

import hashlib
import hmac
import re
from typing import NamedTuple

from flows.newsroom.postroom.keys import Keys

LONGEST_LOCAL_PART = 64  # octets, by RFC 5321 4.5.3.1.1
_RETURNED = re.compile(r"[^@]+\+(\d{4})(\d{2})(\d{2})([a-z][a-z0-9]*)?\.([a-z0-9]+)@.+", re.IGNORECASE)


class Copy(NamedTuple):
    """One member's copy of one mailing."""

    mailing: str
    member: str


def message_id(mailing: str, member: str, domain: str, keys: Keys) -> str:
    """The Message-ID of a copy, the same at every try, so that two of them can be seen to be one mail.

    Whoever reads it learns the mailing, and nothing of the member.
    """
    named = hmac.new(keys.links, f"message-id|{mailing}|{member}".encode(), hashlib.sha256).hexdigest()[:32]
    return f"<{mailing}.{named}@{domain}>"


def return_address(bounces: str, mailing: str, member: str) -> str:
    """`bounces` with mailing and member after a plus: "bounces+20261121.4f2a9c01d7be@example.org".

    Only for a mailbox that takes what comes to its name, a plus and anything. An address that would be longer than
    addresses may be stays as it is: a copy that comes back also bears its Message-ID.
    """
    name, _, domain = bounces.partition("@")
    tagged = f"{name}+{mailing.replace('-', '')}.{member}"
    return f"{tagged}@{domain}" if len(tagged) <= LONGEST_LOCAL_PART else bounces


def copy_of(address: str) -> Copy | None:
    """Which copy came back to `address`; None: it names none."""
    found = _RETURNED.fullmatch(address.strip())
    if found is None:
        return None
    year, month, day, kind, member = (part.lower() if part else "" for part in found.groups())
    return Copy(mailing=f"{year}-{month}-{day}" + (f"-{kind}" if kind else ""), member=member)
