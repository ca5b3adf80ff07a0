"""Which sentences of an article may stand in a summary: those that a reader understands without the rest of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from flows.newsroom.language.moments import needs_its_day
from flows.newsroom.model import Article, BlockKind, Confidence, Sentence
from flows.newsroom.summarisers._quotations import is_piece_of_quotation

_LOOKED_AT, _MOST = 1_000, 60  # sentences; what comes later is seldom an article's gist
_SHORTEST = 4  # words
_STANDFIRST_WITHIN, _SHORTEST_STANDFIRST = 3, 12  # a long line near the top may lack its stop
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW})

_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_ADDRESSES = ("http:", "https:", "www.", "@")
_POINTERS = ("here", "below", "above", "attached", "the link", "click", "tap ")
_POINTS = re.compile(
    r"\b(?:click|tap) (?:here|on|the)\b|\bfollow the link\b"
    r"|\b(?:read|see|view|available|found|find out|more|details|download(?:ed)?|accessed|watch|listen|register|apply) "
    r"(?:more |it |them |online )?(?:here|below|above|attached)\b"
    r"|\b(?:link|form|image|picture|photo|map|table|video) (?:below|above)\b"
)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_COURTESY = re.compile(
    r"(?:Dear|Hello|Hi|Thanks?|Please|Welcome to|Happy|Congratulations|Enjoy|(?:Best|Kind|Warm) (?:wishes|regards)"
    r"|We (?:hope|look forward|wish))\b"
)
_WRITER = re.compile(r"\b(?:I|[Mm]y|me|mine|myself)\b|\bI['’]")
_FUTURE, _YEAR = re.compile(r"\bwill\b"), re.compile(r"\b(?:19|20)\d\d\b")


def candidates(article: Article, words: int) -> tuple[int, ...]:
    """The places in `article.sentences` of those that may be chosen.

    Courtesies, and sentences that only the writer's own day or the writer's own person explains, are left out too,
    as long as the others hold `words` words; the writer's person is let in first.
    """
    possible = tuple(islice(_possible(article), _MOST))
    texts = {number: article.sentences[number].text for number in possible}
    placed = tuple(number for number in possible if not (is_undated(article) and _points_at_a_day(texts[number])))
    clear = tuple(number for number in placed if not (_WRITER.search(texts[number]) or _COURTESY.match(texts[number])))
    lengths = {number: len(text.split()) for number, text in texts.items()}
    return next((some for some in (clear, placed) if sum(lengths[number] for number in some) >= words), possible)


def is_undated(article: Article) -> bool:
    """Whether a reader cannot tell the day on which it was written."""
    published = article.published
    return published.date is None or published.confidence in {Confidence.LOW, Confidence.NONE}


def _possible(article: Article) -> Iterator[int]:
    starts = list(accumulate((len(block.text) + 1 for block in article.blocks), initial=0))
    sensitive = article.sensitive
    for number, sentence in enumerate(article.sentences[:_LOOKED_AT]):
        if number not in sensitive and _is_printable(article, number, sentence, starts):
            yield number


def _is_printable(article: Article, number: int, sentence: Sentence, starts: Sequence[int]) -> bool:
    if article.blocks[sentence.block].kind in _NO_PROSE or not _is_sentence(sentence.text, number):
        return False
    if _is_about_a_link(sentence.text.lower()):
        return False
    offset = starts[sentence.block]
    return not is_piece_of_quotation(article.blocks, sentence.block, sentence.start - offset, sentence.end - offset)


def _is_about_a_link(lowered: str) -> bool:
    """Whether a sentence gives an address, or points at something that paper and another page do not have."""
    if any(mark in lowered for mark in _ADDRESSES):
        return True
    return any(word in lowered for word in _POINTERS) and _POINTS.search(lowered) is not None


def _is_sentence(text: str, number: int) -> bool:
    length = len(text.split())
    if length < _SHORTEST or text.endswith(":") or text[:1].islower() or _NUMBERED.match(text):
        return False
    return _ENDED.search(text) is not None or (number < _STANDFIRST_WITHIN and length >= _SHORTEST_STANDFIRST)


def _points_at_a_day(text: str) -> bool:
    """Whether a sentence is understood, or still true, only on the day of its writing."""
    is_year_to_come = _FUTURE.search(text) is not None and _YEAR.search(text) is not None
    return is_year_to_come or needs_its_day(text)
