"""Where a sentence stands: under a heading that promises the gist, or among notes that nobody quotes."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.model import Block, BlockKind

_LONGEST_HEADING = 6  # words of a line that heads what follows, where the format has no headings
_STOPPED = re.compile(r"[.!,;…][\"'”’)\]]*$")

_GIST = re.compile(
    r"\b(?:summary|in brief|at a glance|key (?:points|messages|findings|facts)|main (?:points|messages"
    r"|findings)|headlines?"
    r"|in one line|findings?|found|results?|conclusions?|concluded|recommend\w*|decisions?|decided|agreed"
    r"|outcomes?|actions?"
    r"|next|what (?:this|it) means|so what|implications|lessons|learned|learnt|what (?:is|are|has|will) chang\w*"
    r"|what changes|changes|limits|limitations|how (?:sure|certain))\b",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\b(?:references|bibliography|sources|further reading|reading list|notes?(?: to editors)?|footnotes|end ?notes"
    r"|about (?:us|the author|this)|contacts?|contact us|enquiries|thanks|thank you|acknowledge?ments"
    r"|apologies|present"
    r"|attendance|any other business|aob|a\.o\.b|matters arising|last (?:time|meeting)|previous meeting"
    r"|housekeeping"
    r"|updates? to this page|dates?|housekeeping|getting (?:there|here)|travel|parking|small print|privacy|cookies"
    r"|related|also on this|share|comments?)\b",
    re.IGNORECASE,
)

GIST, PLAIN, NOTES = 1.15, 1.0, 0.6
"""What a sentence gains or loses by the heading above it."""


def worth_of_places(blocks: Sequence[Block]) -> tuple[float, ...]:
    """For each block: what its sentences gain or lose by the heading that it stands under."""
    return tuple(_worths(blocks))


def _worths(blocks: Sequence[Block]) -> Iterator[float]:
    worth = PLAIN
    for block in blocks:
        if _is_heading(block):
            worth = NOTES if _NOTES.search(block.text) else GIST if _GIST.search(block.text) else PLAIN
        yield worth


def _is_heading(block: Block) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    is_short = len(block.text.split()) <= _LONGEST_HEADING and _STOPPED.search(block.text) is None
    return block.kind is BlockKind.PARAGRAPH and is_short and not block.text.endswith(":")
