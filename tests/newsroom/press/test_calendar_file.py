"""The calendar holds coming events of known days alone; one that moves stays the same event."""

import datetime as dt
from dataclasses import replace
from typing import Any

from icalendar import Calendar

from flows.newsroom.model import Masthead
from flows.newsroom.press.calendar_file import Appointment, calendar_file, place_in_document

MASTHEAD = Masthead(name="Practice Matters")
ISSUED = dt.date(2026, 11, 21)
EXCHANGE = Appointment(
    document="exchange.txt",
    place_in_document=1,
    name="voluntary sector exchange",
    day=dt.date(2026, 12, 3),
    places=("Tŷ Cymunedol", "Eastmarsh"),
    story="Exchange in December; bring a friend",
    issued=ISSUED,
)
SUMMER = replace(EXCHANGE, day=dt.date(2027, 6, 10), time="10am to 3.30pm")
LATER = ISSUED + dt.timedelta(days=14)


# The library types a property as any of its kinds of value.
def events(*appointments: Appointment, masthead: Masthead = MASTHEAD, since: dt.date = ISSUED) -> list[Any]:
    content = calendar_file(appointments, masthead, since=since)
    return list(Calendar.from_ical(content).walk("VEVENT")) if content else []


def test_an_event_without_a_time_takes_the_whole_day() -> None:
    (event,) = events(EXCHANGE)

    assert event["summary"] == "Voluntary sector exchange"
    assert event["location"] == "Tŷ Cymunedol, Eastmarsh"
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2026, 12, 3), dt.date(2026, 12, 4))
    assert [event[end].params["VALUE"] for end in ("dtstart", "dtend")] == ["DATE", "DATE"]  # else it is a moment


def test_an_event_of_several_days_lasts_to_the_end_of_the_last() -> None:
    (event,) = events(replace(EXCHANGE, last_day=dt.date(2026, 12, 5), time="10am"))

    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2026, 12, 3), dt.date(2026, 12, 6))


def test_a_time_is_told_in_utc_by_the_forums_clock() -> None:
    (summer,) = events(SUMMER)
    (abroad,) = events(SUMMER, masthead=replace(MASTHEAD, timezone="Europe/Paris"))

    assert summer["dtstart"].to_ical() == b"20270610T090000Z"
    assert summer["dtend"].to_ical() == b"20270610T143000Z"
    assert abroad["dtstart"].to_ical() == b"20270610T080000Z"


def test_a_time_that_would_have_to_be_guessed_is_told_in_its_own_words() -> None:
    (event,) = events(replace(EXCHANGE, time="2.30"))

    assert event["dtstart"].dt == dt.date(2026, 12, 3)
    assert "Time: 2.30" in event["description"]


def test_an_event_that_moves_keeps_its_uid_and_raises_its_sequence() -> None:
    moved = replace(EXCHANGE, day=dt.date(2027, 1, 20), issued=LATER)

    (before,), (after,) = events(EXCHANGE), events(moved)

    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert before["dtstamp"].dt < after["dtstamp"].dt


def test_the_word_of_the_latest_issue_counts() -> None:
    moved = replace(EXCHANGE, day=dt.date(2027, 1, 20), issued=LATER)

    (event,) = events(moved, EXCHANGE)

    assert event["dtstart"].dt == dt.date(2027, 1, 20)


def test_an_event_that_was_moved_into_the_past_is_not_shown_on_its_old_day() -> None:
    moved = replace(EXCHANGE, day=ISSUED, issued=LATER)

    assert events(EXCHANGE, moved, since=LATER) == []


def test_two_events_of_one_name_in_one_document_are_two() -> None:
    second = replace(EXCHANGE, place_in_document=2, day=dt.date(2027, 1, 7))

    assert len({event["uid"] for event in events(EXCHANGE, second)}) == 2
    assert place_in_document("Meeting", ["meeting", None, "lunch", "MEETING"]) == 3


def test_what_two_documents_tell_of_the_same_day_is_one_event() -> None:
    other = replace(EXCHANGE, document="agenda.txt", name="Voluntary Sector  Exchange")

    assert events(EXCHANGE, other) == events(other, EXCHANGE)
    assert len(events(EXCHANGE, other)) == 1


def test_another_forum_with_the_same_document_has_another_event() -> None:
    (ours,), (theirs,) = events(EXCHANGE), events(EXCHANGE, masthead=replace(MASTHEAD, name="Other News"))

    assert ours["uid"] != theirs["uid"]


def test_a_calendar_without_events_is_no_calendar() -> None:
    assert calendar_file([], MASTHEAD, since=ISSUED) is None
    assert calendar_file([EXCHANGE], MASTHEAD, since=dt.date(2026, 12, 4)) is None


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    content = calendar_file([replace(EXCHANGE, name="W;,\\\n\x00" * 200)], MASTHEAD, since=ISSUED)

    assert content
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\x00" not in line for line in lines)
