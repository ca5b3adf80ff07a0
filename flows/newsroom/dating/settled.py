"""Days that a person settled: they go before whatever the document says or leaves open."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from flows.newsroom.dating.telling import Telling
from flows.newsroom.model import Confidence, DateBasis, Dated, Event, SettledDay

_SAID = "A person said so, in source.toml or in the file beside the document."


def settled(date: dt.date, words: str | None = None) -> Dated:
    """A day as a person settled it."""
    return Dated(date=date, basis=DateBasis.SETTLED, confidence=Confidence.HIGH, words=words, evidence=(_SAID,))


def settle(events: Sequence[Event], tellings: Sequence[Telling], days: Sequence[SettledDay]) -> tuple[Event, ...]:
    """The events of a document, with the days that a person settled; what no rule took for a day is one then.

    Args:
        events: What was found.
        tellings: The title, if there is one, and the sentences, in order.
        days: What a person said; words that the document does not have change nothing.
    """
    by_words = {_plain(day.words): day for day in days}
    known = [_with_day(event, by_words.get(_plain(event.when.words or ""))) for event in events]
    named = {_plain(event.when.words or "") for event in events}
    new = [event for words, day in by_words.items() if words not in named for event in _event(day, tellings)]
    return (*known, *new)


def unknown_words(tellings: Sequence[Telling], days: Sequence[SettledDay]) -> tuple[str, ...]:
    """The words that a person settled and the document does not have: a slip of the pen."""
    texts = [_plain(telling.text) for telling in tellings]
    return tuple(day.words for day in days if not any(_plain(day.words) in text for text in texts))


def _with_day(event: Event, day: SettledDay | None) -> Event:
    if day is None:
        return event
    is_before = event.last_day is not None and event.last_day >= day.date
    return replace(event, when=settled(day.date, event.when.words), last_day=event.last_day if is_before else None)


def _event(day: SettledDay, tellings: Sequence[Telling]) -> tuple[Event, ...]:
    telling = next((telling for telling in tellings if _plain(day.words) in _plain(telling.text)), None)
    if telling is None:
        return ()
    return (Event(name=None, when=settled(day.date, day.words), sentence=telling.sentence),)


def _plain(words: str) -> str:
    return " ".join(words.casefold().rstrip(".").split())
