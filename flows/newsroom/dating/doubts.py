"""Days that another place of the document contradicts: a weekday that does not fit, or a parting for another day."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.deadlines import in_conflict, is_deadline
from flows.newsroom.dating.telling import Telling
from flows.newsroom.language.calendar import WEEKDAYS, in_words
from flows.newsroom.model import DateBasis, Event

_PARTING = re.compile(
    r"\b(?:[Ss]ee|[Jj]oin|[Mm]eet) (?:you|us|everyone|everybody)(?: all)?(?: there| then| again)?,? (?:on )?(?:the )?"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})?\b(?: the )?(?:(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b(?! (?:of )?[A-Z]))?"
    r"(?! (?:[0-3]?\d|week)\b)"
)
_WEEKDAY = "|".join(WEEKDAYS)
_BESIDE = re.compile(r"\b(?P<word>today|tonight|tomorrow|yesterday)\b\W{1,3}$", re.IGNORECASE)
_BEHIND = re.compile(r"\W{1,3}(?P<word>today|tonight|tomorrow|yesterday)\b", re.IGNORECASE)
_STEPS = {"tomorrow": 1, "yesterday": -1}
_WEEKLY = re.compile(
    rf"\b(?:every|each) (?P<weekday>{_WEEKDAY})\b[^.;]{{0,60}}?\b(?:from|starting|beginning|until)\b[^.;]{{0,12}}$"
)
_OF_TITLE = re.compile(rf"\b(?P<weekday>{_WEEKDAY})\b(?!s)")
_REACH = 90  # characters before a day that may say on which weekday it is
_NEAR = 3  # days between an appointment and another day of the month that is meant for it


def doubted(
    told: Sequence[tuple[Day, Event]],
    tellings: Sequence[Telling],
    published: dt.date | None = None,
    edges: Sequence[str] = (),
) -> Iterator[Event]:
    """The events, those in conflict whose day another place of the document contradicts.

    Args:
        told: Each day as it is written, and what it was taken for.
        tellings: The title, if there is one, and the sentences, in order.
        published: The day of the document.
        edges: Its first and last lines as they were read: a parting may have left with the signature.
    """
    texts = {telling.sentence: telling.text for telling in tellings}
    mistaken = {
        date
        for day, event in told
        if event.when.basis is DateBasis.CONFLICT and day.weekday is not None
        for date in event.when.candidates
        if (date.day, date.month) == (day.day, day.month) and date.weekday() != day.weekday
    }
    lines = [*(telling.text for telling in tellings), *edges]
    missed = dict(_missed([event for _, event in told], lines))
    only = _weekday_of_title(tellings, [event for _, event in told])
    for number, (day, event) in enumerate(told):
        date = event.when.date
        if date in mistaken:
            yield in_conflict(event, (date,), f"Elsewhere {in_words(date)} has another weekday.")
        elif date and number in missed:
            yield in_conflict(event, (date,), f"Elsewhere the document says: {missed[number]}.")
        elif date and only not in {None, date.weekday()} and not is_deadline(texts[event.sentence], event):
            yield in_conflict(event, (date,), f"The title speaks of a {WEEKDAYS[only]}.")
        elif date and (reason := _within_sentence(texts[event.sentence], day, date, published)):
            yield in_conflict(event, (date,), reason)
        else:
            yield event


def _within_sentence(text: str, day: Day, date: dt.date, published: dt.date | None) -> str | None:
    """Why the words beside a day contradict it: "tomorrow (3 May)" in a letter of 1 May, "every Monday from 5 May"."""
    before = text[max(0, day.start - _REACH) : day.start]
    weekly = _WEEKLY.search(before)
    if weekly and weekly["weekday"] != WEEKDAYS[date.weekday()]:
        return f"{in_words(date)} is no {weekly['weekday']}."
    near = _BESIDE.search(before) or _BEHIND.match(text, day.end)
    if near is None or published is None:
        return None
    meant = published + dt.timedelta(days=_STEPS.get(near["word"].lower(), 0))
    return None if meant == date else f"“{near['word']}” would be {in_words(meant)}."


def _weekday_of_title(tellings: Sequence[Telling], events: Sequence[Event]) -> int | None:
    """The weekday that a title without a day names, where the document tells of one day alone."""
    title = tellings[0] if tellings and tellings[0].sentence is None else None
    named = set(_OF_TITLE.findall(title.text)) if title and not find_days(title.text) else set()
    dates = {event.when.date for event in events if event.when.date}
    return WEEKDAYS.index(named.pop()) if len(named) == 1 and len(dates) == 1 else None


def _missed(events: Sequence[Event], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The appointments for which the document parts with another day: "Weds 21 May", and then "see you on the 22nd"."""
    dates = [(number, event.when.date) for number, event in enumerate(events) if event.when.date]
    for line in lines:
        parting = _PARTING.search(line)
        if parting is None or not (parting["weekday"] or parting["number"]):
            continue
        number = int(parting["number"] or 0)
        is_met = any(
            number in {0, date.day} and parting["weekday"] in {None, WEEKDAYS[date.weekday()]} for _, date in dates
        )
        near = {date for _, date in dates if number and abs(date.day - number) <= _NEAR}
        if not is_met and len(near) == 1:
            yield from ((place, parting.group().strip()) for place, date in dates if date in near)
