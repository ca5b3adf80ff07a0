"""Which column of a list is which, by what stands above it."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from flows.newsroom.postroom.member_files.grids import Grid, Row

_ROWS_SEARCHED = 40  # for the headings: above them stand titles, dates and remarks


class Column(StrEnum):
    """What a column says of a member."""

    EMAIL = "email"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORGANISATION = "organisation"
    GROUPS = "groups"
    CONSENT = "consent"
    CONSENT_DATE = "consent_date"
    CONSENT_SOURCE = "consent_source"
    CHANNEL = "channel"
    ON_PAPER = "on_paper"
    STATUS = "status"
    HAS_LEFT = "has_left"


_NAMES = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME})


class Word(StrEnum):
    """What a short cell means."""

    YES = "yes"
    NO = "no"
    ON_PAPER = "on_paper"
    HAS_LEFT = "has_left"
    NOTHING = "nothing"
    NO_PERSON = "no_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Where the members of a grid begin, and in which columns what is said of them stands."""

    first_row: int  # its number in the spreadsheet
    columns: tuple[tuple[int, Column], ...]
    unread: tuple[str, ...] = ()  # headings that say nothing we keep

    def places(self, column: Column) -> tuple[int, ...]:
        """Where that column stands, from the left; it may stand several times."""
        return tuple(place for place, found in self.columns if found is column)


def find_headings(grid: Grid) -> Headings | None:
    """The headings of a grid: the row near the top that names most; None: there are none."""
    found = [(row, columns) for row in grid.rows[:_ROWS_SEARCHED] if (columns := _columns(row.cells))]
    if not found:
        return _without_headings(grid)
    row, columns = max(found, key=lambda one: len({column for _, column in one[1]}))
    columns = _with_addresses(grid, row, columns)
    if not _is_list(columns):
        return _without_headings(grid)
    places = {place for place, _ in columns}
    unread = tuple(cell for place, cell in enumerate(row.cells) if cell and place not in places)
    return Headings(first_row=row.number + 1, columns=columns, unread=unread)


def is_heading(cell: str, column: Column) -> bool:
    """Whether a cell is a heading of that column, as in lists that were pasted together."""
    return _column(cell) is column


def means(cell: str, word: Word) -> bool:
    """Whether a cell says that and no more."""
    return _matches("words", word, _letters(cell))


def _columns(cells: Sequence[str]) -> tuple[tuple[int, Column], ...]:
    return tuple((place, column) for place, cell in enumerate(cells) if (column := _column(cell)))


def _column(cell: str) -> Column | None:
    """The column of a heading; of one such as "Employer / Team", if both parts name the same."""
    if column := _exactly(cell):
        return column
    parts = {_exactly(part) for part in cell.split("/")}
    return parts.pop() if len(parts) == 1 else None


def _exactly(words: str) -> Column | None:
    letters = _letters(words)
    return next((column for column in Column if letters and _matches("columns", column, letters)), None)


def _with_addresses(
    grid: Grid, headings: Row, columns: tuple[tuple[int, Column], ...]
) -> tuple[tuple[int, Column], ...]:
    """The columns, with the one below whose unknown heading addresses stand, where no heading says so."""
    if any(column is Column.EMAIL for _, column in columns):
        return columns
    below = [row for row in grid.rows if row.number > headings.number]
    known = {place for place, _ in columns}
    places = [place for place in range(len(headings.cells)) if place not in known and _is_of_addresses(below, place)]
    return (*columns, (places[0], Column.EMAIL)) if len(places) == 1 else columns


def _is_list(columns: Sequence[tuple[int, Column]]) -> bool:
    """Whether these can be the columns of a list: addresses, or names and something else."""
    kinds = {column for _, column in columns}
    return Column.EMAIL in kinds or (bool(kinds & _NAMES) and len(kinds) > 1)


def _without_headings(grid: Grid) -> Headings | None:
    """A bare list of addresses, with or without a column of names beside it."""
    filled = sorted({place for row in grid.rows for place, cell in enumerate(row.cells) if cell})
    with_at = [place for place in filled if _is_of_addresses(grid.rows, place)]
    if len(with_at) != 1 or len(filled) > 2 or "@" not in grid.rows[0].cell(with_at[0]):  # noqa: PLR2004 - and names
        return None
    columns = tuple((place, Column.EMAIL if place in with_at else Column.NAME) for place in filled)
    return Headings(first_row=grid.rows[0].number, columns=columns)


def _is_of_addresses(rows: Sequence[Row], place: int) -> bool:
    cells = [cell for row in rows if (cell := row.cell(place))]
    return bool(cells) and sum("@" in cell for cell in cells) > len(cells) / 2


def _letters(cell: str) -> str:
    """Small letters, figures and ticks only."""
    plain = unicodedata.normalize("NFKC", cell[:80]).casefold()
    return re.sub(r"[\W_]", "", plain) or "".join(plain.split())


def _matches(table: str, key: str, letters: str) -> bool:
    return re.fullmatch(_pattern(table, key), letters) is not None


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    entries = tomllib.loads(files(__package__).joinpath("headings.toml").read_text(encoding="utf-8"))[table][key]
    return re.compile("|".join(f"(?:{entry})" for entry in entries))
