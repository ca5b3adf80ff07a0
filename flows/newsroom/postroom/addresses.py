"""Whether a text can be somebody's address, and the keyed hash that stands for it.

Addresses are stored as written and compared in small letters. Nobody is asked: whether mail arrives is seen when it
is sent. No message from here quotes an address.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass, field

from email_validator import EmailNotValidError, validate_email

from flows.newsroom.errors import MemberError
from flows.newsroom.postroom.keys import Keys

MOST_CHARACTERS = 254  # RFC 5321 4.5.3.1.3, without the brackets
MOST_BEFORE_THE_AT = 64  # RFC 5321 4.5.3.1.1

# Read by whoever is on duty (RFC 2142 and common use). Many forums have no other address of a team.
_SHARED = frozenset({
    "admin", "administration", "admissions", "contact", "contactus", "duty", "enquiries", "enquiry", "hello", "help",
    "helpdesk", "hr", "info", "inbox", "mail", "mailbox", "members", "office", "post", "reception", "referrals",
    "secretary", "support", "team",
})  # fmt: skip
# Read by nobody, or by whoever runs a mail server.
_NOBODY = frozenset({
    "abuse", "bounce", "bounces", "daemon", "devnull", "donotreply", "hostmaster", "mailerdaemon", "noreply",
    "postmaster", "root", "unsubscribe", "webmaster",
})  # fmt: skip

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DISPLAYED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_QUOTES = "\"'‘’“”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What a cell said: an address that mail can be sent to, and the name that stood in front of it, if any."""

    text: str = field(repr=False)
    name: str | None = field(default=None, repr=False)

    @property
    def is_shared(self) -> bool:
        """Whether it looks like the mailbox of a team."""
        return _plain(self.text.partition("@")[0]) in _SHARED


def read_address(cell: str) -> Address:
    """The one address in `cell`, without what people and programs leave around it.

    Mended are blanks that cannot be seen, `mailto:`, brackets with a name before them, and commas, semicolons and
    stops at the end. A domain with letters beyond ASCII is written as mail servers know it (RFC 5891).

    Raises:
        MemberError: There is none, there are several, or no mail can be sent to it; the message begins with a
            small letter and does not quote it.
    """
    name, text = _taken_apart(cell)
    if "@" not in text:
        raise MemberError("is not an e-mail address: it has no @. Correct it.")
    if text.count("@") > 1 or re.search(r"[\s,;/|]", text):
        raise MemberError("holds more than one address, or a space in it. Give each person one row with one address.")
    text = _checked(text)
    if _plain(text.partition("@")[0]) in _NOBODY:
        raise MemberError("is the address of a machine, which nobody reads. Ask for the address of a person or team.")
    return Address(text=text, name=name or None)


def address_key(address: str, keys: Keys) -> str:
    """The keyed hash (HMAC-SHA256, 64 characters) by which an address is known where it must not be written."""
    return hmac.new(keys.addresses, address.strip().lower().encode(), hashlib.sha256).hexdigest()


def paper_key(name: str, organisation: str | None, keys: Keys) -> str:
    """The same for somebody without an address, who is known by name and organisation."""
    words = (" ".join(text.split()).casefold() for text in (name, organisation or ""))
    return hmac.new(keys.addresses, "\n".join(("on paper", *words)).encode(), hashlib.sha256).hexdigest()


def _taken_apart(cell: str) -> tuple[str, str]:
    text = _INVISIBLE.sub("", cell).replace("\u00a0", " ").replace("＠", "@").strip(" \t\r\n,;")
    name = ""
    if found := _DISPLAYED.fullmatch(text):
        name, text = found["name"].strip(f" {_QUOTES}"), found["address"].strip()
    text = re.sub(r"^mailto:\s*", "", text, flags=re.IGNORECASE).partition("?")[0]
    return ("" if "@" in name else name), text.strip(f" \t\r\n,;<>{_QUOTES}").rstrip(".")


def _checked(text: str) -> str:
    before, _, domain = text.partition("@")
    if not before.isascii():
        raise MemberError("has letters before the @ that most mail servers refuse. Ask for another address.")
    if len(before) > MOST_BEFORE_THE_AT or len(text) > MOST_CHARACTERS:
        raise MemberError("is longer than an e-mail address can be. Correct it.")
    if "." not in domain:
        raise MemberError("is not an e-mail address: it lacks an ending such as .org. Correct it.")
    try:
        found = validate_email(text, check_deliverability=False, strict=True)
    except EmailNotValidError:  # its message, and its name in a traceback, would quote the address
        raise MemberError("is not an e-mail address. Look for a slip of the keys and correct it.") from None
    if found.ascii_email is None or len(found.ascii_email) > MOST_CHARACTERS:
        raise MemberError("is not an address that mail servers take. Ask for another one.")
    return found.ascii_email


def _plain(before_the_at: str) -> str:
    """Small letters only, so that no-reply, no_reply and noreply+7 are one."""
    return re.sub(r"[^a-z]", "", before_the_at.partition("+")[0].lower())
