"""Tables of plain text, whose columns a writer set under one another with blanks."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_GAP = re.compile(r" {2,}")
_CELL = re.compile(r"\S+(?: \S+)*")
_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
_LONGEST_HEADING = 24  # characters of a cell in the first row


def with_rows(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The lines, each with whether it is a row of a table; the cells of a row are parted by "|" as elsewhere.

    A table is three lines or more of three cells or more that begin in the same columns as the first line's.
    """
    for is_blank, run in groupby(lines, key=lambda line: not line.strip()):
        paragraph = list(run)
        if is_blank or not _is_table(paragraph):
            yield from ((line, False) for line in paragraph)
        else:
            yield from ((" | ".join(_GAP.split(line.strip())), True) for line in paragraph)


def _is_table(lines: Sequence[str]) -> bool:
    if len(lines) < _LEAST_ROWS:
        return False
    columns = [[cell.start() for cell in _CELL.finditer(line)] for line in lines]
    heads = [cell.group() for cell in _CELL.finditer(lines[0])]
    is_headed = len(heads) >= _LEAST_COLUMNS and all(len(cell) <= _LONGEST_HEADING for cell in heads)
    first = set(columns[0])
    return is_headed and all(len(starts) >= _LEAST_COLUMNS and set(starts) <= first for starts in columns[1:])
