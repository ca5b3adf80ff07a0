"""Pages without a story: lists of other pages, answers to a search, and what a site says when it has no page."""

import re
from collections.abc import Sequence

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.model import Block, BlockKind

_SENTENCE = 9  # words from which a line that ends like a sentence is prose
_LEAST_PROSE = 0.25  # of the words of a page that is more than a list of pages
_MOST_WORDS_OF_MESSAGE = 80  # of prose, beside what a web site says of itself
_LONGEST_TEASER = 200  # characters
_TEASERS = 3  # lines that point to another page each
_TEASER = re.compile(
    r".*(?:…|\.\.\.)$|.*\bread more$"
    r"|\d+ ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|weeks?) ago"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"\d{{1,2}} (?:{'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)})(?: \d{{4}})?",
    re.IGNORECASE,
)
_MESSAGE = re.compile(
    r"\b(?:error \d{3}\b|(?:404|403)\b.{0,3} (?:error|not found|page)"
    r"|page (?:is )?(?:not found|unavailable|no longer (?:exists|available))"
    r"|(?:can.?t|cannot|could not|couldn.t) (?:find|be found|access|open) (?:that|the|this|your) (?:page|document|link)"
    r"|access (?:is )?denied|(?:not|been) (?:signed|logged) (?:in|out)"
    r"|session (?:has|may have) (?:ended|expired|timed out)"
    r"|(?:sign|log) ?in (?:is required|required|to (?:continue|view|see this))|forgotten (?:your )?password"
    r"|enable javascript|(?:site|page) is (?:down|closed) for maintenance|no results (?:were )?found)",
    re.IGNORECASE,
)

_RESULTS = re.compile(
    r"(?:your )?search results\b|showing (?:results )?\d+ ?(?:to|[-–]) ?\d+ of \d"
    r"|(?:about |found )?[\d,]+ results? (?:for|found|match)",
    re.IGNORECASE,
)
_HEAD = 4  # lines in which a page calls itself the answer to a search


def has_story(title: str | None, blocks: Sequence[Block]) -> bool:
    """Whether what is left of a page may be a story and not a list of pages or a message of the web site."""
    if any(map(_RESULTS.match, (title or "", *_texts(blocks[:_HEAD])))):
        return False
    words = sum(len(block.text.split()) for block in blocks)
    prose = sum(len(block.text.split()) for block in blocks if _is_prose(block))
    teasers = sum(
        block.kind is not BlockKind.QUOTATION and _TEASER.fullmatch(block.text) is not None for block in blocks
    )
    if teasers >= _TEASERS and prose < _LEAST_PROSE * words:
        return False
    says_nothing = prose < _MOST_WORDS_OF_MESSAGE and _MESSAGE.search("\n".join((title or "", *_texts(blocks))))
    return not says_nothing


def _texts(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks)


def _is_prose(block: Block) -> bool:
    is_line = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM}
    is_cut = block.text.endswith(("…", "..."))
    return is_line and not is_cut and len(block.text.split()) >= _SENTENCE and ends_like_a_sentence(block.text)
