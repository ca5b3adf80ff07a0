"""Whose fault it is that a mail came back: the address's, the moment's or ours.

Only ids, codes and words from fixed lists come out. What a server writes quotes addresses, so it goes no further.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_string
from email.message import Message

from flows.newsroom.model.postroom import BounceKind, SuppressionReason
from flows.newsroom.postroom.message.copies import Copy, copy_of
from flows.newsroom.postroom.statuses import UNKNOWN_FAILURE, Blame, blame, is_about_the_sender

SOFT_BOUNCES_ALLOWED = 2  # of different mailings: a full mailbox is emptied, a server comes back

_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)")
_MACHINE = re.compile(r"\b(?:mailer-daemon|mail-daemon|postmaster|microsoftexchange[0-9a-f]+)@", re.IGNORECASE)
_DELIVERED_TO = ("X-Original-To", "Delivered-To", "Envelope-To", "To")
_RETURNED_AS = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
_LONGEST_NOTICE = 20_000  # characters of a notice in words; what follows is the mail that came back
_MILDNESS = (BounceKind.OURS, BounceKind.SOFT, BounceKind.HARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What a mail says about which copy it is about; what is unknown is None."""

    copy: Copy | None = None
    message_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """One copy that came back, or is late (`kind` is None: nothing has failed yet)."""

    trace: Trace
    status: str
    kind: BounceKind | None


def bounce_in(mail: Message) -> Bounce | None:
    """The bounce that `mail` is, by RFC 3464 or by the words of a machine; None if it is none."""
    answers = tuple(_answers(mail)) or tuple(_answers_in_words(mail))
    if not answers:
        return None
    status, kind = min(answers, key=_mildness)
    return Bounce(trace=trace_in(mail), status=status, kind=kind)


def may_be_bounce(heading: Message) -> bool:
    """Whether a mail with these headers has to be read to know that it is no bounce."""
    came_to = (copy_of(address.strip("<> ")) for address in _values(heading, *_DELIVERED_TO))
    is_report = heading.get_content_type() == "multipart/report"
    return is_report or any(came_to) or _MACHINE.search(_value(heading, "From")) is not None


def trace_in(mail: Message) -> Trace:
    """Which copy `mail` is about: by the address that it came to (VERP), else by what it brings back."""
    returned = tuple(_returned_headers(mail))
    addresses = [*_values(mail, *_DELIVERED_TO)]
    for headers in returned:
        addresses += _values(headers, "Return-Path")
    copies = (copy_of(address.strip("<> ")) for address in addresses)
    ids = (value.strip() for headers in returned for value in _values(headers, "Message-ID"))
    return Trace(copy=next(filter(None, copies), None), message_id=next(ids, None))


def own_parts(mail: Message) -> Iterator[Message]:
    """The parts of `mail`, but not those of a mail that it brings back."""
    yield mail
    if mail.get_content_maintype() == "multipart":
        for part in mail.get_payload() if mail.is_multipart() else ():
            if isinstance(part, Message):
                yield from own_parts(part)


def kind_of(status: str) -> BounceKind:
    """Whose fault the failure with this enhanced status code (RFC 3463) is.

    Ours is what says something of the sender, the mail or a policy, and never of the member. Hard is an address that
    does not exist or is closed, for good. Everything else may pass.
    """
    match blame(status):
        case Blame.SENDER:
            return BounceKind.OURS
        case Blame.GONE if status.startswith("5"):
            return BounceKind.HARD
        case _:
            return BounceKind.SOFT


def reason_to_stop(failures: Iterable[tuple[str, BounceKind]]) -> SuppressionReason | None:
    """Why a member with these failures (mailing, kind) is not written to any more; None: the next issue is tried."""
    by_kind = {kind: {mailing for mailing, its in failures if its is kind} for kind in BounceKind}
    if by_kind[BounceKind.HARD]:
        return SuppressionReason.HARD_BOUNCE
    if len(by_kind[BounceKind.SOFT]) > SOFT_BOUNCES_ALLOWED:
        return SuppressionReason.SOFT_BOUNCES
    return None


def _answers(mail: Message) -> Iterator[tuple[str, BounceKind | None]]:
    for part in own_parts(mail):
        if part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}:
            yield from map(_answer, filter(_is_of_a_recipient, _blocks(part)))


def _blocks(part: Message) -> Iterator[Message]:
    """One for the report, one for each recipient; the standard library takes only the plain kind of report apart."""
    for block in _messages(part):
        yield block
        yield from map(message_from_string, re.split(r"\n[ \t]*\n", str(block.get_payload()).replace("\r\n", "\n")))


def _is_of_a_recipient(block: Message) -> bool:
    return "Action" in block or "Status" in block


def _answer(block: Message) -> tuple[str, BounceKind | None]:
    status = _status_of(block)
    if status and status.startswith("5") and is_about_the_sender(status, _value(block, "Diagnostic-Code")):
        return status, BounceKind.OURS if _is_failure(block) else None
    match _value(block, "Action").lower().split()[:1]:
        case ["failed"]:
            return status or UNKNOWN_FAILURE, kind_of(status or UNKNOWN_FAILURE)
        case ["delayed" | "delivered" | "relayed" | "expanded"]:
            return status or UNKNOWN_FAILURE, None
        case _:  # a machine that does not follow RFC 3464: only a final code is believed
            return status or UNKNOWN_FAILURE, kind_of(status) if status and status.startswith("5") else None


def _is_failure(block: Message) -> bool:
    return _value(block, "Action").lower().split()[:1] in ([], ["failed"])


def _status_of(block: Message) -> str | None:
    stated = _STATUS.search(_value(block, "Status"))
    if stated and not stated[1].endswith(".0.0"):
        return stated[1]
    in_words = _STATUS.search(_value(block, "Diagnostic-Code"))  # often says more than "something failed"
    found = in_words or stated
    return found[1] if found else None


def _answers_in_words(mail: Message) -> Iterator[tuple[str, BounceKind | None]]:
    """What a machine writes that knows no RFC 3464; a code that may pass is no failure yet."""
    if not _MACHINE.search(_value(mail, "From")):
        return
    text = next((_text(part) for part in own_parts(mail) if part.get_content_type() == "text/plain"), "")
    found = _STATUS.search(text[:_LONGEST_NOTICE])
    if found:
        yield found[1], kind_of(found[1]) if found[1].startswith("5") else None


def _mildness(answer: tuple[str, BounceKind | None]) -> int:
    """A mailbox that passes its mail on to several people is not gone because one of them is."""
    kind = answer[1]
    return -1 if kind is None else _MILDNESS.index(kind)


def _returned_headers(mail: Message) -> Iterator[Message]:
    for part in own_parts(mail):
        if part.get_content_type() in _RETURNED_AS:
            yield from _messages(part) or [message_from_string(_text(part))]


def _messages(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _text(part: Message) -> str:
    payload = None if part.is_multipart() else part.get_payload(decode=True)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _value(mail: Message, name: str) -> str:
    return str(mail.get(name, ""))


def _values(mail: Message, *names: str) -> Iterator[str]:
    for name in names:
        yield from map(str, mail.get_all(name, ()))
