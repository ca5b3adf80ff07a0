"""Days that another place of the document contradicts: a weekday that does not fit, or a parting for another day."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.deadlines import in_conflict
from flows.newsroom.dating.telling import Telling
from flows.newsroom.language.calendar import WEEKDAYS, in_words
from flows.newsroom.model import DateBasis, Event

_PARTING = re.compile(
    r"\b(?:[Ss]ee|[Jj]oin|[Mm]eet) (?:you|us|everyone|everybody)(?: all)?(?: there| then| again)?,? (?:on )?(?:the )?"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})?\b(?: the )?(?:(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b(?! (?:of )?[A-Z]))?"
    r"(?! (?:[0-3]?\d|week)\b)"
)
_NEAR = 3  # days between an appointment and another day of the month that is meant for it


def doubted(told: Sequence[tuple[Day, Event]], tellings: Sequence[Telling]) -> Iterator[Event]:
    """The events, those in conflict whose day another place of the document contradicts.

    Args:
        told: Each day as it is written, and what it was taken for.
        tellings: The title, if there is one, and the sentences, in order.
    """
    mistaken = {
        date
        for day, event in told
        if event.when.basis is DateBasis.CONFLICT and day.weekday is not None
        for date in event.when.candidates
        if (date.day, date.month) == (day.day, day.month) and date.weekday() != day.weekday
    }
    missed = dict(_missed([event for _, event in told], tellings))
    for number, (_, event) in enumerate(told):
        date = event.when.date
        if date in mistaken:
            yield in_conflict(event, (date,), f"Elsewhere {in_words(date)} has another weekday.")
        elif date and number in missed:
            yield in_conflict(event, (date,), f"Elsewhere the document says: {missed[number]}.")
        else:
            yield event


def _missed(events: Sequence[Event], tellings: Sequence[Telling]) -> Iterator[tuple[int, str]]:
    """The appointments for which the document parts with another day: "Weds 21 May", and then "see you on the 22nd"."""
    dates = [(number, event.when.date) for number, event in enumerate(events) if event.when.date]
    for telling in tellings:
        parting = _PARTING.search(telling.text)
        if parting is None or not (parting["weekday"] or parting["number"]):
            continue
        number = int(parting["number"] or 0)
        is_met = any(
            number in {0, date.day} and parting["weekday"] in {None, WEEKDAYS[date.weekday()]} for _, date in dates
        )
        near = {date for _, date in dates if number and abs(date.day - number) <= _NEAR}
        if not is_met and len(near) == 1:
            yield from ((place, parting.group().strip()) for place, date in dates if date in near)
