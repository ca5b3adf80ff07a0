"""By when: the last day that the words of a promise can mean.

A day without its year is the next one after the document's own date. "In the autumn" ends with November,
"soon" is taken for three months: such guesses are marked as inferred, for a person's diary and never for print.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from flows.newsroom.dating.days import find_days
from flows.newsroom.findings.due_words import SEASON, SMALL_NUMBERS
from flows.newsroom.language.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS, in_words
from flows.newsroom.model import Confidence, DateBasis, Dated

_SOON = dt.timedelta(days=91)
_A_YEAR = 366
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_DECEMBER = 12


def due_by(words: str | None, anchor: dt.date | None) -> Dated:
    """The last day that the words of `due_words` can mean.

    Args:
        words: As found; None: nothing is known.
        anchor: The document's own date, if it may be relied on.
    """
    if words is None:
        return Dated()
    for find in (_day, _month, _season, _feast, _end_of_period, _weekday, _span, _soon):
        if (found := find(words, anchor)) is not None:
            return found
    return Dated(words=words)


def _stated(words: str, day: dt.date, *, has_year: bool) -> Dated:
    return Dated(
        date=day,
        basis=DateBasis.STATED if has_year else DateBasis.NEAR,
        confidence=Confidence.HIGH if has_year else Confidence.MEDIUM,
        words=words,
        evidence=() if has_year else ("It is the next one after the document's own date.",),
    )


def _guess(words: str, day: dt.date, why: str) -> Dated:
    return Dated(date=day, basis=DateBasis.INFERRED, confidence=Confidence.LOW, words=words, evidence=(why,))


def _day(words: str, anchor: dt.date | None) -> Dated | None:
    days = find_days(words)
    if not days:
        return _day_of_this_month(words, anchor)
    day = days[0]
    if day.year is not None:
        date = day.in_year(day.year)
        return _stated(words, date, has_year=True) if date else None
    if anchor is None:
        return None
    date = next((one for year in (anchor.year, anchor.year + 1) if (one := day.in_year(year)) and one >= anchor), None)
    return _stated(words, date, has_year=False) if date else None


def _day_of_this_month(words: str, anchor: dt.date | None) -> Dated | None:
    match = re.search(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b", words)
    if match is None or anchor is None:
        return None
    for month in (anchor, _last_of(anchor.year, anchor.month) + dt.timedelta(days=1)):
        try:
            date = month.replace(day=int(match[1]))
        except ValueError:
            continue
        if date >= anchor:
            return _stated(words, date, has_year=False)
    return None


def _month(words: str, anchor: dt.date | None) -> Dated | None:
    match = re.search(MONTH, words)
    if match is None:
        return None
    month = next(number for number, name in enumerate(MONTHS, start=1) if name[:3] == match.group()[:3])
    year = _year_in(words)
    if year is not None:
        return _stated(words, _last_of(year, month), has_year=True)
    return _stated(words, _next_end(anchor, month), has_year=False) if anchor else None


def _season(words: str, anchor: dt.date | None) -> Dated | None:
    match = re.search(SEASON, words)
    if match is None:
        return None
    month, year = _SEASON_ENDS[match.group()], _year_in(words)
    if year is not None:
        end = _last_of(year + (match.group() == "winter"), month)
    elif anchor is not None:
        end = _next_end(anchor, month)
    else:
        return None
    return _guess(words, end, f"{match.group().capitalize()} is taken to end on {in_words(end)}.")


def _feast(words: str, anchor: dt.date | None) -> Dated | None:
    year = _year_in(words) or (anchor.year if anchor else None)
    if year is None:
        return None
    if re.search(r"Christmas|Xmas", words):
        return _guess(words, dt.date(year, _DECEMBER, 25), "Christmas is on 25 December.")
    if re.search(r"[Nn]ew [Yy]ear", words):
        return _guess(words, _last_of(year + 1, 1), "It is taken for the end of January.")
    if "Easter" in words:
        from dateutil.easter import easter

        day = easter(year)
        return _guess(words, day if anchor is None or day >= anchor else easter(year + 1), "It is Easter Sunday.")
    return None


def _end_of_period(words: str, anchor: dt.date | None) -> Dated | None:
    """The end of this or the next week, month or year."""
    match = re.search(r"\b(?P<which>this|next|the) (?P<period>week|fortnight|month|year)\b", words)
    if match is None or anchor is None:
        return None
    is_next = match["which"] == "next"
    ends: dict[str, Callable[[], dt.date]] = {
        "week": lambda: anchor + dt.timedelta(days=6 - anchor.weekday() + 7 * is_next),
        "fortnight": lambda: anchor + dt.timedelta(days=14),
        "month": lambda: _next_end(_next_end(anchor, anchor.month) + dt.timedelta(days=is_next)),
        "year": lambda: dt.date(anchor.year + is_next, _DECEMBER, 31),
    }
    return _guess(words, ends[match["period"]](), "It is counted from the document's own date.")


def _weekday(words: str, anchor: dt.date | None) -> Dated | None:
    """The next day of that name; "next Friday" may be a week later, and is taken for that."""
    match = re.search(rf"\b(?P<next>next )?(?P<day>{WEEKDAY})\Z", words)
    if match is None or anchor is None:
        return None
    ahead = (WEEKDAYS.index(match["day"]) - anchor.weekday() - 1) % 7 + 1
    day = anchor + dt.timedelta(days=ahead + 7 * (match["next"] is not None))
    return _guess(words, day, "It is the next day of that name after the document's own date.")


def _span(words: str, anchor: dt.date | None) -> Dated | None:
    match = re.search(
        r"\b(?i:within|next|in)(?: about)? (?P<number>\w+) (?:working )?(?P<unit>day|week|fortnight|month|year)s?\b",
        words,
    )
    if match is None or anchor is None:
        return None
    number = int(match["number"]) if match["number"].isdigit() else SMALL_NUMBERS.get(match["number"], 1)
    days = {"day": 1, "week": 7, "fortnight": 14, "month": 31, "year": 366}[match["unit"]] * number
    return _guess(
        words, anchor + dt.timedelta(days=min(days, 10 * _A_YEAR)), "It is counted from the document's own date."
    )


def _soon(words: str, anchor: dt.date | None) -> Dated | None:
    is_soon = re.search(r"\bsoon\b|\bshortly\b|\bcoming (?:days|weeks)\b|\bimminently\b", words) is not None
    return _guess(words, anchor + _SOON, "“Soon” is taken for three months.") if is_soon and anchor else None


def _year_in(words: str) -> int | None:
    match = re.search(r"\b20\d\d\b", words)
    return int(match.group()) if match else None


def _next_end(anchor: dt.date, month: int | None = None) -> dt.date:
    """The last day of a month, the first one that is not before `anchor`."""
    month = month or anchor.month
    return _last_of(anchor.year + (month < anchor.month), month)


def _last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
