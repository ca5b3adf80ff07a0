"""The lines of a PDF with their place, size and weight: all that it says about what is a heading or a paragraph."""

import ctypes
import math
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.language.typography import repair_line

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

MOST_PAGES = 300
MOST_CHARACTERS = 100_000  # of one page; a page of a newspaper has 30,000

_HYPHEN = 2  # how PDFium writes the hyphen at the end of a line, which it joins with the next one
_LINE_ENDS = frozenset({10, 13})
_SPACES = frozenset({32, 160})
_WIDE_GAP = 1.6  # in sizes of the font: no space within a line is as wide, the gap between two columns is
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or the part of it that stands in one column; places and sizes in points."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False  # from its first letter to its last
    row: int = 0  # the same for parts that stand side by side
    is_row: bool = False  # whether it is a row of a table, its cells joined


def read_lines(content: bytes) -> tuple[tuple[Line, ...], ...]:
    """The lines of every page, in the order in which the PDF draws them; a hyphen at the end of a line is kept.

    Raises:
        UnreadableDocumentError: The bytes are no PDF, are damaged, or protected with a password.
        RefusedDocumentError: It has far more pages or letters than a document has.
    """
    import pypdfium2

    try:
        return tuple(_pages(pypdfium2.PdfDocument(content)))
    except pypdfium2.PdfiumError as error:
        raise _unreadable(is_protected=getattr(error, "err_code", None) == _PASSWORD) from error


def _pages(document: Any) -> Iterator[tuple[Line, ...]]:  # noqa: ANN401 - the library ships no types
    if len(document) > MOST_PAGES:
        raise RefusedDocumentError(
            f"The PDF has more than {MOST_PAGES} pages. "
            "Cut it down to the pages that matter, or tell of it in a short text."
        )
    for number in range(len(document)):
        page = document[number]
        yield tuple(_lines(page.get_textpage()))
        page.close()


def _unreadable(*, is_protected: bool) -> UnreadableDocumentError:
    if is_protected:
        return UnreadableDocumentError(
            "The PDF is protected with a password. Open it, and save or print it to a PDF without one."
        )
    return UnreadableDocumentError(
        "The file is no PDF that can be opened: it may be damaged or cut off. Fetch it once more from where it came."
    )


def _lines(page: "PdfTextPage") -> Iterator[Line]:
    from pypdfium2.raw import FPDFText_GetUnicode

    count = page.count_chars()
    if count > MOST_CHARACTERS:
        raise RefusedDocumentError(f"The PDF has a page of more than {MOST_CHARACTERS:,} letters. Save only the text.")
    codes = [FPDFText_GetUnicode(page, index) for index in range(count)]
    row = start = 0
    for end in (*(n for n, code in enumerate(codes) if code in _LINE_ENDS or code == _HYPHEN), count):
        is_hyphen = end < count and codes[end] == _HYPHEN
        yield from _parts(page, codes, start, end, hyphen="-" if is_hyphen else "", row=row)
        start, row = end + 1, row + 1


def _parts(  # noqa: PLR0913 - where a line lies takes that many
    page: "PdfTextPage", codes: list[int], start: int, end: int, *, hyphen: str, row: int
) -> Iterator[Line]:
    """A line, cut where a gap is too wide to be a space."""
    spans = [(start, end)]
    for index in range(start + 1, end - 1):
        if codes[index] in _SPACES and _is_wide(page, codes, index):
            spans[-1:] = [(spans[-1][0], index), (index + 1, end)]
    for first, last in spans:
        text = repair_line("".join(map(_character, codes[first:last]))) + (hyphen if last == end else "")
        inked = [index for index in range(first, last) if codes[index] not in _SPACES]
        if text and inked:
            yield _line(page, text, inked[0], inked[-1], row)


def _character(code: int) -> str:
    is_letter = 0 < code <= sys.maxunicode and unicodedata.category(chr(code)) != "Cs"  # no half of a pair
    return chr(code) if is_letter else " "


def _is_wide(page: "PdfTextPage", codes: list[int], index: int) -> bool:
    if codes[index - 1] in _SPACES or codes[index + 1] in _SPACES:
        return False
    gap: float = page.get_charbox(index + 1)[0] - page.get_charbox(index - 1)[2]
    return gap > _WIDE_GAP * _size(page, index - 1)


def _line(page: "PdfTextPage", text: str, first: int, last: int, row: int) -> Line:
    left, bottom, _, _ = page.get_charbox(first, loose=True)
    return Line(
        text=text,
        left=left,
        right=page.get_charbox(last, loose=True)[2],
        bottom=bottom,
        # A word in a smaller font, or a raised number, does not make a line smaller.
        size=max(_size(page, index) for index in (first, (first + last) // 2, last)),
        is_bold=_is_bold(page, first) and _is_bold(page, last),
        row=row,
    )


def _size(page: "PdfTextPage", index: int) -> float:
    """The size of a letter as printed: many programs set a font of one point and scale it."""
    from pypdfium2.raw import FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix

    matrix = FS_MATRIX()
    size: float = FPDFText_GetFontSize(page, index)
    is_known = FPDFText_GetMatrix(page, index, ctypes.byref(matrix))
    return round(size * (math.hypot(matrix.c, matrix.d) if is_known else 1), 1)


def _is_bold(page: "PdfTextPage", index: int) -> bool:
    from pypdfium2.raw import FPDFText_GetFontInfo, FPDFText_GetFontWeight

    name = ctypes.create_string_buffer(128)
    FPDFText_GetFontInfo(page, index, name, len(name), ctypes.byref(ctypes.c_int()))
    return FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT or b"bold" in name.value.lower()
