"""The diary as a file that calendar programs take in: iCalendar, RFC 5545, by the icalendar library.

An event that moves keeps its UID, and its SEQUENCE rises with the date of the issue, so that a calendar that took
in an earlier issue moves the event rather than showing it twice. Nothing is taken from a clock.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.clock import read_hours
from flows.newsroom.model import Masthead
from flows.newsroom.press.letters import neutral
from flows.newsroom.press.wording import opening

CALENDAR = "diary.ics"
MEDIA_TYPE = "text/calendar"
NAMESPACE = uuid.UUID("a4f4b0a6-0d0e-5a55-8b44-4b6a2f0f6f10")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A coming event with a name and a known day, as an issue tells it."""

    document: str  # the path of the document that tells it: with the name, what it is known by when it moves
    place_in_document: int  # among that document's events of the same name, from 1
    name: str
    day: dt.date
    last_day: dt.date | None = None
    time: str | None = None  # as written
    places: tuple[str, ...] = ()
    cost: str | None = None
    contact: str | None = None
    story: str | None = None  # the headline of the story that tells it
    address: str | None = None  # of that story on the web
    issued: dt.date  # the date of the issue

    @property
    def end(self) -> dt.date:
        """The last day of it."""
        return self.last_day if self.last_day and self.last_day > self.day else self.day


def place_in_document(name: str, names_before: Iterable[str | None]) -> int:
    """Which of its document's events of that name an event is, from 1, after those with `names_before`."""
    return 1 + sum(_folded(before) == _folded(name) for before in names_before if before)


def calendar_file(appointments: Iterable[Appointment], masthead: Masthead, *, since: dt.date) -> bytes | None:
    """The calendar of the `appointments` from the day `since` on; None: there are none, and no calendar is empty.

    Of an event that a later issue moved, that issue's word counts. What two documents tell of the same day under
    the same name is one event.
    """
    told = sorted(appointments, key=lambda one: (one.issued, one.document))
    latest = {_uid(one, masthead): one for one in told}
    coming = sorted(((uid, one) for uid, one in latest.items() if one.day >= since), key=lambda pair: pair[1].document)
    events: dict[tuple[dt.date, str], Event] = {}
    for uid, one in coming:
        events.setdefault((one.day, _folded(one.name)), _event(uid, one, masthead))
    if not events:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Standfirst//Newsletter//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", neutral(masthead.name))
    for key in sorted(events):
        calendar.add_component(events[key])
    return bytes(calendar.to_ical())


def _uid(one: Appointment, masthead: Masthead) -> str:
    """The same for as long as the forum, the document and the event's name stay the same, whatever its day."""
    known_by = (masthead.name, one.document, _folded(one.name), str(one.place_in_document))
    return uuid.uuid5(NAMESPACE, "\n".join(known_by)).urn.removeprefix("urn:uuid:")


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _event(uid: str, one: Appointment, masthead: Masthead) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", dt.datetime.combine(one.issued, dt.time(), dt.UTC))
    event.add("sequence", one.issued.toordinal())
    for name, value in _span(one, ZoneInfo(masthead.timezone)):
        event.add(name, value)
    event.add("summary", neutral(opening(one.name)))
    if one.places:
        event.add("location", neutral(", ".join(one.places)))
    event.add("description", neutral("\n".join(_description(one, masthead))))
    if one.address:
        event.add("url", one.address)
    event.add("transp", "TRANSPARENT")  # to hear of an event is not to be busy
    return event


def _span(one: Appointment, zone: ZoneInfo) -> Iterator[tuple[str, dt.date | dt.datetime]]:
    """Start and end: moments in UTC where the time is beyond doubt, else whole days."""
    hours = read_hours(one.time) if one.time and one.end == one.day else None
    if hours is None:
        yield "dtstart", one.day
        yield "dtend", one.end + DAY  # RFC 5545, 3.6.1: the first day that is free again
        return
    for name, time in (("dtstart", hours.start), ("dtend", hours.end)):
        if time:
            yield name, dt.datetime.combine(one.day, time, zone).astimezone(dt.UTC)


def _description(one: Appointment, masthead: Masthead) -> Iterator[str]:
    if one.time:
        yield f"Time: {one.time}"
    if one.cost:
        yield f"Cost: {one.cost}"
    if one.contact:
        yield f"Ask: {one.contact}"
    if one.story:
        yield f"See: {one.story}"
    yield f"{masthead.name}, {in_words(one.issued)}"
