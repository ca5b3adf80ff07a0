"""Days in lists: the year that stands once for all of them ("Meetings in 2026: 19 March, 18 June"), and programmes."""

import re
from collections.abc import Collection, Sequence

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.setting import ATTENDED
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
_LONGEST_LINE, _MOST_WORDS = 80, 12  # characters and words of a line that says no more than a day and a time
_DIGIT = re.compile(r"\d")
_WORD, _FIGURE = re.compile(r"[^\W\d_]{3}"), re.compile(r"\W*\d")
_TIME_AND_WHAT = re.compile(r"\d[\d.:apmto\s–-]{0,20}(?:: | [–—-] | \| )[A-Z]")  # "2pm: Afternoon off"


def is_only_a_day(text: str) -> bool:
    """Whether a line says no more than a day and perhaps a time."""
    may_be = len(text) <= _LONGEST_LINE and len(text.split()) <= _MOST_WORDS and _DIGIT.search(text) is not None
    days = find_days(text) if may_be else ()
    return bool(days) and days[0].start == 0 and not _WORD.search(text, days[-1].end)


def heads_of_programme(texts: Sequence[str], with_days: Collection[int]) -> frozenset[int]:
    """The places of lines that are only a day, each above what happens on it; none if there is but one such line.

    Args:
        texts: The document's, in order.
        with_days: The places of those in which days were found.
    """
    places = (place for place in with_days if place + 1 < len(texts))
    heads = [place for place in places if is_only_a_day(texts[place]) and _tells(texts[place + 1])]
    return frozenset(heads) if len(heads) > 1 else frozenset()


def _tells(text: str) -> bool:
    """Whether a line may tell what happens, and not when, or who came."""
    is_time = _FIGURE.match(text) is not None and not _TIME_AND_WHAT.match(text)
    return not (is_time or ATTENDED.match(text) or is_only_a_day(text))


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
