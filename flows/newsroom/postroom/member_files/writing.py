"""Members as a spreadsheet that can be imported again, in which no name can run as a formula."""

import csv
import io
import zipfile
from collections.abc import Iterable
from enum import StrEnum

from flows.newsroom.model.postroom import Channel, Member
from flows.newsroom.press.cells import safe_cell

HEADINGS = (
    "Name",
    "E-mail",
    "Organisation",
    "Groups",
    "Channel",
    "Consent",
    "Consent date",
    "Consent source",
)

_WIDTHS = (28, 34, 30, 24, 10, 20, 14, 28)  # of columns, in characters
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can tell
_STAMPED = "docProps/core.xml"  # says when the file was written
_CORE = b"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


class FileKind(StrEnum):
    """The files that members are written to, by their endings."""

    CSV = ".csv"
    TSV = ".tsv"
    XLSX = ".xlsx"


def write_members(members: Iterable[Member], kind: FileKind) -> bytes:
    """The members in the order given, a row each; the same members give the same bytes."""
    rows = [HEADINGS, *(tuple(map(safe_cell, _cells(member))) for member in members)]
    if kind is FileKind.XLSX:
        return _unstamped(_workbook(rows))
    table = io.StringIO(newline="")
    csv.writer(table, delimiter="\t" if kind is FileKind.TSV else ",", lineterminator="\r\n").writerows(rows)
    return table.getvalue().encode("utf-8-sig")  # by the mark Excel knows that it is UTF-8


def _cells(member: Member) -> tuple[str, ...]:
    return (
        member.name or "",
        member.email or "",
        member.organisation or "",
        " | ".join(member.groups),
        "post" if member.channel is Channel.PRINT else "e-mail",
        member.consent.basis or "",
        member.consent.date or "",
        member.consent.source or "",
    )


def _workbook(rows: Iterable[tuple[str, ...]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = "Members", "A2"
    for number, words in enumerate(rows, start=1):
        for place, text in enumerate(words, start=1):
            cell = sheet.cell(number, place, text or None)
            cell.font = Font(bold=number == 1)
    for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _unstamped(content: bytes) -> bytes:
    """A workbook without the time at which it was written."""
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = b'<cp:coreProperties xmlns:cp="%s"/>' % _CORE if name == _STAMPED else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _NO_TIME), part, zipfile.ZIP_DEFLATED)
    return plain.getvalue()
