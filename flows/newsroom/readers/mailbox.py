"""Mailboxes: many messages one after another, as mail programs export them (mbox). Each is a document of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import policy
from email.parser import BytesHeaderParser
from typing import ClassVar

from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.forwarding import bare_subject
from flows.newsroom.formats.letters import safe_name, with_names_apart
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Enclosure, RawDocument, Source

MOST_MESSAGES = 500

_SEAM = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{0,200}\r?\n")
_MASKED = re.compile(rb"^>(>*From )", re.MULTILINE)  # a line of a message that looks like a seam
_SUBJECT = re.compile(rb"^Subject:[^\r\n]{0,500}", re.MULTILINE | re.IGNORECASE)
_HEAD = 20_000  # bytes of a message within which its subject stands


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Takes a mailbox apart; it has no words of its own."""

    suffixes: ClassVar[Mapping[str, str]] = {".mbox": "application/mbox"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Find the messages in `content`.

        Raises:
            DocumentError: It is no mailbox, or far too full a one.
        """
        seams = list(_SEAM.finditer(content))
        if not seams or seams[0].start():
            raise UnreadableDocumentError(
                "The file is no mailbox (mbox). Export it once more from the mail program, or save its messages one by "
                "one as .eml."
            )
        if len(seams) > MOST_MESSAGES:
            raise RefusedDocumentError(
                f"The mailbox holds more than {MOST_MESSAGES} messages. Save those that matter one by one as .eml."
            )
        ends = [seam.start() for seam in seams[1:]] + [len(content)]
        messages = (content[seam.end() : end] for seam, end in zip(seams, ends, strict=True))
        return RawDocument(source=source, blocks=(), enclosed=with_names_apart(tuple(_enclosures(messages))))


def _enclosures(messages: Iterator[bytes]) -> Iterator[Enclosure]:
    for message in messages:
        name = safe_name(f"{_subject(message) or 'message'}.eml")
        yield Enclosure(name=name, media_type="message/rfc822", content=_MASKED.sub(rb"\1", message))


def _subject(message: bytes) -> str:
    found = _SUBJECT.search(message[:_HEAD])
    if found is None:
        return ""
    header = BytesHeaderParser(policy=policy.compat32).parsebytes(found.group())
    return bare_subject(repair_line(_decoded(str(header["Subject"]))))


def _decoded(words: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(words)))
    except (HeaderParseError, LookupError, ValueError):
        return words


plugin = Mailbox
