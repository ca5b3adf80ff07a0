"""When a document without a date of its own is set: by the meeting it reports, a day at its edges, or its issue."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.model import Confidence, DateBasis, Dated

_TOP = 12  # tellings in which minutes say when the meeting was
_MINUTES = re.compile(
    r"\b(?:minutes|notes?|actions?|action (?:note|log|points)|record|summary|report)\b(?! to editors)", re.IGNORECASE
)
_OF_MEETING = re.compile(r"\b(?:of|from|meeting|held|and actions|actions|notes|minutes)\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:date(?: (?:of|and)(?: the)? (?:meeting|time))?|meeting date|held(?: on)?|when)\s*[:|–-]", re.IGNORECASE
)
ATTENDED = re.compile(
    r"(?:present|in attendance|attend(?:ed|ees|ance|ing)|apologies|here|sorry|chair(?:ed by)?)\b\s*[:–-]?"
    r"|(?:(?:not )?there|in the room|on screen|round the table|who (?:came|was there)|with us)\s*:",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|previous|last|future)\b", re.IGNORECASE)
_SEASONS = {
    "lent": 3,
    "easter": 4,
    "spring": 4,
    "summer": 7,
    "autumn": 10,
    "michaelmas": 10,
    "advent": 12,
    "christmas": 12,
}
_PERIOD = re.compile(
    rf"(?:^|[\s,–—|·*(-])(?:{'|'.join(MONTHS)})(?:\s?[/–-]\s?(?:{'|'.join(MONTHS)}))? (?:19|20)\d\d\W*$"
    rf"|(?:^|[\s,–—|·*(-])(?:{'|'.join(_SEASONS)})(?: \w+)? (?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]+|\d{4}")
_LONGEST_MASTHEAD = 24  # words
_MIDDLE = 15  # of a month
_MONTH, _SEASON = dt.timedelta(days=16), dt.timedelta(days=47)  # from the middle to either end
_AGREE = dt.timedelta(days=31)  # within which two days tell the same time
_SAME_YEAR = dt.timedelta(days=120)  # within which they tell the same year of a day whose weekday fits
# A line about a change, a review or a beginning says nothing about the time of the rest.
_OTHER_TIME = re.compile(
    r"\b(?:updated|modified|reviewed|revised|amended|edited|corrected|review|valid|expires?|founded|established"
    r"|copyright|born)\b|©|\(c\)",
    re.IGNORECASE,
)
# What is told in a sentence may be of any time.
_TOLD = re.compile(r"\b(?:until|since|was|were|closed|ended|next)\b|[.!?][\"”’)]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A day near which the days of a document lie, how far that may be relied on, and what it is."""

    date: dt.date
    confidence: Confidence
    name: str  # "the day of the meeting"
    slack: dt.timedelta | None = dt.timedelta()  # by how much the real day may lie off; None: past and to come are open
    is_doubtful: bool = False  # whether only a weekday that fits can bear it out

    @property
    def is_exact(self) -> bool:
        """Whether it is a day, and not a time near which a day lies."""
        return self.slack == dt.timedelta()


def find_setting(texts: Sequence[str], edges: Sequence[str], published: Dated) -> Setting | None:
    """When a document is set that has no date to rely on.

    Args:
        texts: Its title and its sentences, in order.
        edges: The first and last lines as they were read: mastheads among them, which are no prose.
        published: What is known of its date; between two that lie near each other it is set.
    """
    if published.basis is DateBasis.CONFLICT:
        return _between(published.candidates)
    if meeting := day_of_meeting(texts):
        return Setting(date=meeting, confidence=Confidence.HIGH, name="the day of the meeting")
    days = [(line, day) for line in edges if (day := _day_of_edge(line))]
    if head := _near_which([day for line, day in days if not _TOLD.search(line)]):
        return head
    issues = {issue for line in edges if (issue := _month_of_issue(line))}
    if len({month for month, _ in issues}) == 1:
        month, slack = max(issues)
        return Setting(date=month, confidence=Confidence.MEDIUM, name="the month of the issue", slack=slack)
    told = _near_which([day for _, day in days])
    return replace(told, is_doubtful=True) if told else None


def _between(dates: Sequence[dt.date]) -> Setting | None:
    """The time of two days of which either may be the document's; one alone contradicts itself."""
    if not dates or max(dates) - min(dates) > _AGREE:
        return None
    return Setting(
        date=min(dates),
        confidence=Confidence.MEDIUM,
        name="the day that it gives",
        slack=None,
        is_doubtful=len(dates) == 1,
    )


def _near_which(days: Sequence[Day]) -> Setting | None:
    """The day that first or last lines give beside other things: near it lie the days of the document."""
    dates = [date for day in days if (date := day.in_year(day.year or 0))]
    if not dates or max(dates) - min(dates) > _SAME_YEAR:
        return None
    return Setting(
        date=min(dates),
        confidence=Confidence.MEDIUM,
        name="the day at its head or its foot",
        slack=None,
        is_doubtful=max(dates) - min(dates) > _AGREE or any(_date(day) is None for day in days),
    )


def _day_of_edge(line: str) -> Day | None:
    if len(line.split()) > _LONGEST_MASTHEAD or _OTHER_TIME.search(line):
        return None
    days = find_days(line)
    return days[0] if len(days) == 1 and days[0].year is not None else None


def day_of_meeting(texts: Sequence[str]) -> dt.date | None:
    """The day of the meeting of which a document is the minutes or notes, as its first lines give it."""
    texts = texts[:_TOP]
    is_minutes = any(ATTENDED.match(text) for text in texts) or any(_MINUTES.search(text) for text in texts[:4])
    for place, text in enumerate(texts):
        days = [day for day in find_days(text) if day.year is not None and day.last is None]
        if len(days) != 1 or _NEXT.search(text[: days[0].start]):
            continue
        before = text[: days[0].start]
        is_of_meeting = _MINUTES.search(before) is not None and _OF_MEETING.search(before) is not None
        is_alone = place < len(texts) - 1 and not before.strip() and any(map(ATTENDED.match, texts[place + 1 :]))
        is_held = before.lower().startswith("held ") or "meeting" in before.lower()
        if is_minutes and (is_of_meeting or is_alone or is_held or _LABELLED.match(text)):
            return _date(days[0])
    return None


def _date(day: Day) -> dt.date | None:
    date = day.in_year(day.year) if day.year else None
    fits = date is not None and (day.weekday is None or day.weekday == date.weekday())
    return date if fits else None


def _month_of_issue(line: str) -> tuple[dt.date, dt.timedelta] | None:
    """The middle of the month or season that a masthead ends with, and half its length; a winter lies in two years."""
    if len(line.split()) > _LONGEST_MASTHEAD or not (match := _PERIOD.search(line)):
        return None
    if any(day.end > match.start() for day in find_days(line)):
        return None  # "closed on 31 January 2026" gives no month
    words = [word.lower() for word in _WORDS.findall(match.group())]
    known = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | _SEASONS
    months = [known[word] for word in words if word in known]
    slack = _SEASON if any(word in _SEASONS for word in words) or len(months) > 1 else _MONTH
    return dt.date(int(words[-1]), months[-1], _MIDDLE), slack
