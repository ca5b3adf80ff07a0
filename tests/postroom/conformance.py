"""What every mail that leaves the house must be like, by the standards and by what mail programs do with it."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

ONCE = (
    *("from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type"),
    *("list-id", "list-unsubscribe", "list-help", "precedence", "auto-submitted", "feedback-id", "x-mailing"),
)
NEVER = ("bcc", "cc", "return-path", "sender")
FOR_MACHINES = (
    *("message-id", "date", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-help"),
    *("feedback-id", "x-mailing", "precedence", "auto-submitted", "mime-version", "content-type"),
)


def faults(raw: bytes, pdf: bytes | None) -> list[str]:
    """What is wrong with a mail; nothing, if all is well.

    Args:
        raw: The mail.
        pdf: What must be attached to it; None: nothing may be.
    """
    mail = message_from_bytes(raw, policy=default)
    return [*_octets(raw), *_headers(raw), *_ways_to_leave(raw), *_structure(mail, pdf)]


def parsed(raw: bytes) -> EmailMessage:
    """A mail as a program of a reader's understands it."""
    return message_from_bytes(raw, policy=default)


def lines_of(raw: bytes) -> dict[str, str]:
    """The headers of a mail as they stand, unfolded, by their names in small letters."""
    head = re.sub(rb"\r\n([ \t])", rb"\1", raw.partition(b"\r\n\r\n")[0])
    pairs = (line.decode("ascii").partition(":") for line in head.split(b"\r\n"))
    return {name.lower(): value.strip() for name, _, value in pairs}


def _octets(raw: bytes) -> Iterator[str]:
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        yield "a bare CR or LF (RFC 5322 2.2)"
    if not raw.isascii() or b"\x00" in raw:
        yield "an octet that old relays do not pass (RFC 5321 4.5.2)"
    if max(map(len, raw.split(b"\r\n"))) > 998:
        yield "a line over 998 octets (RFC 5322 2.1.1)"
    if max(map(len, raw.partition(b"\r\n\r\n")[2].split(b"\r\n"))) > 78:
        yield "a line of the body over 78 octets (RFC 5322 2.1.1; RFC 2045 6.7)"
    if not raw.endswith(b"\r\n") or raw.endswith(b"\r\n\r\n"):
        yield "an end of other than one line end, which spoils a simple signature (RFC 6376 3.4.3)"


def _headers(raw: bytes) -> Iterator[str]:
    head = raw.partition(b"\r\n\r\n")[0]
    physical = head.split(b"\r\n")
    names = [line.partition(b":")[0].lower().decode("ascii") for line in physical if line[:1] not in b" \t"]
    for name in ONCE:
        if names.count(name) != 1:
            yield f"{name} occurs {names.count(name)} times"
    for name in sorted(set(names)):
        if name in NEVER:
            yield f"{name} must not be there"
        if names.count(name) > 1:
            yield f"{name} occurs more than once"
    for name, value in lines_of(raw).items():
        if name in FOR_MACHINES and "=?" in value:
            yield f"an encoded word in {name} (cpython #85725)"
    if any(len(word) > 75 for word in re.findall(rb"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=", head)):
        yield "an encoded word over 75 characters (RFC 2047 2)"
    yield from _values(raw)


def _values(raw: bytes) -> Iterator[str]:
    mail, lines = parsed(raw), lines_of(raw)
    for name in ("from", "to", "reply-to"):
        if len(mail[name].addresses) != 1:
            yield f"{len(mail[name].addresses)} addresses in {name}"
    if not re.fullmatch(r"<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>", lines["message-id"]):
        yield "a Message-ID that is none (RFC 5322 3.6.4)"
    if parsedate_to_datetime(lines["date"]).tzinfo is None:
        yield "a date without a zone"
    if not re.fullmatch(r'("[^"\\]+" )?<[a-z0-9-]+(\.[a-z0-9-]+)+>', lines["list-id"]):
        yield "a List-Id that is none (RFC 2919 3)"
    for name, value in mail.items():
        if defects := getattr(value, "defects", ()):
            yield f"{name}: {defects}"


def _ways_to_leave(raw: bytes) -> Iterator[str]:
    lines = lines_of(raw)
    ways = lines.get("list-unsubscribe", "")
    if not re.fullmatch(r"(<https://[^<>\s]+>, )?<mailto:[^<>\s]+\?subject=unsubscribe%20[^<>\s]+>", ways):
        yield "a List-Unsubscribe that is none (RFC 2369 3.2)"
    if ("https://" in ways) != (lines.get("list-unsubscribe-post") == "List-Unsubscribe=One-Click"):
        yield "one click without a page, or a page without one click (RFC 8058 3.1)"


def _structure(mail: EmailMessage, pdf: bytes | None) -> Iterator[str]:
    for part in mail.walk():
        if part.defects:
            yield f"a part with defects: {part.defects}"
    kinds = [part.get_content_type() for part in mail.walk()]
    alternative = ["multipart/alternative", "text/plain", "text/html"]
    expected = alternative if pdf is None else ["multipart/mixed", *alternative, "application/pdf"]
    if kinds != expected:
        yield f"parts {kinds}"
        return
    for part in mail.iter_attachments():
        if part.get_payload(decode=True) != pdf:
            yield "other octets than the PDF's"
        if not re.fullmatch(r"[a-z0-9-]+\.pdf", part.get_filename() or ""):
            yield "a file name that some program changes"
