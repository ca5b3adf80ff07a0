"""Sentences that are no more than a piece of somebody's quotation: printed alone, they would lose their speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from flows.newsroom.model import Block, BlockKind

_MARK = re.compile(r"[“”]|\"")
_SINGLE = re.compile(r"‘[^‘]{15,}?[.,!?…]’(?!\w)")  # around a word ("‘invisible’") it is no speech
_OPENS = re.compile(r"\s*[\"“‘]")
_SPEAKS = re.compile(
    r"\b(?:said|says|saying|added|adds|explained|told|wrote|commented|asked|replied|according|called|described|argued"
    r"|warned|announced|writes|recalled|remembers)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What stands between two marks, in letters of a block, the marks included."""

    start: int
    end: int
    is_closed: bool = True


def is_piece_of_quotation(blocks: Sequence[Block], block: int, start: int, end: int) -> bool:
    """Whether the sentence at `start` to `end` of `blocks[block]` is quoted without its speaker, or only in part."""
    text = blocks[block].text
    if blocks[block].kind is BlockKind.QUOTATION:
        return True
    for span in spans(text):
        if span.end <= start or end <= span.start:
            continue
        is_whole = start <= span.start and span.end <= end and span.is_closed
        if not is_whole or _runs_on(blocks, block, span):
            return True
    return _is_mostly_quoted(text, start, end)


@lru_cache(maxsize=32)  # asked for each sentence of a block
def spans(text: str) -> tuple[Span, ...]:
    """The quotations of a block; one without an end lasts to the end of the block."""
    return (*_marked(text), *(Span(start=match.start(), end=match.end()) for match in _SINGLE.finditer(text)))


def _marked(text: str) -> Iterator[Span]:
    opened, nested = None, 0
    for mark in _MARK.finditer(text):
        place = mark.start()
        if mark.group() == "“" or (mark.group() == '"' and _stands_before_a_word(text, place)):
            nested += opened is not None and mark.group() == "“"
            opened = place if opened is None else opened
        elif nested and mark.group() == "”":
            nested -= 1
        else:
            yield Span(start=opened or 0, end=place + 1)
            opened = None
    if opened is not None:
        yield Span(start=opened, end=len(text), is_closed=False)


def _stands_before_a_word(text: str, place: int) -> bool:
    before, after = text[:place][-1:], text[place + 1 : place + 2]
    return (not before or before.isspace() or before in "([–—") and bool(after) and not after.isspace()


def _runs_on(blocks: Sequence[Block], block: int, span: Span) -> bool:
    """Whether the quotation goes on in the next paragraph, which then opens with a mark of its own."""
    is_last = not blocks[block].text[span.end :].strip(" .")
    return is_last and block + 1 < len(blocks) and _OPENS.match(blocks[block + 1].text) is not None


def _is_mostly_quoted(text: str, start: int, end: int) -> bool:
    quoted = [text[span.start : span.end] for span in spans(text) if start <= span.start and span.end <= end]
    outside = text[start:end]
    for part in quoted:
        outside = outside.replace(part, " ")
    is_most = sum(len(part.split()) for part in quoted) > len(outside.split())
    return is_most and _SPEAKS.search(outside) is None
