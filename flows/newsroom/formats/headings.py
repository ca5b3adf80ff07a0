"""The headings of a page that an extractor left out although it kept what stands under them.

A heading above a paragraph belongs to it: "Monday 8 June" is the day of all that follows. What stands under a heading
of the page's furniture ("Most read") was left out as well, and so it stays away.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Block, BlockKind

_BELOW_THE_TITLE = ("h2", "h3", "h4", "h5", "h6")
_NO_TEXT = frozenset({"script", "style"})
_ENOUGH = 25  # characters by which a paragraph is known, spaces aside
_FAR = 40  # texts behind a heading that are looked at, most of them empty
_MOST = 1_000  # headings of a page that are looked for


def with_headings(blocks: Sequence[Block], tree: HtmlElement) -> tuple[Block, ...]:
    """The blocks of a page's main content, and before them those headings of the page that stand right above one."""
    inks = [_ink(block.text) for block in blocks]
    known, place, above = frozenset(inks), 0, dict[int, list[Block]]()
    for heading in islice(tree.iter(*_BELOW_THE_TITLE), _MOST):
        text = repair_line(" ".join(heading.text_content().split()))
        if not text or _ink(text) in known:
            continue
        below = _text_below(heading)
        found = next((at for at in range(place, len(inks)) if _begins_alike(inks[at], below)), None)
        if found is not None:
            above.setdefault(found, []).append(Block(kind=BlockKind.HEADING, text=text))
            place = found
    return tuple(one for at, block in enumerate(blocks) for one in (*above.get(at, ()), block))


def _begins_alike(ink: str, below: str) -> bool:
    return bool(ink and below) and (ink.startswith(below) or below.startswith(ink))


def _text_below(heading: HtmlElement) -> str:
    """How the text behind a heading begins, without spaces; other headings in between do not count."""
    found = ""
    for text in islice(_texts_behind(heading), _FAR):
        found += _ink(text)
        if len(found) >= _ENOUGH:
            break
    return found[:_ENOUGH]


def _texts_behind(element: HtmlElement) -> Iterator[str]:
    """The texts behind an element, in reading order."""
    node: HtmlElement | None = element
    while node is not None:
        yield node.tail or ""
        following = node.getnext()
        if following is None:
            node = node.getparent()
            continue
        if following.tag not in _BELOW_THE_TITLE:
            yield from _texts_in(following)
        node = following


def _texts_in(element: HtmlElement) -> Iterator[str]:
    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node.tag in _NO_TEXT:
                walk.skip_subtree()
            else:
                yield node.text or ""
        elif node is not element:
            yield node.tail or ""


def _ink(text: str) -> str:
    return "".join(text.split())
