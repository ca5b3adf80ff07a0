"""Days that a text names: what is written, and nothing that is not.

Day first, as in Britain. A month needs its capital ("may 2" is a verb). A year that is not written
stays unknown; school and financial years ("2019/20"), sums ("£2019") and telephone numbers are no
dates. Days that the text leaves open ("3 or 4 May", "every 5 November") are not named.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.spans import follows_between, join_days
from flows.newsroom.language.calendar import (
    MONTHS,
    ORDINALS,
    POLISH_MONTHS,
    POLISH_WEEKDAYS,
    WEEKDAYS,
    WELSH_MONTHS,
    WELSH_WEEKDAYS,
)

_MONTH_NUMBERS = {name[:n].lower(): i for i, name in enumerate(MONTHS, 1) for n in (3, len(name))}
_MONTH_NUMBERS |= {"sept": 9}
_MONTH_NUMBERS |= {name.lower(): i for i, name in enumerate(WELSH_MONTHS, 1)}
_MONTH_NUMBERS |= {name: i for i, name in enumerate(POLISH_MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:n].lower(): i for i, name in enumerate(WEEKDAYS) for n in (3, len(name))}
_WEEKDAY_NUMBERS |= {name.lower(): i for i, name in enumerate(WELSH_WEEKDAYS)}
_WEEKDAY_NUMBERS |= {name: i for i, names in enumerate(POLISH_WEEKDAYS) for name in names}
_WEEKDAY_NUMBERS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH = rf"(?:{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_WEEKDAY_NAME = rf"(?:{'|'.join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True))})\b"
_WEEKDAY = rf"{_WEEKDAY_NAME}\.?(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:the\s+)?"
_NUMBER = r"[0-3]?\d(?:\s?(?:st|nd|rd|th)\b)?(?!\d)"
# "2019/20" and "2019-20" are no year of a day, and a day before them has none that could be told.
_YEAR = (
    r"(?:(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)(?!\d|\s?[/–-]\s?\d{1,4}(?!\d*\s*[A-Z]))|\s+[’'](?P<short>\d\d)\b"
    r"|(?!(?:,\s*|\s+)(?:19|20)\d\d))(?:,?\s+(?:of\s+)?(?P<relative>this|last|next)\s+year\b)?"
)
_SEPARATOR = r"(?:,|-|–|—|/|&|\b(?:to|until|and|or)\b)"
_LIST = rf"\s*{_SEPARATOR}\s*(?:{_WEEKDAY})?{_NUMBER}"

_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w/-])")
_NUMERIC = re.compile(
    rf"(?<![\w/.-])(?P<weekday>{_WEEKDAY})?(?P<day>[0-3]?\d)(?P<mark>[/.-])(?P<month>[01]?\d)(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|(?<=[/.])\d\d)(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
# "Version 2.10.25" and "rule 3.11.24" are numbers of something else.
_NUMBER_OF = re.compile(
    r"\b(?:v|ver|version|section|sections|para|paragraph|clause|rule|item|standard|figure|table|chapter|part|no|number|ref"
    r"|appendix|release|ip|£)\.?\s*$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?<![\w/.£$€])(?<!\d-)(?P<days>(?:{_WEEKDAY})?{_NUMBER}(?:{_LIST}){{0,6}})(?:\s+of)?\s+(?P<month>{_MONTH}){_YEAR}"
    r"(?!\w|/(?!\d{1,2}\s))",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w/.-])(?P<weekday>{_WEEKDAY})?(?P<month>{_MONTH})\s+(?P<days>{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?){_YEAR}"
    r"(?![\w/-])",
    re.IGNORECASE,
)
_ORDINALS = {word: number for number, word in enumerate(ORDINALS, 1)}
_IN_WORDS = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY})?(?:the\s+)?(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\s+of\s+"
    rf"(?P<month>{_MONTH}){_YEAR}(?![\w’'])",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = re.compile(
    rf"\s*\((?:a\s+)?(?P<bracketed>{_WEEKDAY_NAME})\)|,\s+an?\s+(?P<told>{_WEEKDAY_NAME})", re.IGNORECASE
)
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY_NAME})\.?(?:\s+(?:morning|afternoon|evening|night))?\s*\((?:the\s+)?\Z", re.IGNORECASE
)
_FIGURE, _FIGURES = re.compile(r"\d"), re.compile(r"\d[/.-]\d")
_MONTH_NAME = re.compile(
    r"[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)"
    rf"|{'|'.join(name[:3] for name in WELSH_MONTHS)}|{'|'.join(POLISH_MONTHS)}"
)
_OF = re.compile(r"(?:st|nd|rd|th)\s+of\s+[A-Z]")
_MONTH_ENDS = re.compile(rf"\b{_MONTH},?\s+$", re.IGNORECASE)
_LONGEST_MONTH = 12  # characters
_TOKEN = re.compile(
    rf"(?:^|(?P<separator>{_SEPARATOR})\s*)(?P<weekday>{_WEEKDAY})?(?P<number>\d{{1,2}})", re.IGNORECASE
)
# "In May 20 people came" has no day; "on May 20." and "on May 20 at 2pm" have one.
_DAY_ENDS = re.compile(r"\s*(?:$|[.,;:)|–—-])|\s+(?:at|from)\s+\d")
# A birthday comes every year: "she was born on 3 May" tells of no day near the document's own.
_LEFT_OPEN = re.compile(r"\b(?:every|each|per|or|born(?:\s+on)?(?:\s+the)?)\s+$", re.IGNORECASE)
_OR_ANOTHER = re.compile(r"\s+or\s+(?:\w+\s+)?\d|,?\s+(?:(?:each|every)\s+year|annually)\b", re.IGNORECASE)
_RANGE_SEPARATORS = frozenset({"-", "–", "—", "to", "until"})
_UNDECIDED = frozenset({"or", "/"})
_YEARS_AHEAD = {"last": -1, "this": 0, "next": 1}
_CENTURY, _PIVOT = 100, 70  # a year of two figures below the pivot is of this century
_MOST_DAYS = 31
_REACH = 12  # characters before a day that may leave it open
_WEEKDAY_REACH = 24  # characters before a day in a bracket that may name its weekday
_PAIR = 2


def find_days(text: str) -> tuple[Day, ...]:
    """The days that `text` names, in order."""
    if not _FIGURE.search(text) and not _OF.search(text):
        return ()  # most sentences end here, and the patterns below are slow
    found_by = (_in_figures(text), _day_first(text), _month_first(text), _in_words(text))
    named = [days for days in chain.from_iterable(found_by) if days]
    found: list[Day] = []
    for days in sorted(named, key=lambda days: days[0].start):
        if not found or found[-1].end <= days[0].start:
            found += days
    return tuple(join_days(text, [_with_weekday(text, day) for day in found if not _is_left_open(text, day)]))


def _with_weekday(text: str, day: Day) -> Day:
    """The day with the weekday that a bracket parts from it: "12 June (Friday)", "Friday (12 June)"."""
    if day.weekday is not None or day.last is not None:
        return day
    if after := _WEEKDAY_AFTER.match(text, day.end):
        return replace(day, weekday=_weekday(after["bracketed"] or after["told"]))
    before = _WEEKDAY_BEFORE.search(text[max(0, day.start - _WEEKDAY_REACH) : day.start])
    return replace(day, weekday=_weekday(before["weekday"])) if before else day


def _in_figures(text: str) -> Iterator[tuple[Day, ...]]:
    """2026-11-03 and 3/11/26; figures that are no date are some other number."""
    if not _FIGURES.search(text):
        return
    for match in chain(_ISO.finditer(text), _NUMERIC.finditer(text)):
        parts = match.groupdict()
        day = Day(
            start=match.start(),
            end=match.end(),
            words=match.group(),
            day=int(parts["day"]),
            month=int(parts["month"]),
            year=_whole_year(parts["year"]),
            weekday=_weekday(parts.get("weekday")),
        )
        # In "27th October 2011-10-28" somebody's second date stuck to the year of the first.
        is_stuck = _MONTH_ENDS.search(text[max(0, match.start() - _LONGEST_MONTH) : match.start()]) is not None
        is_numbering = parts.get("mark") == "." and _NUMBER_OF.search(text[max(0, day.start - _REACH) : day.start])
        if day.exists and not is_stuck and not is_numbering:
            yield (day,)


def _day_first(text: str) -> Iterator[tuple[Day, ...]]:
    """Tuesday 3 November 2026, 19-21 June, 5, 12 and 19 May."""
    for match in _DAY_FIRST.finditer(text) if _MONTH_NAME.search(text) else ():
        if match["month"][0].isupper() or match["month"] in POLISH_MONTHS:
            yield tuple(_listed(match, match["days"]))


def _month_first(text: str) -> Iterator[tuple[Day, ...]]:
    """November 3rd, 2026: only if more than the two words says that it is a day."""
    for match in _MONTH_FIRST.finditer(text) if _MONTH_NAME.search(text) else ():
        says_more = match["year"] or match["weekday"] or not match["days"][-1].isdigit()
        if match["month"][0].isupper() and (says_more or _DAY_ENDS.match(text, match.end())):
            yield tuple(_listed(match, match["days"], _weekday(match["weekday"])))


def _in_words(text: str) -> Iterator[tuple[Day, ...]]:
    """The third of April, Monday the twenty-first of May 2026."""
    for match in _IN_WORDS.finditer(text) if _OF.search(text) else ():
        if match["month"][0].isupper():
            day = _day(match, match.start(), _ORDINALS[match["word"].lower()])
            yield (replace(day, weekday=_weekday(match["weekday"])),)


def _listed(match: re.Match[str], days: str, weekday: int | None = None) -> Iterator[Day]:
    """The days of one month that a match names; numbers out of order before a day belong to something else."""
    tokens = list(_TOKEN.finditer(days))
    while len(tokens) > 1 and int(tokens[0]["number"]) > _MOST_DAYS and (tokens[1]["separator"] or "") == ",":
        tokens = tokens[1:]  # "digest no. 38, 26 May"
    numbers = [int(token["number"]) for token in tokens]
    separators = {(token["separator"] or "").lower() for token in tokens}
    if separators & _UNDECIDED or not all(1 <= number <= _MOST_DAYS for number in numbers):
        return
    is_list = numbers == sorted(set(numbers)) and (tokens[-1]["separator"] or "") != ","
    used = tokens if is_list else tokens[-1:]
    is_whole = is_list and not used[0]["separator"]
    start = match.start() if is_whole else match.start("days") + used[0].end("separator")
    is_between = follows_between(match.string, start) and len(tokens) == _PAIR
    named: list[Day] = []
    for token in used:
        ends_range = is_between or (token["separator"] or "").lower() in _RANGE_SEPARATORS
        if named and ends_range and named[-1].last is None:
            ends = (int(token["number"]), named[-1].month)
            named[-1] = replace(named[-1], last=ends, last_weekday=_weekday(token["weekday"]))
        else:
            day = _day(match, start, int(token["number"]))
            named.append(replace(day, weekday=_weekday(token["weekday"]) if token["weekday"] else weekday))
    yield from named


def _day(match: re.Match[str], start: int, number: int) -> Day:
    relative = match["relative"]
    return Day(
        start=start,
        end=match.end(),
        words=" ".join(match.string[start : match.end()].rstrip(".").split()),
        day=number,
        month=_MONTH_NUMBERS[match["month"].rstrip(".").lower()],
        year=_whole_year(match["year"] or match["short"]),
        years_ahead=_YEARS_AHEAD[relative.lower()] if relative else None,
    )


def _whole_year(figures: str | None) -> int | None:
    if figures is None:
        return None
    year = int(figures)
    if year >= _CENTURY:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def _weekday(words: str | None) -> int | None:
    return _WEEKDAY_NUMBERS[re.split(r"\W", words.lower(), maxsplit=1)[0]] if words else None


def _is_left_open(text: str, day: Day) -> bool:
    """Whether the text speaks of one of several days, of a day of every year, or of somebody's birth."""
    before = text[max(0, day.start - _REACH) : day.start]
    return _LEFT_OPEN.search(before) is not None or _OR_ANOTHER.match(text, day.end) is not None
