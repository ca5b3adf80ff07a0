"""The bytes of a message -> its headers, the part that people read, and what hangs on it."""

import datetime as dt
from email import message_from_bytes
from email.errors import MessageError
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage, Message
from email.policy import compat32, default

from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.letters import Letter, Part, safe_name
from flows.newsroom.formats.mail_guard import MOST_PARTS, guard_mail
from flows.newsroom.formats.outer_marks import marks_of_headers, tells_class
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Enclosure

# What the parser of headers raises on odd ones, found by reading it and by trying.
_FAILURES = (ArithmeticError, AttributeError, LookupError, MessageError, RuntimeError, TypeError, ValueError)
_FACTS = ("subject", "from", "date", "to")


def open_letter(content: bytes) -> Letter:
    """Take a message apart.

    Raises:
        DocumentError: The bytes are no message, or built to harm.
    """
    guard_mail(content)
    try:
        message = message_from_bytes(content, _class=EmailMessage, policy=default)
        if not any(name in message for name in _FACTS):
            raise UnreadableDocumentError(
                "The file is no e-mail: it names no sender, no subject and no date. Save the message once more from "
                "the mail program, or give the file the ending that its kind has."
            )
        if sum(1 for _ in message.walk()) > MOST_PARTS:
            raise RefusedDocumentError(f"The e-mail has more than {MOST_PARTS} parts. Save only the text that matters.")
        return _letter(message)
    except RecursionError as error:
        raise RefusedDocumentError(
            "The parts of the e-mail are nested too deeply to be read. Copy the text that matters into a text file."
        ) from error
    except _FAILURES as error:
        raise UnreadableDocumentError(
            "The e-mail is damaged. Save it once more from the mail program, or copy its text into a text file."
        ) from error


def _letter(message: EmailMessage, content: bytes = b"") -> Letter:
    bodies = [message.get_body((kind,)) for kind in ("html", "plain")]
    attached = list(message.iter_attachments()) if message.is_multipart() else []
    enclosed = [inner for part in attached for inner in _enclosed(part)]
    return Letter(
        subject=_header(message, "subject"),
        sender=_sender(message),
        day=_day(message),
        bodies=tuple(_part(body) for body in bodies if body is not None),
        enclosed=tuple(_letter(inner, inner.as_bytes(policy=compat32)) for inner in enclosed),
        attachments=tuple(map(_attachment, (part for part in attached if not _is_silent(part)))),
        marks=_marks(message),
        content=content,
    )


def _marks(message: EmailMessage) -> tuple[str, ...]:
    names = [name for name in message.keys() if tells_class(name)]  # noqa: SIM118 - iterating gives its parts
    return marks_of_headers((name, _header(message, name) or "") for name in names)


def _enclosed(part: Message) -> list[EmailMessage]:
    payload = part.get_payload() if part.get_content_type() == "message/rfc822" else None
    inner = payload if isinstance(payload, list) else []
    return [message for message in inner if isinstance(message, EmailMessage)]


def _part(body: Message) -> Part:
    payload = body.get_payload(decode=True)  # get_content() fails on charsets that it does not know
    return Part(
        content=payload if isinstance(payload, bytes) else b"",
        charset=body.get_content_charset(),
        is_markup=body.get_content_type() == "text/html",
        is_flowed=str(body.get_param("format", "")).lower() == "flowed",
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return repair_line(str(message.get(name) or "")) or None
    except _FAILURES:
        return None


def _sender(message: EmailMessage) -> str | None:
    try:
        header = message.get("from")
        addresses = header.addresses if isinstance(header, AddressHeader) else ()
    except _FAILURES:
        return None
    return repair_line(addresses[0].display_name) or None if len(addresses) == 1 else None


def _day(message: EmailMessage) -> dt.date | None:
    try:
        header = message.get("date")
        moment = header.datetime if isinstance(header, DateHeader) else None
    except _FAILURES:
        return None
    return moment.date() if moment else None


def _is_silent(part: Message) -> bool:
    """Whether a part is a picture within the text, a signature of a machine, or a message that is read itself."""
    is_picture = part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"
    return is_picture or part.get_content_type() in {"message/rfc822", "application/pgp-signature"}


def _attachment(part: Message) -> Enclosure:
    payload = None if part.is_multipart() else part.get_payload(decode=True)
    return Enclosure(
        name=safe_name(_filename(part)),
        media_type=part.get_content_type(),
        content=payload if isinstance(payload, bytes) else b"",
    )


def _filename(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except _FAILURES:
        return ""
