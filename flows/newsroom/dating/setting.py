"""When a document without a date of its own is set: the day of the meeting it reports, or the month of its issue."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.model import Confidence

_TOP = 12  # tellings in which minutes say when the meeting was
_MINUTES = re.compile(
    r"\b(?:minutes|notes?|actions?|action (?:note|log|points)|record|summary|report)\b(?! to editors)", re.IGNORECASE
)
_OF_MEETING = re.compile(r"\b(?:of|from|meeting|held|and actions|actions|notes|minutes)\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:date(?: (?:of|and)(?: the)? (?:meeting|time))?|meeting date|held(?: on)?|when)\s*[:|–-]", re.IGNORECASE
)
_ATTENDED = re.compile(
    r"(?:present|in attendance|attend(?:ed|ees|ance|ing)|apologies|here|sorry|chair(?:ed by)?)\b\s*[:–-]?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|previous|last|future)\b", re.IGNORECASE)
_SEASONS = {"spring": 4, "summer": 7, "autumn": 10}
_PERIOD = re.compile(
    rf"(?:^|[\s,–—|·*(-])(?:{'|'.join(MONTHS)})(?:\s?[/–-]\s?(?:{'|'.join(MONTHS)}))? (?:19|20)\d\d\W*$"
    rf"|(?:^|[\s,–—|·*(-])(?:{'|'.join(_SEASONS)})(?: \w+)? (?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]+|\d{4}")
_LONGEST_MASTHEAD = 24  # words
_MIDDLE = 15  # of a month


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A day near which the days of a document lie, how far that may be relied on, and what it is."""

    date: dt.date
    confidence: Confidence
    name: str  # "the day of the meeting"
    is_exact: bool = True  # whether it is a day, so that what is past and what is to come can be told


def find_setting(texts: Sequence[str], edges: Iterable[str]) -> Setting | None:
    """When a document is set.

    Args:
        texts: Its title and its sentences, in order.
        edges: The first and last lines as they were read: mastheads among them, which are no prose.
    """
    if meeting := _day_of_meeting(texts[:_TOP]):
        return Setting(date=meeting, confidence=Confidence.HIGH, name="the day of the meeting")
    months = {month for edge in edges if (month := _month_of_issue(edge))}
    if len(months) == 1:
        return Setting(date=months.pop(), confidence=Confidence.MEDIUM, name="the month of the issue", is_exact=False)
    return None


def _day_of_meeting(texts: Sequence[str]) -> dt.date | None:
    is_minutes = any(_ATTENDED.match(text) for text in texts) or any(_MINUTES.search(text) for text in texts[:4])
    for place, text in enumerate(texts):
        days = [day for day in find_days(text) if day.year is not None and day.last is None]
        if len(days) != 1 or _NEXT.search(text[: days[0].start]):
            continue
        before = text[: days[0].start]
        is_of_meeting = _MINUTES.search(before) is not None and _OF_MEETING.search(before) is not None
        is_alone = place < len(texts) - 1 and not before.strip() and any(map(_ATTENDED.match, texts[place + 1 :]))
        if is_minutes and (is_of_meeting or is_alone or _LABELLED.match(text) or "meeting" in before.lower()):
            return _date(days[0])
    return None


def _date(day: Day) -> dt.date | None:
    date = day.in_year(day.year) if day.year else None
    fits = date is not None and (day.weekday is None or day.weekday == date.weekday())
    return date if fits else None


def _month_of_issue(line: str) -> dt.date | None:
    """The middle of the month or season that a masthead ends with; a winter lies in two years."""
    if len(line.split()) > _LONGEST_MASTHEAD or not (match := _PERIOD.search(line)):
        return None
    words = [word.lower() for word in _WORDS.findall(match.group())]
    known = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | _SEASONS
    months = [known[word] for word in words if word in known]
    return dt.date(int(words[-1]), months[-1], _MIDDLE)
