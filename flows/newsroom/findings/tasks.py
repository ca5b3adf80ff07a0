"""Tables of tasks: a row of headings says in which column it stands what is to be done, by whom and by when."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from flows.newsroom.model import Block, BlockKind

_WHAT = re.compile(
    r"(?:what|actions?|agreed actions?|action points?|tasks?|to[- ]do|jobs?|items?|agreed|next steps?|recommendations?)"
    r"(?: (?:is )?(?:to be done|agreed|needed|required|points?))?\W*",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:by )?(?:whom?|owners?|leads?|lead (?:person|officer)|responsib(?:le|ility)|persons?(?: responsible)?|names?"
    r"|officers?|assigned(?: to)?|action(?:ed)? by|initials)\W*",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:by )?(?:when|due(?: date)?|dates?|deadlines?|target(?: date)?|time ?(?:scale|frame|line)s?|complet(?:ion|e by)"
    r"(?: date)?|by|done by|finish)\W*",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\W_]*(?:n/?a|tbc|tba|none)?[\W_]*", re.IGNORECASE)


def tasks_of_tables(blocks: Sequence[Block]) -> dict[int, str | None]:
    """The places in `blocks` of the rows that set a task, each with the words that say by when."""
    return dict(_tasks(blocks))


def _tasks(blocks: Sequence[Block]) -> Iterator[tuple[int, str | None]]:
    rows = ((place, block) for place, block in enumerate(blocks) if block.kind is BlockKind.ROW)
    for _, run in groupby(enumerate(rows), key=lambda one: one[1][0] - one[0]):
        columns: _Columns | None = None
        for _, (place, block) in run:
            cells = [cell.strip() for cell in block.text.split("|")]
            if found := _columns(cells):
                columns = found
            elif columns and (task := _task(cells, columns)):
                yield place, task[1]


_Columns = tuple[int, int | None]  # of what is to be done, and of when


def _columns(cells: Sequence[str]) -> _Columns | None:
    """Which columns a row of headings gives; None if it is no such row: a task needs somebody who does it, or a day."""
    what = next((number for number, cell in enumerate(cells) if _WHAT.fullmatch(cell)), None)
    who = next((number for number, cell in enumerate(cells) if _WHO.fullmatch(cell)), None)
    when = next((number for number, cell in enumerate(cells) if _WHEN.fullmatch(cell)), None)
    return (what, when) if what is not None and who is not None else None


def _task(cells: Sequence[str], columns: _Columns) -> tuple[str, str | None] | None:
    what, when = columns
    if what >= len(cells) or _NOTHING.fullmatch(cells[what]):
        return None
    due = cells[when] if when is not None and when < len(cells) else ""
    return cells[what], None if _NOTHING.fullmatch(due) else due
