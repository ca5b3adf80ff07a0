"""Excel workbooks (.xlsx): values as the spreadsheet shows them, within limits that are looked at first."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from itertools import repeat, zip_longest
from typing import TYPE_CHECKING, cast

from flows.newsroom.errors import MemberError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.package_guard import Part, open_package
from flows.newsroom.postroom.member_files.grids import MOST_COLUMNS, MOST_ROWS, Grid, Row, as_row

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 1_048_576  # that a spreadsheet has

_AS_TEXT = "In the spreadsheet choose Save as, CSV (UTF-8), and import that file."
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >]")
# What openpyxl raises on workbooks that are damaged, or written by programs that do not keep to the standard.
_FAILURES = (
    ArithmeticError, AttributeError, LookupError, OSError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile,
)  # fmt: skip


def read_workbook(content: bytes) -> tuple[Grid, ...]:
    """The sheets of a workbook, also hidden ones.

    Raises:
        MemberError: It cannot be opened, is protected with a password, or is built to harm.
    """
    parts = _checked(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about colours and rules for input, which nobody reads here
            return tuple(_grids(content, parts))
    except _FAILURES as error:
        raise MemberError(f"The workbook is damaged, or written in an unusual way. {_AS_TEXT}") from error


def _checked(content: bytes) -> tuple[Part, ...]:
    try:
        return open_package(content, "an Excel workbook (.xlsx)")
    except UnreadableDocumentError as error:
        raise MemberError(f"The list cannot be read. {error}") from error
    except RefusedDocumentError as error:
        raise MemberError(
            f"The workbook is far larger than a list of members, or built to harm. {_AS_TEXT} If that is too large as "
            "well, copy the rows with members into a new sheet."
        ) from error


def _grids(content: bytes, parts: tuple[Part, ...]) -> Iterator[Grid]:
    from openpyxl import load_workbook

    has_formulas = any("worksheets/" in part.name and _FORMULA.search(part.content) for part in parts)
    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(content), read_only=True, keep_links=False) if has_formulas else None
    for sheet in values.worksheets:
        twin = formulas[sheet.title] if formulas else None
        yield Grid(name=sheet.title, is_hidden=sheet.sheet_state != "visible", rows=tuple(_rows(sheet, twin)))


def _rows(sheet: "ReadOnlyWorksheet", twin: "ReadOnlyWorksheet | None") -> Iterator[Row]:
    """The rows of a sheet; its twin holds the formulas whose values these are."""
    count, blank = 0, None
    beside = _raw_rows(twin) if twin else repeat(())
    for number, (cells, formulas) in enumerate(zip(_raw_rows(sheet), beside, strict=False), start=1):
        if number > LAST_ROW or count > MOST_ROWS:
            raise MemberError(f"A sheet has more than {MOST_ROWS:,} rows, which no forum has. {_AS_TEXT}")
        if cells is blank:  # openpyxl fills gaps with one and the same row, up to a million times
            continue
        lost = frozenset(
            place
            for place, (cell, formula) in enumerate(zip_longest(cells, formulas))
            if cell is None and formula is not None and formulas
        )
        row = as_row(number, tuple(map(_in_words, cells)), lost)
        if row is None:
            blank = cells
        else:
            count += 1
            yield row


def _raw_rows(sheet: "ReadOnlyWorksheet") -> Iterator[tuple[object, ...]]:
    sheet.reset_dimensions()  # what a workbook says about its own size is often wrong, and rows would be lost
    return cast("Worksheet", sheet).iter_rows(max_col=MOST_COLUMNS, values_only=True)  # as its stubs have it


def _in_words(value: object) -> str:
    """A cell's value as text: days in ISO form, whole numbers without a decimal point."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
