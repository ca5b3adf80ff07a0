"""Writing blocks one after another, with the line that each item of a list hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.newsroom.formats.bullets import is_rule, opens_numbering, unbulleted
from flows.newsroom.model import Block, BlockKind, Link

_CLOSING_MARKS = ("”", "’", '"')
_DASHES = ("- ", "– ")


@dataclass(slots=True)
class Composer:
    """Collects the blocks of one document in reading order.

    It takes repaired lines, and leaves out those without a letter or a digit.
    """

    blocks: list[Block] = field(default_factory=list)
    _stems: list[tuple[int, str]] = field(default_factory=list)  # what the next item may hang on, with its indent

    def write(self, kind: BlockKind, line: str, links: Sequence[Link] = ()) -> None:
        """Add a heading, a quotation or a row; items after it hang on nothing."""
        if not is_rule(line):
            self._stems.clear()
            self._append(kind, line, links)

    def write_line(self, line: str, *, indent: int = 0, links: Sequence[Link] = ()) -> None:
        """Add a paragraph, or the item that a bullet makes of it; `indent` counts in any unit."""
        if opens_numbering(line) and self.blocks and self.blocks[-1].kind is BlockKind.ITEM:
            self._stems.clear()  # a second "1." starts another list, which the stem does not announce
        item = unbulleted(line, announced=bool(self._stems))
        if item is None or self._is_signed_by(line):
            self.write_paragraph(line, announces=line.endswith(":"), links=links)
        else:
            self.write_item(item, indent=indent, announces=item.endswith(":"), links=links)

    def write_paragraph(self, line: str, *, announces: bool, links: Sequence[Link] = ()) -> None:
        """Add a paragraph; if it `announces` something, the items after it hang on it."""
        if not is_rule(line):
            self._append(BlockKind.PARAGRAPH, line, links)
            self._stems = [(-1, line)] if announces else []

    def write_item(self, line: str, *, indent: int, announces: bool, links: Sequence[Link] = ()) -> None:
        """Add an item; if it `announces` something, items further in hang on it."""
        if is_rule(line):
            return
        while self._stems and self._stems[-1][0] >= indent:
            self._stems.pop()
        self._append(BlockKind.ITEM, line, links)
        if announces:
            self._stems.append((indent, line))

    def _is_signed_by(self, line: str) -> bool:
        """Whether a line is no item but names the speaker of the quotation above it: "- Ann Lee, social worker"."""
        last = self.blocks[-1] if self.blocks else None
        is_quotation = last is not None and last.kind is not BlockKind.ITEM and last.text.endswith(_CLOSING_MARKS)
        return is_quotation and line.startswith(_DASHES)

    def _append(self, kind: BlockKind, line: str, links: Sequence[Link]) -> None:
        stem = self._stems[-1][1] if self._stems and kind is BlockKind.ITEM else None
        self.blocks.append(Block(kind=kind, text=line, stem=stem, links=tuple(dict.fromkeys(links))))
