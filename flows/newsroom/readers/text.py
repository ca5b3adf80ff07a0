"""Plain text: a line is a paragraph, unless a program wrapped the lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError, UnreadableDocumentError
from flows.newsroom.formats.charset import decode
from flows.newsroom.formats.guard import check_text
from flows.newsroom.formats.lines import blocks_from_lines
from flows.newsroom.model import RawDocument, Source

_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainText:
    """Reads a text file; its title is left to be found, as no mark tells it."""

    suffixes: ClassVar[Mapping[str, str]] = {".txt": "text/plain", ".text": "text/plain"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the text in `content`.

        Raises:
            DocumentError: The bytes are no text, far too many, or none.
        """
        decoded = decode(content)
        check_text(decoded.text)
        if _WEB_PAGE.match(decoded.text):
            raise UnreadableDocumentError("The file is a web page named as a text. Rename it so that it ends in .html.")
        blocks = blocks_from_lines(decoded.text)
        if not blocks:
            raise EmptyDocumentError("The file holds no text. Leave it out, or put the text into it.")
        return RawDocument(source=source, blocks=blocks, notes=decoded.notes)


plugin = PlainText
