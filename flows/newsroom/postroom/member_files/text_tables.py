"""Tables of plain text: cells between commas, semicolons or tabs, in any usual encoding."""

import csv
import io
import re

from flows.newsroom.errors import MemberError, UnreadableDocumentError
from flows.newsroom.formats.charset import Decoded, decode
from flows.newsroom.postroom.member_files.grids import MOST_ROWS, Grid, as_row

_SEPARATORS = (",", ";", "\t")
_STATED = re.compile(r'^"?sep=(?P<separator>[,;\t])"?\r?\n', re.IGNORECASE)  # Excel's own way of saying so
_JUDGED_CHARACTERS = 20_000


def read_text_tables(content: bytes) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """The table as each separator would cut it, the most frequent first; and what to check, in words.

    Raises:
        MemberError: The bytes are no text, or no table of a reasonable size.
    """
    decoded = _decoded(content)
    text = decoded.text
    if stated := _STATED.match(text):
        return (_grid(text[stated.end() :], stated["separator"]),), decoded.notes
    start = text[:_JUDGED_CHARACTERS]
    likely = sorted(_SEPARATORS, key=start.count, reverse=True)
    cut = tuple(_grid(text, separator) for separator in likely if separator in text)
    return cut or (_grid(text, ","),), decoded.notes


def _decoded(content: bytes) -> Decoded:
    try:
        return decode(content)
    except UnreadableDocumentError as error:
        raise MemberError(f"The list cannot be read. {error}") from error


def _grid(text: str, separator: str) -> Grid:
    records, is_sound = _records(text, separator)
    rows = tuple(row for number, cells in enumerate(records, 1) if (row := as_row(number, tuple(cells))))
    if len(rows) > MOST_ROWS:
        raise MemberError(f"The list has more than {MOST_ROWS:,} rows, which no forum has. Is it the right file?")
    swallowed = (row.number for row in rows if any("@" in cell and "\n" in cell for cell in row.cells))
    return Grid(rows=rows, swallowing_row=None if is_sound else next(swallowed, None))


def _records(text: str, separator: str) -> tuple[list[list[str]], bool]:
    """The cells of each row, and whether all quotation marks were where a program puts them."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)), True
    except csv.Error:
        pass
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)), False
    except csv.Error as error:
        raise MemberError(
            "The list has a cell of more than 100,000 characters: a quotation mark is not closed, or it is no list. "
            "Open it in a spreadsheet and look at its last rows."
        ) from error
