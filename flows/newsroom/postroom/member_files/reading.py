"""A file of members, read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.newsroom.errors import MemberError
from flows.newsroom.formats.signatures import kind_of_file
from flows.newsroom.postroom.member_files.entries import Entry, Remark, read_row
from flows.newsroom.postroom.member_files.grids import MOST_BYTES, Grid
from flows.newsroom.postroom.member_files.headings import Column, Headings, find_headings
from flows.newsroom.postroom.member_files.text_tables import read_text_tables
from flows.newsroom.postroom.member_files.workbooks import read_workbook

_PACKAGE = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0"  # an old .xls, or a workbook behind a password


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFile:
    """What a file says of members."""

    sheet: str | None = None
    columns: tuple[Column, ...] = ()  # that were read
    unread: tuple[str, ...] = ()  # headings of columns that were not
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()  # about the file as a whole, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    grid: Grid
    headings: Headings

    @property
    def addresses(self) -> int:
        places = self.headings.places(Column.EMAIL)
        return sum("@" in row.cell(place) for row in self.grid.rows for place in places)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What is seen goes before what is hidden, then more addresses, then more columns."""
        return (not self.grid.is_hidden and self.addresses > 0, self.addresses, len(self.headings.columns))


def read_members(content: bytes, *, sheet: str | None = None) -> MemberFile:
    """Read the members in a file: CSV, TSV or XLSX, told by its bytes and not by its name.

    Args:
        content: The bytes of the file.
        sheet: The sheet of a workbook to read; None for the one with most addresses.

    Raises:
        MemberError: It cannot be read, or no table of members is found in it.
    """
    if len(content) > MOST_BYTES:
        raise MemberError(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB, which no list is. Is it the right one?"
        )
    is_workbook = content.startswith((_PACKAGE, _COMPOUND))
    grids, notes = _grids(content) if is_workbook else read_text_tables(content)
    tables = [_Table(grid=grid, headings=found) for grid in grids if (found := find_headings(grid))]
    if sheet is not None:
        tables = [_of_sheet(grids, tables, sheet)]
    if not tables:
        raise MemberError(
            "No list of members was found in the file. Write above the columns what they hold: E-mail, Name, "
            "Organisation, Groups."
        )
    chosen = max(tables, key=lambda table: table.rank)
    if is_workbook and sheet is None:
        notes += _about_sheets(chosen, tables)
    return _read(chosen, notes)


def _grids(content: bytes) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    kind = kind_of_file(content) or ""
    if content.startswith(_COMPOUND) and "EncryptedPackage".encode("utf-16-le") not in content:
        raise MemberError(f"The file is {kind}. Open it, choose Save as, Excel workbook (.xlsx), and import that.")
    if "OpenDocument" in kind:
        raise MemberError(f"The file is {kind}. Open it, choose Save as, Excel (.xlsx) or CSV, and import that.")
    return read_workbook(content), ()


def _of_sheet(grids: Sequence[Grid], tables: Sequence[_Table], name: str) -> _Table:
    wanted = next((table for table in tables if (table.grid.name or "").casefold() == name.strip().casefold()), None)
    if wanted is None:
        names = ", ".join(grid.name for grid in grids if grid.name)
        raise MemberError(
            f"No list of members was found on a sheet {name!r}. The file has "
            + (f"these sheets: {names}." if names else "no sheets.")
        )
    return wanted


def _about_sheets(chosen: _Table, tables: Sequence[_Table]) -> tuple[str, ...]:
    """What was read of a workbook of several sheets, and whom that leaves out."""
    notes = []
    if chosen.grid.is_hidden:
        notes.append(f"The sheet {chosen.grid.name!r} is hidden; it was read because no other holds addresses.")
    for table in tables:
        if table is not chosen and table.addresses:
            kind = "hidden sheet" if table.grid.is_hidden else "sheet"
            count = f"{table.addresses} addresses" if table.addresses > 1 else "one address"
            notes.append(
                f"The {kind} {table.grid.name!r} has {count} and was not read. To read it instead, add "
                f"--sheet {table.grid.name!r}; to read both, put them on one sheet."
            )
    return tuple(notes)


def _read(table: _Table, notes: tuple[str, ...]) -> MemberFile:
    grid, headings = table.grid, table.headings
    if grid.swallowing_row is not None:
        raise MemberError(
            f"Row {grid.swallowing_row} seems to hold several rows: a quotation mark opens in it that is not closed "
            "where the cell ends. Correct it there, so that nobody is lost."
        )
    rows = (row for row in grid.rows if row.number >= headings.first_row)
    found = [outcome for row in rows for outcome in read_row(row, headings)]
    columns = tuple(dict.fromkeys(column for _, column in sorted(headings.columns)))
    return MemberFile(
        sheet=grid.name,
        columns=columns,
        unread=headings.unread,
        entries=tuple(one for one in found if isinstance(one, Entry)),
        remarks=tuple(one for one in found if isinstance(one, Remark)),
        notes=notes,
    )
