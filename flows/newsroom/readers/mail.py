"""E-mail: the message that is worth reading, with the sender and the day its headers state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flows.newsroom.formats.mail_document import document_of
from flows.newsroom.formats.mail_parts import open_letter
from flows.newsroom.model import RawDocument, Source


@dataclass(frozen=True, slots=True)
class Mail:
    """Reads a saved message; what is attached to it lies within the document."""

    suffixes: ClassVar[Mapping[str, str]] = {".eml": "message/rfc822"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the message in `content`.

        Raises:
            DocumentError: It is no message, is built to harm, or has no text and no attachment.
        """
        return document_of(source, open_letter(content))


plugin = Mail
