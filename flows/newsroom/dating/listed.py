"""The year that stands once for a whole list: "Meetings in 2026: 19 March, 18 June", or a heading above the days."""

import re
from collections.abc import Sequence

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.telling import Telling

_LED_IN = re.compile(r"\b(?P<year>20\d\d)\b(?![/–-]\d)[^.;!?:\d]{0,40}:\s")
_NAMES_A_LIST = re.compile(
    r"\b(?:dates?|meetings?|diary|calendar|programme|events?|sessions?|schedule|timetable|rota|deadlines?|courses?"
    r"|training|what[’']s on|for your diary)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/–-])(?P<year>20\d\d)(?![/–-]?\d)")
_LONGEST_HEADING = 10  # words
_LONGEST_LIST = 24  # lines


def year_of_list(tellings: Sequence[Telling], index: int, day: Day) -> int | None:
    """The year of a day: its own, or the one that the line or the heading gives to all days of a list.

    Args:
        tellings: The title, if there is one, and the sentences, in order.
        index: Where the day is told.
        day: As it is written there.
    """
    if day.year is not None or day.years_ahead is not None:
        return day.year
    telling = tellings[index]
    if "20" in telling.text and (led := list(_LED_IN.finditer(telling.text, 0, day.start))):
        return int(led[-1]["year"])
    if telling.stem and (year := _year_of_heading(telling.stem)):
        return year
    for above in reversed(tellings[max(0, index - _LONGEST_LIST) : index]):
        days = find_days(above.text)
        if not days:
            return _year_of_heading(above.text)
        if any(other.year for other in days):
            return None
    return None


def _year_of_heading(text: str) -> int | None:
    """The only year in a short line that names a list of days and gives none itself."""
    years = [match["year"] for match in _YEAR.finditer(text)]
    is_heading = len(text.split()) <= _LONGEST_HEADING and not text.endswith(".")
    if len(years) != 1 or not is_heading or _NAMES_A_LIST.search(text) is None or find_days(text):
        return None
    return int(years[0])
