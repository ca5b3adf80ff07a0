"""What a mail that came in is: a bounce, a complaint, a wish to leave the list, a machine's answer, or none of these.

A bounce says that it was submitted automatically, as an answer of somebody on holiday does: what it reports is looked
at first.
"""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses
from enum import StrEnum

from flows.newsroom.errors import RefusedDocumentError
from flows.newsroom.formats.mail_guard import guard_mail
from flows.newsroom.postroom.bounces import Bounce, Trace, bounce_in, may_be_bounce, own_parts, trace_in
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.leaving import has_token, member_named_in

LARGEST_BYTES = 256 * 1024  # of a mail that are read: what a bounce says stands before the mail that it brings back

# What the parser of headers raises on odd ones, as the readers of documents know.
_FAILURES = (ArithmeticError, AttributeError, LookupError, MessageError, RecursionError, TypeError, ValueError)
_ANSWERED = r"(?:(?:re|fwd?|aw|wg|sv)\s*:\s*)*"
_WISH = re.compile(rf"\s*{_ANSWERED}(?:please\s+)?unsubscribe\b", re.IGNORECASE)
_AUTOMATIC_PRECEDENCE = {"auto_reply", "auto-reply", "bulk", "junk", "list"}


class Silent(StrEnum):
    """A mail that nothing is done about."""

    LATE = "notices that a mail is late"
    AUTOMATIC = "automatic answers"
    UNREADABLE = "mails that cannot be read"
    OTHER = "other mails"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A reader marked a copy as unwanted, and the provider tells us (RFC 5965)."""

    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Somebody asks to leave the list: `member` by a token; without one only the sender is known."""

    member: str | None = None
    sender: str | None = field(default=None, repr=False)


Arrival = Bounce | Complaint | Wish | Silent


def read_arrival(content: bytes, list_id: str, keys: Keys) -> Arrival:
    """What the mail is. Never fails, whatever the bytes are.

    Args:
        content: The mail, or its first `LARGEST_BYTES`.
        list_id: The list to which a token must belong.
        keys: The keys of the state folder.
    """
    try:
        guard_mail(content[:LARGEST_BYTES])
        mail = message_from_bytes(content[:LARGEST_BYTES], policy=compat32)
        return _arrival(mail, list_id, keys)
    except (*_FAILURES, RefusedDocumentError):
        return Silent.UNREADABLE


def is_worth_reading(heading: bytes) -> bool:
    """Whether a mail with these headers can be anything but another mail, so that all of it must be read."""
    try:
        guard_mail(heading)
        mail = message_from_bytes(heading, policy=compat32)
        subject = _subject(mail)
    except (*_FAILURES, RefusedDocumentError):
        return False
    return may_be_bounce(mail) or has_token(subject) or _WISH.match(subject) is not None


def _arrival(mail: Message, list_id: str, keys: Keys) -> Arrival:
    bounce = bounce_in(mail)
    if bounce:
        return bounce if bounce.kind else Silent.LATE
    if any(part.get_content_type() == "message/feedback-report" for part in own_parts(mail)):
        return Complaint(trace=trace_in(mail))
    if _is_automatic(mail):
        return Silent.AUTOMATIC
    return _wish(mail, list_id, keys) or Silent.OTHER


def _is_automatic(mail: Message) -> bool:
    """By RFC 3834, and by what programs wrote before it and still do; a receipt is no answer of a person either."""
    submitted = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    precedence = str(mail.get("Precedence", "")).strip().lower()
    has_old_mark = any(name in mail for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply"))
    return (
        submitted != "no"
        or precedence in _AUTOMATIC_PRECEDENCE
        or has_old_mark
        or mail.get_content_type() == "multipart/report"
    )


def _wish(mail: Message, list_id: str, keys: Keys) -> Wish | None:
    subject = _subject(mail)
    member = member_named_in(subject, list_id, keys)
    if member:
        return Wish(member=member)
    if not _WISH.match(subject):
        return None
    return Wish(sender=None if has_token(subject) else _sender(mail))


def _subject(mail: Message) -> str:
    return str(make_header(decode_header(str(mail.get("Subject", "")))))


def _sender(mail: Message) -> str | None:
    """The one address that the mail comes from; of several nobody knows who asks."""
    addresses = [address for _, address in getaddresses([str(mail.get("From", ""))])]
    return addresses[0] if len(addresses) == 1 and "@" in addresses[0] else None
