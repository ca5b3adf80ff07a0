"""The days that a document tells of."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from flows.newsroom.dating.clues import YearBounds, find_bounds
from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.happenings import find_venue, name_of_happening, places_of_happening
from flows.newsroom.dating.resolving import Context, resolve
from flows.newsroom.dating.tense import Tense, tense_of
from flows.newsroom.model import Confidence, DateBasis, Dated, Event

_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
_WHEN, _WORD = re.compile(r"(?:when|dates?|days?)\s*[:–-]", re.IGNORECASE), re.compile(r"[^\W\d_]{3}")
_PERIOD = re.compile(
    r"\b(?:year|quarter|period|month|week)s?\s+(?:ending|ended|end|to)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
)
_REACH = 30  # characters before a day that may call it the end of a period
_LONGEST_LINE = 80  # characters of a line that says no more than a day and a time
_SUREST_FIRST = tuple(Confidence)
_MOST_DAYS = 300  # of a document; one that names more is a table
_FOLLOWING = 2  # sentences that may say what a title or a heading leaves out


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence of a document, or its title."""

    text: str
    sentence: int | None  # its index; None for the title
    stem: str = ""  # the line that it hangs on, if it is an item


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """What a document tells about time."""

    published: Dated  # with what its text says about an unknown date
    events: tuple[Event, ...]


def find_events(tellings: Sequence[Telling], published: Dated, *, today: dt.date) -> Chronicle:
    """Find the days that a document tells of, the same day once.

    Args:
        tellings: The title, if there is one, and the sentences, in order.
        published: When the document was published.
        today: No year after this one is inferred.
    """
    days = ((index, day) for index, telling in enumerate(tellings) for day in _days(telling.text))
    found = tuple(islice(days, _MOST_DAYS))
    texts = [telling.text for telling in tellings]
    bounds = YearBounds() if published.date else find_bounds(texts, today)
    stated = tuple(day for _, day in found if day.year is not None)
    document = _Document(
        tellings=tellings,
        context=Context(today=today, published=published, bounds=bounds, stated=stated),
        venue=find_venue(texts),
        has_one_day=len(found) == 1,
    )
    events = _merged([_event(document, index, day) for index, day in found])
    if published.date is None and published.basis is DateBasis.UNKNOWN:
        published = replace(published, evidence=(*published.evidence, *_written(bounds, events)))
    return Chronicle(published=published, events=events)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """What every event of a document is seen against."""

    tellings: Sequence[Telling]
    context: Context
    venue: tuple[str, ...]
    has_one_day: bool


def _days(text: str) -> Iterator[Day]:
    """The days on which something happens: not the ends of years and quarters."""
    return (day for day in find_days(text) if not _PERIOD.search(text[max(0, day.start - _REACH) : day.start]))


def _event(document: _Document, index: int, day: Day) -> Event:
    telling = document.tellings[index]
    following = [other.text for other in document.tellings[index + 1 : index + 1 + _FOLLOWING]]
    is_heading = not _ENDED.search(telling.text)
    tense = tense_of(day, telling.text, before=telling.stem, after=following if is_heading else ())
    when = resolve(day, tense, document.context)
    places = places_of_happening(telling.text, day)
    if telling.sentence is None and not places:
        places = next((found for text in following if (found := places_of_happening(text))), ())
    return Event(
        name=name_of_happening(telling.text, day) or _name_from_title(document, telling, tense),
        when=when,
        last_day=day.last_after(when.date) if when.date else None,
        places=places or document.venue,
        sentence=telling.sentence,
    )


def _name_from_title(document: _Document, telling: Telling, tense: Tense) -> str | None:
    """The title's event: told by the only day to come, by a line "When: 3 December", or by one that is only a day."""
    title = document.tellings[0]
    is_announced = document.has_one_day and tense is Tense.COMING
    is_line_of_its_own = _WHEN.match(telling.text) is not None or _is_only_a_day(telling.text)
    return name_of_happening(title.text) if title.sentence is None and (is_announced or is_line_of_its_own) else None


def _is_only_a_day(text: str) -> bool:
    days = find_days(text) if len(text) <= _LONGEST_LINE else ()
    return bool(days) and days[0].start == 0 and not _WORD.search(text, days[-1].end)


def _merged(events: Sequence[Event]) -> tuple[Event, ...]:
    """Each day once: the first telling of it, with what another one adds, be it only certainty."""
    merged: dict[dt.date | Dated, Event] = {}
    for event in events:
        first = merged.setdefault(event.when.date or event.when, event)
        merged[event.when.date or event.when] = replace(
            first,
            name=first.name or event.name,
            when=min(first.when, event.when, key=lambda when: _SUREST_FIRST.index(when.confidence)),
            last_day=first.last_day or event.last_day,
            places=first.places or event.places,
        )
    return tuple(merged.values())


def _written(bounds: YearBounds, events: Sequence[Event]) -> Iterator[str]:
    """What is known of the year of a document without a date."""
    inferred = [event.when.date.year for event in events if event.when.date and event.when.basis is DateBasis.INFERRED]
    earliest = max(bounds.earliest or 0, *inferred, 0)
    if bounds.latest and earliest:
        yield (
            f"It was written between {earliest} and {bounds.latest}."
            if earliest < bounds.latest
            else f"It was written in {earliest}."
        )
    elif earliest:
        yield f"It was written in {earliest} at the earliest."
    elif bounds.latest:
        yield f"It was written in {bounds.latest} at the latest."
    yield from bounds.evidence
