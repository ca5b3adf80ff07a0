"""An issue as it is mailed: headlines, a sentence or two of each story, and the dates; the rest is a link away."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Issue
from flows.newsroom.press.calendar_file import CALENDAR
from flows.newsroom.press.galley import AskLine, DiaryLine, Galley, SequelLine
from flows.newsroom.press.sheet import SheetStory, on_sheet
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.press.wording import edition_address, is_mailbox, issue_address, page_address

WORDS_OF_LEAD, WORDS_OF_OTHERS = 110, 40
MOST_TOLD = 12  # stories; of those after them the headline alone is mailed
LEAVE_BY_HAND = "To leave the list, write to it with the subject Unsubscribe."
LONGEST_SUBJECT = 120  # characters; mail programs show the first 40 to 80


@dataclass(frozen=True, slots=True, kw_only=True)
class MailedStory:
    """A story in a mail."""

    brief: SheetStory
    signpost: str | None  # in our own words, where nothing may be copied
    link: str | None  # to its place in the web page of the issue, or where that is not on the web, to its source


@dataclass(frozen=True, slots=True, kw_only=True)
class MailedSection:
    """The stories of a section in a mail."""

    title: str
    family: str
    stories: tuple[MailedStory, ...]
    asks: tuple[AskLine, ...] = ()  # open consultations, at its head
    is_asking: bool = False  # whether it is the one that asks for answers, which comes after all others


@dataclass(frozen=True, slots=True, kw_only=True)
class MailedSequel:
    """What happened next to something that stood in an earlier issue, in a mail."""

    line: SequelLine
    page: str | None  # the web page of the earlier issue
    link: str | None  # to the place of the story in this one's that tells on


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """An issue as it is mailed."""

    galley: Galley
    subject: str
    page: str | None  # the web page of the issue
    calendar: str | None  # the file of its dates, on the web
    lead: MailedStory | None
    sections: tuple[MailedSection, ...]
    sequels: tuple[MailedSequel, ...]

    leave_by_hand: ClassVar[str] = LEAVE_BY_HAND

    @property
    def is_left_by_hand(self) -> bool:
        """Whether readers are told that they leave by writing to the contact."""
        masthead = self.galley.masthead
        return masthead.contact is not None and is_mailbox(masthead.contact) and masthead.imprint.leave is None

    @property
    def meanings(self) -> tuple[tuple[str, str], ...]:
        """What the abbreviations in the words of its stories stand for."""
        told = (
            *((self.lead,) if self.lead else ()),
            *(story for section in self.sections for story in section.stories),
        )
        words = " ".join(words for story in told for words in (story.brief.name, *story.brief.sentences))
        return tuple(one for one in self.galley.meanings if re.search(rf"\b{re.escape(one[0])}s?\b", words))

    @property
    def dates(self) -> tuple[DiaryLine, ...]:
        """The coming events."""
        return self.galley.diary


def make_mailing(issue: Issue, lead_words: int = WORDS_OF_LEAD, story_words: int = WORDS_OF_OTHERS) -> Mailing:
    """Choose what of `issue` is mailed: at most so many words of the lead, and so many of each other story."""
    galley = set_issue(issue)
    told = _told(issue, galley, lead_words, story_words)
    lead = next(told) if galley.lead else None
    return Mailing(
        galley=galley,
        subject=subject_line(
            name=issue.masthead.name,
            number=issue.number,
            date=issue.date,
            lead=galley.lead.headline if galley.lead else None,
        ),
        page=issue_address(issue),
        calendar=_calendar(issue),
        lead=lead,
        sections=tuple(
            MailedSection(
                title=section.title,
                family=section.family,
                stories=tuple(islice(told, len(section.stories))),
                asks=section.asks,
                is_asking=section.is_asking,
            )
            for section in galley.sections
        ),
        sequels=tuple(_sequel(line, issue) for line in galley.sequels),
    )


def subject_line(*, name: str, number: int | None, date: dt.date, lead: str | None) -> str:
    """What stands in the line of the subject: whose newsletter, which issue, and what leads; 120 characters at most."""
    counted = f"Issue {number}, " if number else ""
    line = " ".join(f"[{name}] {counted}{in_words(date)}{f': {lead}' if lead else ''}".split())
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 2].rsplit(" ", 1)[0] + " …"


def _told(issue: Issue, galley: Galley, lead_words: int, story_words: int) -> Iterator[MailedStory]:
    """The stories in their order; of those after the first twelve the headline alone."""
    page = issue_address(issue)
    for place, (story, in_type) in enumerate(zip(issue.stories, galley.stories, strict=True), start=1):
        words = lead_words if story is issue.lead else story_words
        is_told = place <= MOST_TOLD
        yield MailedStory(
            brief=on_sheet(story, words if is_told else 0, issue.date),
            signpost=in_type.signpost if is_told else None,
            link=f"{page}#{in_type.anchor}" if page else in_type.address,
        )


def _calendar(issue: Issue) -> str | None:
    is_made = any(companion.filename == CALENDAR for companion in issue.companions)
    return edition_address(issue.masthead, issue.date, CALENDAR) if is_made else None


def _sequel(line: SequelLine, issue: Issue) -> MailedSequel:
    page = issue_address(issue)
    link = f"{page}#{line.story.anchor}" if page and line.story else None
    return MailedSequel(line=line, page=page_address(issue.masthead, line.issue), link=link)
