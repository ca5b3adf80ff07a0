"""The calendar of an issue holds its diary, and an issue without one has no calendar."""

from dataclasses import replace

from icalendar import Calendar

from flows.newsroom.model import Edition, Issue
from flows.newsroom.renderers.calendar import CalendarFile
from tests.factories import an_issue
from tests.newsroom.renderers.sample_issues import exchange, rich_issue


def only_event(issue: Issue) -> dict[str, object]:
    edition = CalendarFile()(issue)
    assert isinstance(edition, Edition)
    (event,) = Calendar.from_ical(edition.content).walk("VEVENT")
    return {name.lower(): value for name, value in event.items()}


def test_the_diary_of_an_issue_is_a_calendar() -> None:
    event = only_event(rich_issue())

    assert event["summary"] == "Voluntary sector exchange"
    assert event["description"] == "See: Voluntary sector exchange in December\nPractice Matters, 21 November 2026"
    assert "url" not in event


def test_an_event_leads_to_its_story_on_the_web() -> None:
    issue = rich_issue()
    masthead = replace(issue.masthead, address="https://forum.example.org/news/")

    event = only_event(replace(issue, masthead=masthead))

    assert event["url"] == "https://forum.example.org/news/2026-11-21/newsletter.html#story-2"


def test_of_a_document_that_is_only_pointed_to_neither_cost_nor_contact_is_copied() -> None:
    issue = rich_issue()
    (entry,) = issue.diary
    entry = replace(entry, event=replace(entry.event, cost="£20", contact="the desk on 01632 960001"))
    pointed = replace(exchange(), summary=None)
    sections = (replace(issue.sections[0], stories=(pointed,)),)

    ours = only_event(replace(issue, diary=(entry,)))
    theirs = only_event(replace(issue, diary=(entry,), sections=sections))

    assert "Cost: £20\nAsk: the desk on 01632 960001" in str(ours["description"])
    assert "£20" not in str(theirs["description"])
    assert "01632" not in str(theirs["description"])


def test_an_issue_without_coming_events_has_no_calendar() -> None:
    assert CalendarFile()(an_issue()) is None
