"""The lines of a PDF -> blocks: what is repeated at the edges of the pages goes, the rest is joined to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from flows.newsroom.formats.bullets import is_rule, unbulleted
from flows.newsroom.formats.composing import Composer
from flows.newsroom.formats.pdf_lines import Line
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Block, BlockKind

_EDGE = 2  # lines at the top and at the bottom of a page
_REPEATED = 0.4  # of the pages, as left and right ones may differ
_NUMBER = re.compile(r"\d+")
_OF_CONTENTS = re.compile(r"(?: ?[.…_]){5,} ?[\dxvi]{1,4}$")  # dots that lead to the number of a page
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?", re.IGNORECASE)

_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED = frozenset({"and", "or", "to"})
_LARGER = 1.1  # than the body, to be a heading
_SAME_SIZE = 0.6  # points
_GAP = 1.35  # of the usual distance between two lines, to start a paragraph
_SHORT = 0.3  # of the width that a last line leaves free, at least
_STEP = 2.0  # points: a difference in place that is meant
_LONGEST_HEADING = 25  # words
_LONGEST_BOLD_HEADING = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """What is usual in a document, in points."""

    size: float
    leading: float
    right: float
    is_bold: bool


@dataclass(slots=True)
class _Paragraph:
    first: Line
    lines: list[Line] = field(default_factory=list)


def without_running_lines(pages: Sequence[Sequence[Line]]) -> tuple[tuple[Line, ...], ...]:
    """The pages without headers, footers and page numbers.

    A header is a line that stands, its digits aside, at the edge of two fifths of the pages, at least of two.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_key(line) for line in edge})
    running = {key for key, count in seen.items() if count >= max(2, _REPEATED * len(pages))}
    return tuple(
        tuple(line for line in page if not (line in edge and (_key(line) in running or _is_page_number(line))))
        for page, edge in zip(pages, edges, strict=True)
    )


def blocks_from_pages(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """Join the lines of a document, in reading order, to its blocks."""
    lines = [line for page in pages for line in page if not _OF_CONTENTS.search(line.text)]
    if not lines:
        return ()
    measure = _measure(lines)
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    composer = Composer()
    for paragraph in _paragraphs(lines, measure):
        text = repair_line(_joined(paragraph.lines, known))
        if paragraph.first.is_row:
            composer.write(BlockKind.ROW, text)
        elif _is_heading(paragraph, text, measure):
            composer.write(BlockKind.HEADING, text)
        else:
            composer.write_line(text, indent=round(paragraph.first.left))
    return tuple(composer.blocks)


def title_of(pages: Sequence[Sequence[Line]], blocks: Sequence[Block]) -> str | None:
    """The heading that opens the document, if nothing on its first page is set larger."""
    if not blocks or blocks[0].kind is not BlockKind.HEADING or not pages or not pages[0]:
        return None
    first, *rest = pages[0]
    return blocks[0].text if all(line.size <= first.size for line in rest) else None


def _edges(page: Sequence[Line]) -> tuple[Line, ...]:
    by_height = sorted(page, key=lambda line: -line.bottom)
    return (*by_height[:_EDGE], *by_height[-_EDGE:])


def _key(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text), round(line.size)  # a header that repeats the title is set smaller


def _is_page_number(line: Line) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None


def _measure(lines: Sequence[Line]) -> _Measure:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) <= _SAME_SIZE]
    gaps = Counter(round(a.bottom - b.bottom) for a, b in pairwise(body) if 0 < a.bottom - b.bottom < 3 * size)
    rights = sorted(line.right - line.left for line in body)
    return _Measure(
        size=size,
        leading=gaps.most_common(1)[0][0] if gaps else 1.2 * size,
        right=rights[int(0.9 * (len(rights) - 1))],
        is_bold=sum(line.is_bold for line in body) > len(body) / 2,
    )


def _paragraphs(lines: Sequence[Line], measure: _Measure) -> Iterator[_Paragraph]:
    current = _Paragraph(lines[0], [lines[0]])
    for line in lines[1:]:
        if _starts(current, line, measure):
            yield current
            current = _Paragraph(line, [line])
        else:
            current.lines.append(line)
    yield current


def _starts(current: _Paragraph, line: Line, measure: _Measure) -> bool:
    """Whether a line starts a new paragraph."""
    before = current.lines[-1]
    if is_rule(before.text):  # a bullet that stands alone before its item
        return False
    if line.is_row or before.is_row or unbulleted(line.text) is not None:
        return True
    if abs(before.size - line.size) > _SAME_SIZE or _turns_bold(before, line):
        return True
    gap = before.bottom - line.bottom
    has_ended = _ENDED.search(before.text) is not None
    if gap <= 0:  # the next column or page
        return has_ended or _is_set_as_heading(before, measure)
    if gap > _GAP * measure.leading * max(1.0, line.size / measure.size):
        return True
    return has_ended and (_leaves_item(current, line) or _is_indented(before, line) or _is_short(before, measure))


def _turns_bold(before: Line, line: Line) -> bool:
    return before.is_bold != line.is_bold and (line.text[0].isupper() or line.text[0].isdigit())


def _leaves_item(current: _Paragraph, line: Line) -> bool:
    return unbulleted(current.first.text) is not None and line.left <= current.first.left + _STEP


def _is_indented(before: Line, line: Line) -> bool:
    return _STEP < line.left - before.left < 4 * line.size


def _is_short(before: Line, measure: _Measure) -> bool:
    return before.right - before.left < (1 - _SHORT) * measure.right


def _is_set_as_heading(line: Line, measure: _Measure) -> bool:
    return line.size > _LARGER * measure.size or (line.is_bold and not measure.is_bold)


def _is_heading(paragraph: _Paragraph, text: str, measure: _Measure) -> bool:
    if not all(_is_set_as_heading(line, measure) for line in paragraph.lines) or unbulleted(text) is not None:
        return False
    is_large = paragraph.first.size > _LARGER * measure.size
    words = len(text.split())
    return words <= _LONGEST_HEADING if is_large else words <= _LONGEST_BOLD_HEADING and not _ENDED.search(text)


def _joined(lines: Iterable[Line], known: Counter[str]) -> str:
    text = ""
    for line in lines:
        text = _glued(text, line.text, known) if text else line.text
    return text


def _glued(before: str, after: str, known: Counter[str]) -> str:
    """Two lines in one: the hyphen of "infor-mation" goes, those of "well-known" and "pre- and post-birth" stay."""
    head = _WORD.findall(before)[-1:] if before.endswith(("-", "\u2010")) else []
    tail = _WORD.match(after)
    if not head or tail is None or not after[0].islower() or tail[0] in _SUSPENDED:
        # A hyphen after a number or before a capital belongs to the word: "0-18", "Anglo-Irish".
        return before + after if before.endswith("-") and head and tail and after[0].isupper() else f"{before} {after}"
    first, second = head[0].lower(), tail[0].lower()
    is_compound = known[f"{first}-{second}"] or (not known[first + second] and known[first] > 1 and known[second] > 1)
    return before + after if is_compound else before[:-1] + after
