"""What stands between marks in a document, put together: a quotation may run over several paragraphs.

Each paragraph of a long quotation opens with a mark, and only the last one closes. Paragraphs that
their reader set apart as a quotation are one without any mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.language.names import FULL_NAME, HONORIFIC
from flows.newsroom.language.quotation_marks import Quoted, closed_at, find_quoted, opens_with_mark
from flows.newsroom.model import Block, BlockKind

# "We waited nine years. Marjorie Pell, carer": the signature of a block without marks.
_SIGNATURE = re.compile(
    rf"(?<=[.!?…])\s+(?:[–—-]+\s*)?(?:{HONORIFIC} )?{FULL_NAME}(?:, [^.!?]{{2,80}})?\Z"
    r"|(?<=[.!?…])\s+[–—-]+\s*[A-Za-z][^.!?–—]{2,80}\Z"
)
_LONGEST_CARD = 9  # words
_LONGEST_REST = 60  # likewise
_ATTRIBUTION = re.compile(r"\s*[–—-]{1,2}\s*[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a quotation holds of one block: characters of the block's text, without the marks."""

    block: int
    start: int
    end: int
    outer_start: int
    outer_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What stands between one opening mark and its end."""

    parts: tuple[Part, ...]
    is_closed: bool

    @property
    def first(self) -> Part:
        """Where it begins."""
        return self.parts[0]

    @property
    def last(self) -> Part:
        """Where it ends."""
        return self.parts[-1]


def find_speeches(blocks: Sequence[Block]) -> tuple[Speech, ...]:
    """Everything that stands between marks, scare quotes and titles too, in order. Headings are left out."""
    speeches: list[Speech] = []
    pending: tuple[Part, ...] = ()
    for number, block in enumerate(blocks):
        is_silent = block.kind is BlockKind.HEADING or _is_card(blocks, number)
        parts = [] if is_silent else list(_parts(number, block))
        goes_on = bool(parts) and parts[0][0].outer_start == 0
        if pending and not goes_on:
            speeches.append(Speech(parts=pending, is_closed=_is_set_apart(blocks, pending)))
            pending = ()
        for part, is_closed in parts:
            held, pending = (*pending, part), ()
            if is_closed:
                speeches.append(Speech(parts=held, is_closed=True))
            elif _runs_on(blocks, number):
                pending = held
            elif (rest := _rest_of(blocks, number)) is not None:
                speeches.append(Speech(parts=(*held, rest), is_closed=True))
            elif part.outer_start > 0 and block.text[part.outer_start : part.start] == "‘":
                continue  # one that is not taken up again may stand for a letter left out
            else:
                speeches.append(Speech(parts=held, is_closed=_is_set_apart(blocks, held)))
    return tuple(speeches)


def _parts(number: int, block: Block) -> Iterator[tuple[Part, bool]]:
    """The stretches of a block, and whether each is closed."""
    if block.kind is BlockKind.QUOTATION and not opens_with_mark(block.text):
        if not _ATTRIBUTION.match(block.text):
            signature = _SIGNATURE.search(block.text)
            end = signature.start() if signature else len(block.text)
            yield _part(number, Quoted(start=0, end=end), outer=0), False
        return
    for quoted in find_quoted(block.text):
        yield _part(number, quoted, outer=1), quoted.is_closed


def _part(number: int, quoted: Quoted, *, outer: int) -> Part:
    return Part(
        block=number,
        start=quoted.start,
        end=quoted.end,
        outer_start=quoted.start - outer,
        outer_end=quoted.end + outer * quoted.is_closed,
    )


def _runs_on(blocks: Sequence[Block], number: int) -> bool:
    """Whether what is open at the end of a block goes on in the next one."""
    if number + 1 >= len(blocks):
        return False
    block, following = blocks[number], blocks[number + 1]
    if _has_no_marks(block):
        is_signature = _ATTRIBUTION.match(following.text) is not None or _is_card(blocks, number + 1)
        return _has_no_marks(following) and not is_signature
    return following.kind is not BlockKind.HEADING and opens_with_mark(following.text)


def _rest_of(blocks: Sequence[Block], number: int) -> Part | None:
    """What the next block holds of a quotation that a line broke in two: its words up to the mark that closes it."""
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    if following is None or following.kind is BlockKind.HEADING or _has_no_marks(following):
        return None
    end = closed_at(following.text)
    if end is None or len(following.text[:end].split()) > _LONGEST_REST:
        return None
    return Part(block=number + 1, start=0, end=end, outer_start=0, outer_end=end + 1)


def _is_card(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block says whose words the block before it set apart: "Member of the advisory group"."""
    block, before = blocks[number], blocks[number - 1] if number else None
    is_after = before is not None and before.kind is BlockKind.QUOTATION and before.text[-1:] in {*'.!?…”’"'}
    is_short = len(block.text.split()) <= _LONGEST_CARD and block.text[-1:] not in {*'.!?…,:;”’"'}
    return _has_no_marks(block) and is_after and is_short


def _is_set_apart(blocks: Sequence[Block], parts: Sequence[Part]) -> bool:
    return all(_has_no_marks(blocks[part.block]) for part in parts)


def _has_no_marks(block: Block) -> bool:
    return block.kind is BlockKind.QUOTATION and not opens_with_mark(block.text)
