"""The reading order of a page whose lines run across: two columns one after the other, the cells of a table in rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from flows.newsroom.formats.pdf_lines import Line

_FEWEST_ROWS = 4  # side by side, before they are columns of prose
_SAME_PLACE = 3.0  # points
_MOST_OFF = 0.2  # of the rows may have their second part elsewhere
_PROSE = 20  # characters: cells of a table are mostly shorter
_CELLS = 2


def in_reading_order(page: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page, where two columns were drawn line by line in the order in which they are read."""
    rows = [tuple(row) for _, row in groupby(page, key=lambda line: line.row)]
    pairs = [row for row in rows if len(row) == _CELLS]
    gutter = _gutter(pairs)
    if gutter is None:
        return tuple(_in_rows(rows))
    return tuple(_in_columns(rows, gutter))


def _gutter(pairs: Sequence[tuple[Line, ...]]) -> float | None:
    """Where the second column starts."""
    if len(pairs) < _FEWEST_ROWS:
        return None
    lefts = sorted(right.left for _, right in pairs)
    place = lefts[len(lefts) // 2]
    off = sum(abs(left - place) > _SAME_PLACE for left in lefts)
    length = sum(len(line.text) for pair in pairs for line in pair) / (2 * len(pairs))
    return place if off <= _MOST_OFF * len(pairs) and length >= _PROSE else None


def _in_columns(rows: Sequence[tuple[Line, ...]], gutter: float) -> Iterator[Line]:
    """A line across both columns ends them, and what follows starts them anew."""
    second: list[Line] = []
    for line in (line for row in rows for line in row):
        if line.left >= gutter - _SAME_PLACE:
            second.append(line)
            continue
        if line.right > gutter:
            yield from second
            second = []
        yield line
    yield from second


def _in_rows(rows: Sequence[tuple[Line, ...]]) -> Iterator[Line]:
    for number, row in enumerate(rows):
        is_cells = any(_is_aligned(row, other) for other in rows[max(0, number - 1) : number + 2] if other is not row)
        sign = " | " if is_cells else " "
        yield replace(row[0], text=sign.join(line.text for line in row), right=row[-1].right, is_row=is_cells)


def _is_aligned(row: Sequence[Line], other: Sequence[Line]) -> bool:
    is_table = len(row) == len(other) >= _CELLS
    return is_table and all(abs(a.left - b.left) <= _SAME_PLACE for a, b in zip(row, other, strict=True))
