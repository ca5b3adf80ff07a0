"""PDF documents: lines become headings, paragraphs, items and rows again; headers, footers and page numbers go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError, UnreadableDocumentError
from flows.newsroom.formats.outer_marks import marks_among
from flows.newsroom.formats.pdf_guard import guard_pdf
from flows.newsroom.formats.pdf_lines import Line
from flows.newsroom.model import RawDocument, Source

_MARK = b"%PDF-"
_HEAD = 1024  # bytes within which readers look for the mark


@dataclass(frozen=True, slots=True)
class Pdf:
    """Reads the text of a PDF; what its file says about author and title is mostly left over from a template."""

    suffixes: ClassVar[Mapping[str, str]] = {".pdf": "application/pdf"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the PDF in `content`.

        Raises:
            DocumentError: It is no PDF, is protected or built to harm, or has no text.
        """
        from flows.newsroom.formats.pdf_columns import in_reading_order
        from flows.newsroom.formats.pdf_layout import blocks_from_pages, title_of, without_running_lines
        from flows.newsroom.formats.pdf_lines import read_lines

        if _MARK not in content[:_HEAD]:
            raise UnreadableDocumentError(
                "The file is no PDF, whatever its name says. Give it the ending that it should have."
            )
        guard_pdf(content)
        drawn = read_lines(content)
        pages = without_running_lines(tuple(map(in_reading_order, drawn)))
        blocks = blocks_from_pages(pages)
        if not blocks:
            raise EmptyDocumentError(
                "The PDF is a picture of text: its pages were scanned, and it holds no words. Ask whoever sent it for "
                "the original document, or have its text recognised (OCR) first."
            )
        return RawDocument(
            source=source,
            title=title_of(pages, blocks),
            blocks=blocks,
            notes=(*_marks(drawn, pages), *_notes(drawn, pages)),
        )


def _marks(drawn: Sequence[Sequence[Line]], pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """What is to be noted of the lines at the edges of the pages, which were left out."""
    kept = {line.text for page in pages for line in page}
    return marks_among(line.text for page in drawn for line in page if line.text not in kept)


def _notes(drawn: tuple[tuple[object, ...], ...], pages: tuple[tuple[object, ...], ...]) -> list[str]:
    notes = ["The text was taken from a PDF, which does not mark its paragraphs: please read it through."]
    if pictures := sum(not page for page in drawn):
        notes.append(f"Pages without any text, perhaps pictures of text, were not read: {pictures} of {len(drawn)}.")
    if len(pages) > 1 and sum(map(len, pages)) < sum(map(len, drawn)) - pictures:
        notes.append("Lines that are repeated at the edges of the pages were left out.")
    return notes


plugin = Pdf
