"""Days as pages and front matter state them: "2024-05-03T09:00:00Z", "Fri, 3 May 2024", "3.5.2024"."""

import datetime as dt
import re

from flows.newsroom.language.calendar import MONTHS

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LONGEST = 60  # characters; a longer text is no date
# What dateutil fills in where the text is silent: two days with no year, month or day in common.
_FILLINGS = (dt.datetime(2000, 1, 1), dt.datetime(2004, 2, 2))  # noqa: DTZ001 - days have no zone


def stated_day(text: str) -> dt.date | None:
    """The day that a text states in full; None where it leaves the day, the month or the year open.

    Numbers are read day first, unless they are in the ISO order. A time of day and its zone are ignored: the day is
    that of the place where it was written.
    """
    text = text.strip()
    if match := _ISO_DAY.match(text):
        return _iso_day(*map(int, match.groups()))
    if not text or len(text) > _LONGEST:
        return None
    first, second = (_parsed(text, filling) for filling in _FILLINGS)
    return first if first == second else None


def is_written(day: dt.date, text: str) -> bool:
    """Whether a text writes this very day in full, in any form that is usual in Britain or in a page's data."""
    return re.search(_forms(day), text, re.IGNORECASE) is not None


def _iso_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _parsed(text: str, filling: dt.datetime) -> dt.date | None:
    import dateutil.parser

    try:
        return dateutil.parser.parse(text, default=filling, dayfirst=True, ignoretz=True).date()
    except (ValueError, OverflowError):
        return None


def _forms(day: dt.date) -> str:
    name = MONTHS[day.month - 1]
    month = rf"(?:{name}|{name[:3]}|{name[:4]})\.?"
    number = rf"0?{day.day}"
    sign = r"[-./\s\\]"
    return (
        rf"(?<!\d)(?:{day.year}{sign}?0?{day.month}{sign}?{number}"
        rf"|{number}{sign}0?{day.month}{sign}(?:{day.year}|{day.year % 100:02})"
        rf"|0?{day.month}/{number}/{day.year}"
        rf"|{number}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{month},?[\s-]+{day.year}"
        rf")(?!\d)|\b{month}\s+{number}(?:st|nd|rd|th)?,?\s+{day.year}(?!\d)"
    )
