"""The days that a document tells of."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from flows.newsroom.dating.clues import YearBounds, find_bounds
from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.deadlines import without_rival_deadlines
from flows.newsroom.dating.doubts import doubted
from flows.newsroom.dating.happenings import find_venue, name_of_happening, places_of_happening
from flows.newsroom.dating.listed import heads_of_programme, is_only_a_day, year_of_list
from flows.newsroom.dating.relative import find_moments
from flows.newsroom.dating.resolving import RELIABLE, Context, resolve
from flows.newsroom.dating.rivals import without_rivals
from flows.newsroom.dating.setting import day_of_meeting, find_setting
from flows.newsroom.dating.telling import Telling
from flows.newsroom.dating.tense import Tense, tense_of
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Confidence, DateBasis, Dated, Event

_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
_WHEN = re.compile(r"(?:when|dates?|days?)\s*[:–-]", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:year|quarter|period|month|week)s?\s+(?:ending|ended|end|to)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
)
_DEADLINE = re.compile(r"\b(?:by|before|until|closes|deadline|no later than)\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"\b(?P<word>today|tonight|tomorrow|yesterday)\W{1,3}$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"\W{1,3}(?P<word>today|tonight|tomorrow|yesterday)\b", re.IGNORECASE)
_SENT_ROUND = dt.timedelta(days=60)  # within which minutes are
_NEXT_TO = 3  # sentences or lines between the days of one list
_REACH = 30  # characters before a day that may call it the end of a period
_SUREST_FIRST = tuple(Confidence)
_MOST_DAYS = 300  # of a document; one that names more is a table
_FOLLOWING = 2  # sentences that may say what a title or a heading leaves out


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """What a document tells about time."""

    published: Dated  # with what its text says about an unknown date
    events: tuple[Event, ...]


def find_events(
    tellings: Sequence[Telling], published: Dated, *, today: dt.date, edges: Sequence[str] = ()
) -> Chronicle:
    """Find the days that a document tells of, the same day once.

    Args:
        tellings: The title, if there is one, and the sentences, in order.
        published: When the document was published.
        today: No year after this one is inferred.
        edges: The first and last lines of the document as they were read, with its masthead.
    """
    days = ((index, day) for index, telling in enumerate(tellings) for day in _days(telling.text))
    found = _with_weekdays(tuple(islice(days, _MOST_DAYS)))
    texts = [telling.text for telling in tellings]
    is_relied_on = published.date is not None and published.confidence in RELIABLE
    setting = None if is_relied_on else find_setting(texts, edges, published)
    bounds = YearBounds() if published.date or setting else find_bounds(texts, today)
    stated = tuple(day for _, day in found if day.year is not None)
    document = _Document(
        tellings=tellings,
        context=Context(
            today=today,
            published=published,
            bounds=bounds,
            stated=stated,
            setting=setting,
            around=tuple(date for day in stated if (date := day.in_year(day.year or 0))),
        ),
        venue=find_venue(texts),
        has_one_day=len(found) == 1,
        programme=heads_of_programme(texts, {index for index, _ in found}),
        stated=tuple((index, day) for index, day in found if day.year is not None),
    )
    told = list(doubted([(day, _event(document, index, day)) for index, day in found], tellings, published.date, edges))
    told += _events_near_the_document(document, found)
    heads = frozenset(tellings[index].sentence for index in document.programme)
    apart = without_rivals(tellings, without_rival_deadlines(tellings, sorted(told, key=_place)), published.date)
    events = _merged(apart, heads)
    if published.date is None and published.basis is DateBasis.UNKNOWN:
        published = replace(published, evidence=(*published.evidence, *_written(bounds, events)))
    return Chronicle(published=published, events=events)


def _with_weekdays(found: Sequence[tuple[int, Day]]) -> tuple[tuple[int, Day], ...]:
    """The days, each with the weekday that another mention gives it: "4 March" is the "Tuesday 4 March" above."""
    weekdays: dict[tuple[int, int, int | None], set[int]] = defaultdict(set)
    for _, day in found:
        if day.weekday is not None:
            weekdays[day.day, day.month, None].add(day.weekday)
            weekdays[day.day, day.month, day.year].add(day.weekday)
    return tuple((index, replace(day, weekday=_weekday(day, weekdays))) for index, day in found)


def _weekday(day: Day, weekdays: Mapping[tuple[int, int, int | None], set[int]]) -> int | None:
    """Its own, or the only one that is given for it; an anniversary has another year, and a weekday of its own."""
    given = weekdays.get((day.day, day.month, day.year), set())
    return next(iter(given)) if day.weekday is None and day.last is None and len(given) == 1 else day.weekday


def _place(event: Event) -> int:
    """The title comes before the sentences."""
    return -1 if event.sentence is None else event.sentence


def _events_near_the_document(document: "_Document", found: Sequence[tuple[int, Day]]) -> Iterator[Event]:
    """What happened "last Thursday": only against a day of the document that may be relied on."""
    anchor = document.context.anchor
    if anchor is None or anchor.confidence is not Confidence.HIGH:
        return
    meeting = day_of_meeting([telling.text for telling in document.tellings])
    if meeting and dt.timedelta() < anchor.date - meeting < _SENT_ROUND:
        # "By next Friday" is said at the meeting, and not when its minutes go round.
        anchor = replace(anchor, date=meeting, name="the day of the meeting")
    named = {
        (index, place)  # of the day itself, and of "tomorrow" directly beside it
        for index, day in found
        for place in (day.start, *_beside_day(document.tellings[index].text, day))
    }
    told = (
        (index, telling, moment)
        for index, telling in enumerate(document.tellings)
        for moment in find_moments(telling.text, anchor.date)
    )
    for index, telling, moment in islice(told, _MOST_DAYS):
        if (index, moment.day.start) not in named:
            when = Dated(
                date=moment.date,
                basis=DateBasis.NEAR,
                confidence=Confidence.MEDIUM,
                words=moment.day.words,
                evidence=(f"It is reckoned from {anchor.name}, {in_words(anchor.date)}.",),
            )
            yield Event(
                name=name_of_happening(telling.text, moment.day),
                when=when,
                places=places_of_happening(telling.text, moment.day),
                sentence=telling.sentence,
            )


def _beside_day(text: str, day: Day) -> Iterator[int]:
    """Where words such as "tomorrow" begin that stand beside a day: they speak of the same one."""
    if before := _WORD_BEFORE.search(text, max(0, day.start - _REACH), day.start):
        yield before.start("word")
    if after := _WORD_AFTER.match(text, day.end):
        yield after.start("word")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """What every event of a document is seen against."""

    tellings: Sequence[Telling]
    context: Context
    venue: tuple[str, ...]
    has_one_day: bool
    programme: frozenset[int]  # the lines that are only a day, above what happens on it
    stated: tuple[tuple[int, Day], ...]  # the days with a year, and where they are told


def _days(text: str) -> Iterator[Day]:
    """The days on which something happens: not the ends of years and quarters."""
    return (day for day in find_days(text) if not _PERIOD.search(text[max(0, day.start - _REACH) : day.start]))


def _event(document: _Document, index: int, day: Day) -> Event:
    telling = document.tellings[index]
    day = replace(day, year=year_of_list(document.tellings, index, day))
    reach = 1 if index in document.programme else _FOLLOWING
    following = [other.text for other in document.tellings[index + 1 : index + 1 + reach]]
    is_heading = not _ENDED.search(telling.text)
    tense = tense_of(day, telling.text, before=telling.stem, after=following if is_heading else ())
    beside = tuple(_beside(document, index, day))
    when = resolve(day, tense, replace(document.context, beside=beside))
    places = places_of_happening(telling.text, day)
    if telling.sentence is None and not places:
        places = next((found for text in following if (found := places_of_happening(text))), ())
    titled = None if index in document.programme else _name_from_title(document, telling, tense)
    return Event(
        name=name_of_happening(telling.text, day) or titled,
        when=when,
        last_day=day.last_after(when.date) if when.date else None,
        places=places or document.venue,
        sentence=telling.sentence,
    )


def _beside(document: _Document, index: int, day: Day) -> Iterator[Day]:
    """The days with a year that are told next to a day; for a deadline, also the first one, which it comes before."""
    near = [other for place, other in document.stated if abs(place - index) <= _NEXT_TO]
    is_deadline = _DEADLINE.search(document.tellings[index].text[max(0, day.start - _REACH) : day.start]) is not None
    first = next((other for _, other in document.stated), None)
    comes_before = first is not None and (day.month, day.day) < (first.month, first.day)
    yield from near or ((first,) if first and is_deadline and comes_before else ())


def _name_from_title(document: _Document, telling: Telling, tense: Tense) -> str | None:
    """The title's event: told by the only day to come, by a line "When: 3 December", or by one that is only a day."""
    title = document.tellings[0]
    is_announced = document.has_one_day and tense is Tense.COMING
    is_line_of_its_own = _WHEN.match(telling.text) is not None or is_only_a_day(telling.text)
    return name_of_happening(title.text) if title.sentence is None and (is_announced or is_line_of_its_own) else None


def _merged(events: Sequence[Event], heads: frozenset[int | None]) -> tuple[Event, ...]:
    """Each day once: the first telling of it, with what another one adds, be it only certainty.

    The first day of a programme, which stands at one of its `heads`, is not the whole week that is named before.
    """
    merged: dict[dt.date | Dated, Event] = {}
    for event in events:
        day = event.when.date or event.when
        is_within = day in merged and merged[day].last_day is not None and event.sentence in heads
        key = event.when if is_within else day
        first = merged.setdefault(key, event)
        merged[key] = replace(
            first,
            name=first.name or event.name,
            when=min(first.when, event.when, key=_doubt),
            last_day=first.last_day or event.last_day,
            places=first.places or event.places,
        )
    return tuple(merged.values())


def _doubt(when: Dated) -> tuple[int, int]:
    """How far a day is from certain; of two that are as sure, the one that says more is less."""
    return _SUREST_FIRST.index(when.confidence), -len(when.words or "")


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
