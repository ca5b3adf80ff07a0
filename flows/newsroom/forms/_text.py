"""A document as one text, from which its form is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.model import Block, BlockKind

_TOP = re.compile(r"(?:\S+\s+){0,59}\S*")  # the first sixty words
_QUOTED = re.compile(r"“[^“”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Title, imprint and blocks, a line each. The letters of all three versions keep their places."""

    title: str
    blocks: tuple[Block, ...]
    whole: str
    lowered: str
    own: str  # with blanks where it quotes
    words: int
    top: int  # where the first sixty words end


def text_of(title: str | None, blocks: tuple[Block, ...], imprint: Sequence[str]) -> Text:
    """Join what a document says."""
    whole = "\n".join(filter(None, (title, *imprint, *(block.text for block in blocks))))
    lowered = whole.lower()
    top = _TOP.match(whole)
    return Text(
        title=title or "",
        blocks=blocks,
        whole=whole,
        lowered=lowered if len(lowered) == len(whole) else whole,  # one letter in Unicode grows: İ
        own="\n".join(filter(None, (title, *imprint, *map(_writers_own, blocks)))),
        words=len(whole.split()),
        top=top.end() if top else 0,
    )


def _writers_own(block: Block) -> str:
    if block.kind is BlockKind.QUOTATION:
        return " " * len(block.text)
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), block.text)
