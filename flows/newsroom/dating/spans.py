"""Days that belong together: a span from one to the other, and two that share the year of the second."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from flows.newsroom.dating.day import Day

_RANGE = re.compile(r"\s*(?:-|–|—|\b(?:to|until|till)\b)\s*(?:on\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*(?:on\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|changed|extended|postponed|put back|brought forward|rescheduled)\b[^.;]{0,40}\bfrom\s+$", re.IGNORECASE
)
_SENTENCE = 80  # characters before a day that may say that it was moved
_REACH = 12  # characters before a day that may say "between"


def join_days(text: str, days: Sequence[Day]) -> list[Day]:
    """Give the days in `text` with "30 May to 2 June 2026" as one, and the year of "3 May and 5 June 2026" on both."""
    joined: deque[Day] = deque()
    for day in reversed(days):
        following = joined[0] if joined else None
        between = text[day.end : following.start] if following and following.start >= day.end else None
        if following is None or between is None:
            joined.appendleft(day)
        elif _is_range(text, day, between) and (whole := _range(text, day, following)):
            joined[0] = whole
        elif _AND.fullmatch(between) and not day.year and (day.month, day.day) < (following.month, following.day):
            joined.appendleft(replace(day, year=following.year))
        else:
            joined.appendleft(day)
    return list(joined)


def follows_between(text: str, start: int) -> bool:
    """Whether "between" stands before the days that begin at `start`, so that "and" makes a span of them."""
    return _BETWEEN.search(text[max(0, start - _REACH) : start]) is not None


def _is_range(text: str, day: Day, between: str) -> bool:
    is_between = follows_between(text, day.start) and _AND.fullmatch(between) is not None
    is_moved = _MOVED.search(text[max(0, day.start - _SENTENCE) : day.start]) is not None
    return is_between or (_RANGE.fullmatch(between) is not None and not is_moved)


def _range(text: str, first: Day, last: Day) -> Day | None:
    """One day from `first` to `last`; None if their years do not follow each other."""
    turns = last.month < first.month
    follows = (first.month, first.day) < (last.month, last.day) or turns
    years_fit = first.year is None or last.year is None or first.year + turns == last.year
    if first.last or last.last or not follows or not years_fit:
        return None
    year = first.year or (last.year - turns if last.year else None)
    words = " ".join(text[first.start : last.end].rstrip(".").split())
    return replace(first, end=last.end, words=words, year=year, last=(last.day, last.month), last_weekday=last.weekday)
