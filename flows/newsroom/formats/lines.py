"""Plain text -> blocks: a line is a paragraph, a bullet makes an item of it, ">" a quotation."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from flows.newsroom.formats.aligned import with_rows
from flows.newsroom.formats.bullets import with_plain_bullet
from flows.newsroom.formats.composing import Composer
from flows.newsroom.formats.wrapping import unwrap
from flows.newsroom.language.typography import repair_line, split_lines
from flows.newsroom.model import Block, BlockKind

_QUOTED = re.compile(r"(?:>+(?: |$))+")  # how e-mail programs mark what is quoted


def blocks_from_lines(text: str) -> tuple[Block, ...]:
    """Read a plain text with line ends of any kind.

    Lines that a program wrapped are joined first. An item loses its bullet and keeps its stem, the line ending in a
    colon that it hangs on. Lines that only draw a rule are left out.
    """
    composer = Composer()
    for is_quoted, run in groupby(split_lines(text), key=_is_quoted):
        if is_quoted:
            _write_quotations(composer, run)
        else:
            _write_lines(composer, run)
    return tuple(composer.blocks)


def _is_quoted(line: str) -> bool:
    return _QUOTED.match(line) is not None


def _write_quotations(composer: Composer, lines: Iterable[str]) -> None:
    for line in unwrap([_QUOTED.sub("", line, count=1) for line in lines]):
        composer.write(BlockKind.QUOTATION, repair_line(line))


def _write_lines(composer: Composer, lines: Iterable[str]) -> None:
    plain = [with_plain_bullet(line).expandtabs() for line in lines]
    for is_row, run in groupby(with_rows(plain), key=itemgetter(1)):
        texts = [text for text, _ in run]
        if is_row:
            for text in texts:
                composer.write(BlockKind.ROW, repair_line(text))
        else:
            for line in unwrap(texts):
                composer.write_line(repair_line(line), indent=len(line) - len(line.lstrip()))
