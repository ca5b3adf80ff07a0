"""Programmes: what happens on a day that stands on a line of its own, told in the lines below it.

"Monday 8 June", and below it "Breakfast for carers, Ottersley Methodist Hall, 9 to 11."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from flows.newsroom.dating.happenings import name_of_happening, places_of_happening
from flows.newsroom.dating.listed import heads_of_programme, is_only_a_day
from flows.newsroom.language.words import word_set
from flows.newsroom.model import Article, BlockKind, Event

_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?)?|noon|midday)"
_TIME_FIRST = re.compile(rf"{_CLOCK}(?:\s?(?:to|-|–|until)\s?{_CLOCK})?\s*[:,|–—-]\s*", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"[A-Z][^.,:;!?()|–—]{2,60}?(?=[.,:;!?(|–—]| - |\s*\Z)")
_MOST_WORDS = 8  # of a name
_MOST_ITEMS = 12  # of a day
# With one of these it is a sentence that tells something, and no name.
_TELLS = word_set(
    """
    i we you he she it they there this that these those who which is are was were am be been has have had will would
    shall can could may might must should do does did came went met said told saw got made took gave left ran
    """
)
_PAST = re.compile(r"\s[a-z]+ed\b")


def with_programme(article: Article) -> tuple[Event, ...]:
    """The events of an article, those on a line of their own with the name and place that the next lines give.

    Where a list stands below the day, each of its items is an event of that day.
    """
    told = {event.sentence for event in article.events if event.sentence is not None}
    heads = heads_of_programme([sentence.text for sentence in article.sentences], told)
    return tuple(told for event in article.events for told in _told(article, event, heads)) if heads else article.events


def without_private_names(article: Article) -> tuple[Event, ...]:
    """The events, without names that are first words of a sentence which is held back."""
    return tuple(replace(event, name=None) if _is_private(article, event) else event for event in article.events)


def _is_private(article: Article, event: Event) -> bool:
    if event.name is None or event.sentence is None:
        return False
    line = article.sentences[event.sentence].text
    if is_only_a_day(line):
        below = event.sentence + 1
        return below in article.sensitive and event.name in article.sentences[below].text
    return event.sentence in article.sensitive and _first_words(line) == event.name


def _told(article: Article, event: Event, heads: frozenset[int]) -> Iterator[Event]:
    if event.name is not None or event.sentence not in heads:
        yield event
        return
    named = list(_named(article, event, event.sentence + 1))
    yield from named or [event]


def _named(article: Article, event: Event, first: int) -> Iterator[Event]:
    """The event as the line below it names it, or one for each item of a list."""
    is_list = _kind(article, first) is BlockKind.ITEM
    for place in range(first, min(first + (_MOST_ITEMS if is_list else 1), len(article.sentences))):
        if is_list and _kind(article, place) is not BlockKind.ITEM:
            return
        opens_a_line = place == first or article.sentences[place].block != article.sentences[place - 1].block
        text = article.sentences[place].text
        if opens_a_line and (name := _name(text)):
            places = places_of_happening(text) or event.places
            yield replace(event, name=name, places=places, sentence=place if is_list else event.sentence)


def _kind(article: Article, place: int) -> BlockKind:
    return article.blocks[article.sentences[place].block].kind


def _name(text: str) -> str | None:
    """What a line of a programme calls that which happens: its first words, or the happening that it names."""
    return _first_words(text) or name_of_happening(text)


def _first_words(text: str) -> str | None:
    """The words of a line up to its first stop, if they may be a name: short, and telling nothing."""
    found = _FIRST_WORDS.match(_TIME_FIRST.sub("", text, count=1))
    words = found.group().split() if found else []
    is_name = 0 < len(words) <= _MOST_WORDS and _TELLS.isdisjoint(word.lower() for word in words)
    return found.group() if found and is_name and not _PAST.search(found.group()) else None
