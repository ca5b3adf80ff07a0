"""OpenDocument texts, as LibreOffice saves them: headings, paragraphs, lists, tables and notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from flows.newsroom.errors import EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.package_guard import Part, open_package
from flows.newsroom.model import BlockKind, RawDocument, Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KIND = "an OpenDocument text (.odt)"


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """Reads an OpenDocument text; who its file names as creator is never taken for the author."""

    suffixes: ClassVar[Mapping[str, str]] = {".odt": "application/vnd.oasis.opendocument.text"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the OpenDocument text in `content`.

        Raises:
            DocumentError: It is no such text, is protected or built to harm, or has no text.
        """
        from flows.newsroom.formats.markup import blocks_from_markup
        from flows.newsroom.formats.odt_markup import has_open_changes, markup_of
        from flows.newsroom.formats.outer_marks import marks_of_package

        parts = open_package(content, _KIND)
        if b"encryption-data" in _content(parts, "META-INF/manifest.xml"):
            raise UnreadableDocumentError(
                "The document is protected with a password. Open it, take the password off, and save it once more."
            )
        body = _parsed(parts, "content.xml")
        if body is None:
            raise UnreadableDocumentError(f"The file is not {_KIND}. Save it as one, or as plain text.")
        try:
            markup = markup_of(body, _parsed(parts, "styles.xml"))
        except RecursionError as error:  # comments can hide from the guard how deeply elements nest
            raise RefusedDocumentError(
                "The lists or boxes of the document are nested too deeply. Copy its text into a new document."
            ) from error
        blocks = blocks_from_markup(markup, source.defaults.address)
        if not blocks:
            raise EmptyDocumentError(
                "The document holds no text. If it shows a picture of a text, ask for the text itself."
            )
        is_titled = blocks[0].kind is BlockKind.HEADING and markup.lstrip().startswith("<h1>")
        note = "The document holds changes that nobody accepted: insertions were read, deletions left out."
        return RawDocument(
            source=source,
            title=blocks[0].text if is_titled else None,
            blocks=blocks,
            notes=(*marks_of_package(parts), *((note,) if has_open_changes(body) else ())),
        )


def _content(parts: Sequence[Part], name: str) -> bytes:
    return next((part.content for part in parts if part.name == name), b"")


def _parsed(parts: Sequence[Part], name: str) -> "Element | None":
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    content = _content(parts, name)
    if not content:
        return None
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise UnreadableDocumentError(
            "The document is damaged. Open it in the program it was written in and save it once more."
        ) from error
    return root


plugin = OpenDocument
