"""The diary as a calendar file: coming events whose day is known, and no others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from flows.newsroom.model import Edition, Event, Issue
from flows.newsroom.press.calendar_file import CALENDAR, MEDIA_TYPE, Appointment, calendar_file, place_in_document
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.press.wording import issue_address


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """Renders the diary of an issue as iCalendar."""

    templates: Path | None = None  # every edition is offered the folder; this one has no template

    def __call__(self, issue: Issue) -> Edition | None:
        """Render the diary of `issue`; None: it has no coming event."""
        content = calendar_file(appointments(issue), issue.masthead, since=issue.date)
        return Edition(filename=CALENDAR, media_type=MEDIA_TYPE, content=content) if content else None


def appointments(issue: Issue) -> Iterator[Appointment]:
    """The events of an issue's diary."""
    page, in_type = issue_address(issue), set_issue(issue).stories
    told = {story.article.id: (story, set_story) for story, set_story in zip(issue.stories, in_type, strict=True)}
    for entry in issue.diary:
        if entry.event.name is None or entry.event.when.date is None or entry.story not in told:
            continue
        story, set_story = told[entry.story]
        is_ours = set_story.signpost is None
        yield Appointment(
            document=story.article.source.path,
            place_in_document=_place(entry.event, story.article.events),
            name=entry.event.name,
            day=entry.event.when.date,
            last_day=entry.event.last_day,
            time=entry.event.time,
            places=entry.event.places,
            cost=entry.event.cost if is_ours else None,
            contact=entry.event.contact if is_ours else None,
            story=set_story.headline,
            address=f"{page}#{set_story.anchor}" if page else None,
            issued=issue.date,
        )


def _place(event: Event, events: Sequence[Event]) -> int:
    others = takewhile(lambda other: (other.when, other.sentence) != (event.when, event.sentence), events)
    return place_in_document(event.name or "", [other.name for other in others])


plugin = CalendarFile
