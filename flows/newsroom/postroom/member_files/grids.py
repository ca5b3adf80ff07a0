"""The cells of a spreadsheet as text, whatever kind of file they came in."""

from dataclasses import dataclass, field

MOST_BYTES = 20_000_000  # of a file; 10,000 members take less than one million
MOST_ROWS = 20_000  # with something in them
MOST_COLUMNS = 200
LONGEST_CELL = 1_000  # characters; a workbook of kilobytes can show one endless text in every cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of a row; `number` is what the spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...] = field(repr=False)
    uncalculated: frozenset[int] = frozenset()  # where a formula stands whose value is not in the file

    def cell(self, column: int) -> str:
        """What stands in a column, "" beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table's rows from the top, without those that are blank."""

    name: str | None = None  # of a sheet; None: the file has no sheets
    is_hidden: bool = False
    rows: tuple[Row, ...] = field(default=(), repr=False)
    swallowing_row: int | None = None  # one in which a quotation mark opens that closes rows later, if ever


def as_row(number: int, cells: tuple[str, ...], uncalculated: frozenset[int] = frozenset()) -> Row | None:
    """A row without blanks around its cells; None: there is nothing in it."""
    stripped = tuple(cell[:LONGEST_CELL].strip() for cell in cells[:MOST_COLUMNS])
    if not any(stripped) and not uncalculated:
        return None
    return Row(number=number, cells=stripped, uncalculated=uncalculated)
