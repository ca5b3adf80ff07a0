"""Messages saved by Outlook: the same as any e-mail, in a container of Microsoft's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flows.newsroom.formats.mail_document import document_of
from flows.newsroom.formats.outlook_parts import open_outlook
from flows.newsroom.model import RawDocument, Source


@dataclass(frozen=True, slots=True)
class Outlook:
    """Reads a message that Outlook saved; what is attached to it lies within the document."""

    suffixes: ClassVar[Mapping[str, str]] = {".msg": "application/vnd.ms-outlook"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the message in `content`.

        Raises:
            DocumentError: It is no such message, is built to harm, or has no text and no attachment.
        """
        return document_of(source, open_outlook(content))


plugin = Outlook
