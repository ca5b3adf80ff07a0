"""Every calendar says to ical.js, which is Thunderbird's reader, what it says to the library that made it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from icalendar import Calendar

from flows.newsroom.model import DiaryEntry, Issue
from flows.newsroom.press.calendar_file import CALENDAR
from flows.newsroom.renderers.calendar import CalendarFile
from tests.factories import ISSUE_DAY
from tests.newsroom.renderers.sample_issues import EXCHANGE, exchange, rich_issue
from tests.web.sites import add_issue
from tests.web.tools import CalendarEvent, Tools

SAMPLES = 4  # at the least, that have a diary
JUNE = replace(EXCHANGE.when, date=dt.date(2027, 6, 10))
DIARY = (
    replace(EXCHANGE, name="clinic", time="10am to 3.30pm", when=JUNE),
    replace(EXCHANGE, name="tea", time="2.30", places=("Room 1; upstairs", 'the "Old" Mill, Mill Lane'), cost="£2"),
    replace(EXCHANGE, name="Cynhadledd: dŵr, tŷ a 😀 " * 6, time="6pm", places=()),
    replace(EXCHANGE, name="fair", last_day=dt.date(2027, 1, 2), contact="ring 01632 960001\nor ask"),
)
DAYS = {
    "Clinic": ("2027-06-10T09:00:00Z", "2027-06-10T14:30:00Z"),
    "Tea": ("2026-12-03", "2026-12-04"),
    "Fair": ("2026-12-03", "2027-01-03"),
}


def an_issue_of_all_kinds_of_dates() -> Issue:
    issue, story = rich_issue(), exchange()
    masthead = replace(issue.masthead, address="https://forum.example.org/news")
    diary = tuple(DiaryEntry(event=event, story=story.article.id) for event in DIARY)
    telling = replace(story, article=replace(story.article, events=DIARY))
    sections = (replace(issue.sections[0], stories=(telling,)), *issue.sections[1:])
    return replace(issue, masthead=masthead, diary=diary, sections=sections)


def calendar_of(issue: Issue) -> str:
    edition = CalendarFile()(issue)
    assert edition
    return edition.content.decode()


def told(calendar: str) -> list[CalendarEvent]:
    """The events of a calendar, by the library that makes ours."""
    return [
        {
            name: _told(event.get(name))
            for name in ("uid", "summary", "location", "description", "url", "sequence", "dtstamp", "dtstart", "dtend")
        }
        for event in Calendar.from_ical(calendar).walk("VEVENT")
    ]


def _told(value: object) -> str | None:
    when = getattr(value, "dt", None)
    if isinstance(when, dt.datetime):
        return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return None if value is None else str(when or value)


def spoilt(calendar: str) -> Iterator[str]:
    yield calendar.removesuffix("END:VCALENDAR\r\n")
    yield calendar.replace("END:VEVENT\r\n", "", 1)
    yield calendar.replace("UID:", "UID ", 1)
    yield calendar.replace("END:VEVENT", "half of a broken line\r\nEND:VEVENT", 1)
    yield calendar.replace("DTSTART;VALUE=DATE:2026", "DTSTART;VALUE=DATE:soon", 1)
    yield calendar.replace("DTSTART:2027", "DTSTART:", 1)
    yield ""


def test_every_event_of_every_sample_issue_and_of_an_archive_is_read_alike(
    tools: Tools, archive: Path, tmp_path: Path
) -> None:
    add_issue(tmp_path, an_issue_of_all_kinds_of_dates(), editions=("calendar", "record"))
    files = [*archive.rglob("*.ics"), tmp_path / ISSUE_DAY.isoformat() / CALENDAR, tmp_path / CALENDAR]
    calendars = [file.read_bytes().decode() for file in files]

    read = tools.read_calendars(calendars)

    assert read == [told(calendar) for calendar in calendars]
    assert [len(events) for events in read][-2:] == [len(DIARY), len(DIARY)]
    assert len(read) > SAMPLES


def test_days_and_times_are_read_as_an_issue_tells_them(tools: Tools) -> None:
    (read,) = tools.read_calendars([calendar_of(an_issue_of_all_kinds_of_dates())])

    spans = {event["summary"]: (event["dtstart"], event["dtend"]) for event in read if isinstance(event, dict)}
    assert {name: spans[name] for name in DAYS} == DAYS
    assert {event["location"] for event in read if isinstance(event, dict)} == {
        "Tŷ Cymunedol",
        'Room 1; upstairs, the "Old" Mill, Mill Lane',
        None,
    }


def test_a_broken_calendar_is_not_read(tools: Tools) -> None:
    broken = list(spoilt(calendar_of(an_issue_of_all_kinds_of_dates())))

    read = tools.read_calendars(broken)

    assert [list(each) for each in read] == [["error"]] * len(broken)
