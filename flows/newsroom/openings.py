"""The opening of an article, for texts in a language that no summariser speaks."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.model import Article, BlockKind, Extract, Summary

METHOD = "the opening, word for word"

_LONGEST = 85  # words, as long as a summary
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.ROW})
_ENDED = re.compile(r"[.!?…。।۔؟][\"'”’»)]*\Z")
# Sentences are parted by the abbreviations of English: after "ul." it may go on, and after "godz." with a figure.
_MAY_GO_ON = re.compile(r"(?<!\w)\w{1,3}\.\Z")


def opening_of(article: Article) -> Summary:
    """The first sentences of an article, as they follow each other, at most 85 words or one sentence.

    None of them is private, a heading or a line without an end, so there may be none at all.
    """
    taken = list[int]()
    for places in _statements(article):
        is_printable = _is_printable(article, places)
        if taken and (not is_printable or _words(article, (*taken, *places)) > _LONGEST):
            break
        taken += places if is_printable else ()
    extracts = (
        Extract(text=article.sentences[place].text, sentence=place, salience=1.0, rank=rank, leans=rank > 0)
        for rank, place in enumerate(taken)
    )
    return Summary(extracts=tuple(extracts), method=METHOD)


def _statements(article: Article) -> Iterator[tuple[int, ...]]:
    """The places of the sentences, together where it is not certain that one has ended."""
    together = list[int]()
    for place, sentence in enumerate(article.sentences):
        together.append(place)
        following = article.sentences[place + 1] if place + 1 < len(article.sentences) else None
        if following is None or following.block != sentence.block or not _goes_on(sentence.text, following.text):
            yield tuple(together)
            together.clear()


def _goes_on(text: str, following: str) -> bool:
    return _MAY_GO_ON.search(text) is not None or following[0].isdigit() or following[0].islower()


def _is_printable(article: Article, places: Sequence[int]) -> bool:
    last = article.sentences[places[-1]]
    is_prose = article.blocks[last.block].kind not in _NO_PROSE and _ENDED.search(last.text) is not None
    return is_prose and article.sensitive.isdisjoint(places)


def _words(article: Article, places: Sequence[int]) -> int:
    return sum(len(article.sentences[place].text.split()) for place in places)
