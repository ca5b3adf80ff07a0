"""PDF documents: lines become headings, paragraphs, items and rows again; headers, footers and page numbers go."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.formats.pdf_guard import guard_pdf
from flows.newsroom.model import RawDocument, Source


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
        from flows.newsroom.formats.pdf_pages import read_pages

        guard_pdf(content)
        drawn = read_pages(content)
        pages = without_running_lines(tuple(map(in_reading_order, drawn)))
        blocks = blocks_from_pages(pages)
        if not blocks:
            raise EmptyDocumentError(
                "The PDF shows pictures of its pages and holds no text. Ask for the original document, or have its "
                "text recognised (OCR) first."
            )
        return RawDocument(
            source=source, title=title_of(pages, blocks), blocks=blocks, notes=tuple(_notes(drawn, pages))
        )


def _notes(drawn: tuple[tuple[object, ...], ...], pages: tuple[tuple[object, ...], ...]) -> list[str]:
    notes = ["The text was taken from a PDF, which does not mark its paragraphs: please read it through."]
    if pictures := sum(not page for page in drawn):
        notes.append(f"Pages without any text, perhaps pictures of text, were not read: {pictures} of {len(drawn)}.")
    if len(pages) > 1 and sum(map(len, pages)) < sum(map(len, drawn)) - pictures:
        notes.append("Lines that are repeated at the edges of the pages were left out.")
    return notes


plugin = Pdf
