"""Rich Text, which older word processors and many letters of public bodies are saved in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.formats.lines import blocks_from_lines
from flows.newsroom.formats.outer_marks import marks_of_rich_text
from flows.newsroom.formats.rich_text import CELL_END, rich_text
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Block, BlockKind, RawDocument, Source


@dataclass(frozen=True, slots=True)
class RichText:
    """Reads a Rich Text file; it does not say which lines are headings."""

    suffixes: ClassVar[Mapping[str, str]] = {".rtf": "application/rtf"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the Rich Text in `content`.

        Raises:
            DocumentError: It is no Rich Text, is built to harm, or has no text.
        """
        blocks = tuple(_blocks(rich_text(content)))
        if not blocks:
            raise EmptyDocumentError(
                "The document holds no text. If it shows a picture of a text, ask for the text itself."
            )
        return RawDocument(source=source, blocks=blocks, notes=marks_of_rich_text(content))


def _blocks(text: str) -> Iterator[Block]:
    for is_table, lines in groupby(text.split("\n"), key=lambda line: CELL_END in line):
        if is_table:
            yield from _rows(lines)
        else:
            yield from blocks_from_lines("\n".join(lines))


def _rows(lines: Iterator[str]) -> Iterator[Block]:
    for line in lines:
        cells = [words for cell in line.split(CELL_END) if (words := repair_line(cell))]
        if cells:
            yield Block(kind=BlockKind.ROW, text=" | ".join(cells))


plugin = RichText
