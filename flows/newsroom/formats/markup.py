"""Clean markup -> blocks: the main content of a page, the HTML of a message, a converted word processor file.

The walk draws what a browser would: text that stands loose in a box is a paragraph, a table
used for layout is a pile of boxes, a table of facts is rows.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from flows.newsroom.formats.addresses import whole_address
from flows.newsroom.formats.composing import Composer
from flows.newsroom.formats.elements import BOXES, CELLS, HEADINGS, LISTS, ROWS, TABLES, UNREAD
from flows.newsroom.formats.wrapping import unwrap
from flows.newsroom.language.typography import repair_line, split_lines
from flows.newsroom.model import Block, BlockKind, Link

_KINDS = dict.fromkeys(HEADINGS, BlockKind.HEADING) | {
    "li": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTATION,
    "dl": BlockKind.ROW,  # a row is a term with its descriptions, which are no boxes inside one another
    "tr": BlockKind.ROW,
}
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ".”", ".’", ".)", '."')


def blocks_from_markup(markup: str, base: str | None = None) -> tuple[Block, ...]:
    """Read markup that the guard has passed or that we made.

    Args:
        markup: HTML, whole or in part.
        base: The address against which relative links are resolved; without it they are dropped.
    """
    # Within a body of our own, Beautiful Soup never takes a short text for a file name or an address.
    soup = BeautifulSoup(f"<body>{markup}</body>", "lxml")
    writer = _Writer(base=base)
    for node, is_start in _walk(soup):
        if isinstance(node, Tag):
            (writer.open if is_start else writer.close)(node)
        else:
            writer.add_text(node)
    writer.end_block()
    return tuple(writer.composer.blocks)


def _walk(root: Tag) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """Every tag at its start and its end, and every text, in reading order; without recursion, as pages nest deeply."""
    pending: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.contents))]
    while pending:
        parent, children = pending[-1]
        child = next(children, None)
        if child is None:
            pending.pop()
            yield parent, False
        elif isinstance(child, Tag):
            if child.name not in UNREAD:
                yield child, True
                pending.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield child, True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    name: str = "body"
    kind: BlockKind = BlockKind.PARAGRAPH  # of the text that stands in it
    lists: int = 0  # how many it lies in
    is_layout: bool = True  # whether rows and cells around here are but boxes


@dataclass(slots=True)
class _Writer:
    base: str | None
    composer: Composer = field(default_factory=Composer)
    boxes: list[_Box] = field(default_factory=lambda: [_Box()])  # the innermost last
    words: list[str] = field(default_factory=list)  # of the block that is being written; a line break is "\n"
    links: list[Link] = field(default_factory=list)
    anchor: tuple[str, int] | None = None  # the address of an open link, and where in `words` its text starts

    def open(self, tag: Tag) -> None:
        if tag.name in BOXES:
            self._break_before(tag.name)
            if tag.name in HEADINGS:
                self._make_cards()
            self.boxes.append(self._box(tag))
        elif tag.name == "a":
            address = whole_address(str(tag.get("href") or ""), self.base)
            self.anchor = (address, len(self.words)) if address else None
        elif tag.name == "br":
            self._end_link()
            self.words.append("\n")
        elif tag.name == "q":
            self.words.append("“")

    def close(self, tag: Tag) -> None:
        if tag.name in BOXES:
            self._break_after(tag.name)
            self.boxes.pop()
        elif tag.name == "a":
            self._end_link()
            self.anchor = None
        elif tag.name == "q":
            self.words.append("”")

    def add_text(self, text: str) -> None:
        if self.boxes[-1].name == "pre":
            self.words.append("\n".join(split_lines(text)))
        elif text.isspace():
            self._add_space()
        else:
            self.words.append(" ".join(split_lines(text)))

    def end_block(self) -> None:
        self._end_link()
        text, links = "".join(self.words), deque(self.links)
        self.words.clear()
        self.links.clear()
        self.anchor = (self.anchor[0], 0) if self.anchor else None
        if text and not text.isspace():
            self._write(text, links)

    def _write(self, text: str, links: deque[Link]) -> None:
        box = self.boxes[-1]
        if box.kind is BlockKind.PARAGRAPH:
            for raw_line in unwrap(text.split("\n")):
                line = repair_line(raw_line)
                self.composer.write_line(line, links=tuple(_taken(links, line)))
        elif box.kind is BlockKind.ITEM:
            self.composer.write_item(repair_line(text), indent=box.lists, announces=True, links=tuple(links))
        else:
            self.composer.write(box.kind, repair_line(text).strip(" |"), tuple(links))

    def _break_before(self, name: str) -> None:
        if self.boxes[-1].kind is BlockKind.ROW and name in CELLS:
            self.words.append(" | ")
        elif (self.boxes[-1].kind is BlockKind.ROW and name not in ROWS) or self._goes_on(name):
            self._add_space()
        else:
            self.end_block()

    def _break_after(self, name: str) -> None:
        box = self.boxes[-1]
        is_within_row = box.kind is BlockKind.ROW and name not in {"tr", "dl"}
        if is_within_row or self._goes_on(name):
            self._add_space()
        else:
            self.end_block()

    def _goes_on(self, name: str) -> bool:
        """Whether a paragraph of an item may follow the one before it in the same block."""
        is_paragraph_of_item = self.boxes[-1].kind is BlockKind.ITEM and name in {"p", "div"}
        return is_paragraph_of_item and bool(self.words) and self.words[-1].rstrip().endswith(_SENTENCE_ENDS)

    def _add_space(self) -> None:
        if self.words and not self.words[-1].endswith(" "):
            self.words[-1] += " "

    def _box(self, tag: Tag) -> _Box:
        outer = self.boxes[-1]
        is_layout = _is_layout(tag) if tag.name in TABLES else outer.is_layout
        kind = _KINDS.get(tag.name, outer.kind)
        if kind is BlockKind.ROW and is_layout:
            kind = outer.kind
        return _Box(name=tag.name, kind=kind, lists=outer.lists + (tag.name in LISTS), is_layout=is_layout)

    def _make_cards(self) -> None:
        """Items with a heading are no items but cards: a heading with paragraphs under it."""
        self.boxes = [replace(b, kind=BlockKind.PARAGRAPH) if b.kind is BlockKind.ITEM else b for b in self.boxes]

    def _end_link(self) -> None:
        if self.anchor:
            address, start = self.anchor
            text = repair_line("".join(self.words[start:]))
            if text:
                self.links.append(Link(text=text, address=address))
            self.anchor = (address, len(self.words))


def _taken(links: deque[Link], line: str) -> Iterator[Link]:
    """The links that stand in a line, taken off the front of those of its paragraph."""
    while links and links[0].text in line:
        yield links.popleft()


def _is_layout(table: Tag) -> bool:
    """Whether a table holds no facts in rows: its cells are boxes, or it has one column."""
    if table.find(["table", "dl", "ul", "ol", "blockquote", *HEADINGS]):
        return True
    if any(len(cell.find_all("p", limit=2)) > 1 for cell in table.find_all(list(CELLS))):
        return True
    rows = table.find_all("tr")
    return bool(rows) and all(len(row.find_all(["td", "th"], limit=2)) < 2 for row in rows)  # noqa: PLR2004 - a pair
