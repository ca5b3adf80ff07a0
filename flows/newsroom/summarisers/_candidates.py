"""Which sentences of an article may stand in a summary: those that a reader understands without the rest of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from flows.newsroom.language.housekeeping import is_housekeeping
from flows.newsroom.language.moments import DATE, needs_its_day
from flows.newsroom.model import Article, Block, BlockKind, Confidence, Sentence
from flows.newsroom.summarisers._leaning import leans
from flows.newsroom.summarisers._quotations import is_piece_of_quotation
from flows.newsroom.summarisers._substance import substance

_MOST = 60  # sentences that are weighed against each other; of a longer document a selection from all its parts
_FIRST, _STRETCHES = 20, 20  # of a long document: its first sentences, and the fullest two of so many further stretches
_SHORTEST = 4  # words
_STANDFIRST_WITHIN, _SHORTEST_STANDFIRST = 3, 12  # a long line near the top may lack its stop
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.ROW})
_MOSTLY = 0.6  # of the sentences of a text without capitals
_SHORTEST_ITEM = 8  # words; with fewer it is a name or a fragment, whatever its stop

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
    r"^(?:Dear|Hello|Hi|Thanks?|Please|Welcome to|Happy|Congratulations|Enjoy|(?:Best|Kind|Warm) (?:wishes|regards)"
    r"|We (?:hope|look forward|wish))\b"
)
_WRITER = re.compile(r"\b(?:I|[Mm]y|me|mine|myself)\b|\bI['’]")
_DATE = re.compile(DATE)  # "19 May 2026" and "April 2026" tell a reader whether it is over; "in 2015" alone does not
_FUTURE, _YEAR = re.compile(r"\bwill\b"), re.compile(r"\b(?:19|20)\d\d\b")


def candidates(article: Article, words: int) -> tuple[int, ...]:
    """The places in `article.sentences` of those that may be chosen.

    Housekeeping, courtesies, and sentences that only the writer's own day or the writer's own person explains, are
    left out too, as long as the others hold `words` words; the writer's person is let in first.
    """
    possible = _shortlist(article, _with_prose(article, tuple(_possible(article))))
    texts = {number: article.sentences[number].text for number in possible}
    useful = tuple(number for number in possible if not is_housekeeping(texts[number]))
    placed = tuple(number for number in useful if not (is_undated(article) and _points_at_a_day(texts[number])))
    clear = tuple(number for number in placed if not _is_off_the_point(texts[number]))
    return next(
        (some for some in (clear, placed, useful) if _words(texts[number] for number in some) >= words), possible
    )


def is_undated(article: Article) -> bool:
    """Whether a reader cannot tell the day on which it was written."""
    published = article.published
    return published.date is None or published.confidence in {Confidence.LOW, Confidence.NONE}


def _is_off_the_point(text: str) -> bool:
    return _WRITER.search(text) is not None or _COURTESY.search(text) is not None


def _words(texts: Iterable[str]) -> int:
    """How many words a summary could be made of: those of sentences that lean on no other."""
    return sum(len(text.split()) for text in texts if not leans(text))


def _with_prose(article: Article, possible: Sequence[int]) -> Sequence[int]:
    """The same, but nothing of a document that is all items: it is a list of other pages, not a text."""
    kinds = {article.blocks[article.sentences[number].block].kind for number in possible}
    return () if kinds == {BlockKind.ITEM} else possible


def _shortlist(article: Article, possible: Sequence[int]) -> tuple[int, ...]:
    """At most 60 sentences: of a long document its first ones, and of every further stretch those with most in them."""
    if len(possible) <= _MOST:
        return tuple(possible)
    rest, chosen = possible[_FIRST:], set[int]()
    for stretch in range(_STRETCHES):
        part = rest[stretch * len(rest) // _STRETCHES : (stretch + 1) * len(rest) // _STRETCHES]
        chosen.update(sorted(part, key=lambda number: -substance(article.sentences[number].text))[:2])
    return (*possible[:_FIRST], *sorted(chosen))


def _possible(article: Article) -> Iterator[int]:
    starts = list(accumulate((len(block.text) + 1 for block in article.blocks), initial=0))
    sensitive = article.sensitive
    has_capitals = _has_capitals(article)
    for number, sentence in enumerate(article.sentences):
        is_fragment = has_capitals and sentence.text[:1].islower()
        if number not in sensitive and not is_fragment and _is_printable(article, number, sentence, starts):
            yield number


def _has_capitals(article: Article) -> bool:
    """Whether the sentences of its paragraphs begin with a capital, as they do unless somebody wrote in haste."""
    prose = (one for one in article.sentences if article.blocks[one.block].kind is BlockKind.PARAGRAPH)
    openings = [sentence.text[:1] for sentence in prose]
    return sum(one.islower() for one in openings) <= _MOSTLY * len(openings)


def _is_printable(article: Article, number: int, sentence: Sentence, starts: Sequence[int]) -> bool:
    block = article.blocks[sentence.block]
    if block.kind in _NO_PROSE or not _is_sentence(sentence.text, number):
        return False
    if block.kind is BlockKind.ITEM and not _stands_alone(block, sentence.text):
        return False
    if _is_about_a_link(sentence.text.lower()):
        return False
    offset = starts[sentence.block]
    return not is_piece_of_quotation(article.blocks, sentence.block, sentence.start - offset, sentence.end - offset)


def _stands_alone(block: Block, text: str) -> bool:
    """Whether an item is a sentence of its own, and hangs on no line that opens it."""
    is_opened = block.stem is not None and block.stem.endswith(":")
    return not is_opened and len(text.split()) >= _SHORTEST_ITEM and _ENDED.search(text) is not None


def _is_about_a_link(lowered: str) -> bool:
    """Whether a sentence gives an address, or points at something that paper and another page do not have."""
    if any(mark in lowered for mark in _ADDRESSES):
        return True
    return any(word in lowered for word in _POINTERS) and _POINTS.search(lowered) is not None


def _is_sentence(text: str, number: int) -> bool:
    length = len(text.split())
    if length < _SHORTEST or text.endswith(":") or _NUMBERED.match(text):
        return False
    return _ENDED.search(text) is not None or (number < _STANDFIRST_WITHIN and length >= _SHORTEST_STANDFIRST)


def _points_at_a_day(text: str) -> bool:
    """Whether a sentence is understood, or still true, only on the day of its writing."""
    return needs_its_day(text) or (_FUTURE.search(text) is not None and _YEAR.search(_DATE.sub("", text)) is not None)
