"""The bytes of a message that Outlook saved -> its headers, its bodies, and what hangs on it."""

import datetime as dt
from collections.abc import Callable, Iterator
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.letters import Letter, Part, safe_name
from flows.newsroom.formats.mail_guard import LONGEST_HEADER
from flows.newsroom.formats.signatures import kind_of_file
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Enclosure

if TYPE_CHECKING:
    from oxmsg import Message
    from oxmsg.attachment import Attachment

MOST_ATTACHMENTS = 200

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of the container that older Word and Excel files use as well
# A contact or a task is no text to be read; notes, meetings, and reports of them are.
_READ = ("IPM.NOTE", "IPM.POST", "IPM.SCHEDULE", "IPM.APPOINTMENT", "REPORT", "IPM.OUTLOOK")
_SENDER_NAME = 0x0C1A  # PidTagSenderName
_HIDDEN = 0x7FFE  # PidTagAttachmentHidden: a picture within the text


def open_outlook(content: bytes) -> Letter:
    """Take a message apart.

    Raises:
        DocumentError: The bytes are no message of Outlook's, are damaged, or hold far too much.
    """
    from oxmsg import Message

    if not content.startswith(_MARK):
        found = kind_of_file(content)
        is_like = f" It looks like {found} under another file name." if found else ""
        raise UnreadableDocumentError(
            f"The file is no message that Outlook saved.{is_like} Save it once more from Outlook, or give it the "
            "ending that its kind has."
        )
    try:
        message = Message.load(content)
        kind = message.message_class.upper()
        if message.attachment_count > MOST_ATTACHMENTS:
            raise RefusedDocumentError(f"The e-mail has more than {MOST_ATTACHMENTS} attachments. Save only the text.")
    except _failures() as error:
        raise UnreadableDocumentError(
            "The message is damaged, or is no message. Open it in Outlook and save it once more, or copy its text into "
            "a text file."
        ) from error
    if not kind.startswith(_READ):
        raise UnreadableDocumentError(
            "The file holds a contact, a task or a note of Outlook's, not a message. Copy the text that matters into a "
            "text file."
        )
    return _letter(message)


def _letter(message: "Message") -> Letter:
    headers = _got(lambda: message.message_headers) or {}
    stated = {name.lower(): words for name, words in headers.items() if len(words) <= LONGEST_HEADER}
    return Letter(
        subject=repair_line(_got(lambda: message.subject) or "") or None,
        sender=_sender(message, stated.get("from")),
        day=_day(stated.get("date")) or _sent(message),
        bodies=tuple(_bodies(message)),
        attachments=tuple(_attachment(one) for one in _got(lambda: message.attachments) or () if not _is_silent(one)),
    )


def _bodies(message: "Message") -> Iterator[Part]:
    markup = _got(lambda: message.html_body)
    if markup:
        yield Part(content=markup.encode(errors="replace"), charset=None, is_markup=True)
    text = _got(lambda: message.body)
    if text:
        yield Part(content=text.encode(errors="replace"), charset=None)


def _sender(message: "Message", header: str | None) -> str | None:
    if header is None:
        return repair_line(_got(lambda: message.properties.str_prop_value(_SENDER_NAME)) or "") or None
    named = [name for name, _ in _got(lambda: getaddresses([header])) or () if name]
    return repair_line(named[0]) or None if len(named) == 1 else None


def _day(words: str | None) -> dt.date | None:
    """The day on the sender's own clock, as the header of the message states it."""
    try:
        return parsedate_to_datetime(words).date() if words else None
    except ValueError:
        return None


def _sent(message: "Message") -> dt.date | None:
    moment = _got(lambda: message.sent_date)
    return moment.date() if moment else None


def _attachment(one: "Attachment") -> Enclosure:
    content = _got(lambda: one.file_bytes)
    name = _got(lambda: one.file_name) or ""
    # A message that was attached whole has no bytes of its own here: it is named among what cannot be read.
    is_message = content is None and not name
    return Enclosure(
        name="another message" if is_message else safe_name(name),
        media_type=_got(lambda: one.mime_type) or "application/octet-stream",
        content=content or b"",
    )


def _is_silent(one: "Attachment") -> bool:
    """Whether it is a picture within the text."""
    name = (_got(lambda: one.file_name) or "").lower()
    is_hidden = bool(_got(lambda: one.properties.int_prop_value(_HIDDEN)))
    return is_hidden and name.endswith((".png", ".jpg", ".jpeg", ".gif", ".bmp"))


def _got(read: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the property holds
    """A property, or None where the file does not keep to the rules for it: the others may still serve."""
    try:
        return read()
    except _failures():
        return None


def _failures() -> tuple[type[Exception], ...]:
    """What the libraries raise on files that do not keep to the rules, found by reading them and by trying."""
    import struct

    from olefile.olefile import OleFileError
    from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError

    return (
        ArithmeticError, AssertionError, AttributeError, LookupError, OSError, OleFileError, RuntimeError, TypeError,
        UnrecognizedCodePageError, UnsupportedEncodingError, ValueError, struct.error,
    )  # fmt: skip
