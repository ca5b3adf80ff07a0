"""Word documents: headings, paragraphs, lists and tables; headers, comments and deleted text stay out."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError, UnreadableDocumentError
from flows.newsroom.formats.package_guard import Part, open_package
from flows.newsroom.formats.word_hidden import has_open_changes, hidden_words, without_hidden
from flows.newsroom.language.instructions import HIDDEN_INSTRUCTION, whispers_to_machines
from flows.newsroom.model import BlockKind, RawDocument, Source

_KIND = "a Word document (.docx)"
_BODY = "word/document"  # its part is "word/document.xml", or "word/document2.xml" from some programs
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Quote'] => blockquote:fresh",
        "p[style-name='Intense Quote'] => blockquote:fresh",
        "p[style-name='TOC Heading'] => !",
        *(f"p[style-name='toc {level}'] => !" for level in range(1, 10)),
    )
)
_NOTE_MARKS = "a[id^=footnote-ref], a[id^=endnote-ref], a[href^='#footnote-ref'], a[href^='#endnote-ref']"


@dataclass(frozen=True, slots=True)
class Word:
    """Reads a Word document; who its file names as creator is often whoever owned the template, never the author."""

    suffixes: ClassVar[Mapping[str, str]] = {
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the Word document in `content`.

        Raises:
            DocumentError: It is no Word document, is protected or built to harm, or has no text.
        """
        from flows.newsroom.formats.markup import blocks_from_markup
        from flows.newsroom.formats.outer_marks import marks_of_package

        parts = open_package(content, _KIND)
        bodies = [part.content for part in parts if part.name.startswith(_BODY)]
        if not bodies:
            raise UnreadableDocumentError(f"The file is not {_KIND}. Save it as one, or as plain text.")
        markup = _plain(_converted(parts))
        blocks = blocks_from_markup(markup, source.defaults.address)
        if not blocks:
            raise EmptyDocumentError(
                "The document holds no text. If it shows a picture of a text, ask for the text itself."
            )
        is_titled = blocks[0].kind is BlockKind.HEADING and markup.startswith("<h1>")
        whispers = any(whispers_to_machines(hidden_words(part.content)) for part in parts if _is_read(part))
        note = "The document holds changes that nobody accepted: insertions were read, deletions left out."
        return RawDocument(
            source=source,
            title=blocks[0].text if is_titled else None,
            blocks=blocks,
            notes=(
                *marks_of_package(parts),
                *((HIDDEN_INSTRUCTION,) if whispers else ()),
                *((note,) if any(map(has_open_changes, bodies)) else ()),
            ),
        )


def _is_read(part: Part) -> bool:
    return part.name.startswith((_BODY, "word/comments"))


def _converted(parts: Sequence[Part]) -> str:
    import mammoth

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(_packed(parts)),
            style_map=_STYLES,
            include_embedded_style_map=False,  # a document does not say how it is read
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except RecursionError as error:
        raise UnreadableDocumentError(
            "The tables or boxes of the document are nested too deeply to be read. Copy its text into a new document."
        ) from error
    except _failures() as error:
        raise UnreadableDocumentError(
            "The document is damaged. Open it in the program it was written in and save it once more."
        ) from error
    return str(result.value)


def _failures() -> tuple[type[Exception], ...]:
    """What mammoth raises on a document that does not keep to the rules."""
    from xml.parsers.expat import ExpatError

    return (
        ArithmeticError,
        AssertionError,
        AttributeError,
        ExpatError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    )


def _packed(parts: Sequence[Part]) -> bytes:
    """A package of the checked parts alone, so that nothing else of the document is ever opened."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for part in parts:
            package.writestr(part.name, _shown(part).content)
    return stream.getvalue()


def _shown(part: Part) -> Part:
    from xml.etree.ElementTree import ParseError

    try:
        return replace(part, content=without_hidden(part.content))
    except ParseError as error:
        raise UnreadableDocumentError(
            "The document is damaged. Open it in the program it was written in and save it once more."
        ) from error


def _plain(markup: str) -> str:
    """Markup without the numbers that lead to notes and back: in a quoted sentence they would be misread."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(f"<body>{markup}</body>", "lxml")
    for mark in soup.select(_NOTE_MARKS):
        mark.decompose()
    return soup.body.decode_contents() if soup.body else ""


plugin = Word
