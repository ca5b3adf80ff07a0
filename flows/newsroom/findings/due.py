"""By when: the words of a sentence that say so, and the last day that they can mean.

A day without its year is the next one after the document's own date. "In the autumn" ends with November,
"soon" is taken for three months: such guesses are marked as inferred, for a person's diary and never for print.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from flows.newsroom.dating.days import find_days
from flows.newsroom.language.calendar import MONTHS, in_words
from flows.newsroom.language.moments import DATE
from flows.newsroom.model import Confidence, DateBasis, Dated

_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
_SEASON = r"(?:spring|summer|autumn|winter)"
_PERIOD = r"(?:week|fortnight|month|term|quarter|year)"
_YEAR = r"(?:,?\s+(?:of\s+)?(?:20)\d\d)?"
_SMALL = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)  # noqa: SIM905
}
_PREPOSITION = r"(?i:by|before|until|from|in|on|at|within|during|after|no later than|towards|for|over)"
_WEEKDAY = rf"(?:{'|'.join(calendar.day_name)})"
_CLOCK = r"(?:close of play|close of business|noon|midday|lunchtime|\d{1,2}(?:[.:]\d\d)?\s?[ap]m)"
_UNIT = r"(?:day|week|fortnight|month|term|quarter|year)"
_PART = r"(?:(?:early|mid|late|the (?:start|end|beginning|middle) of|(?:start|end|beginning|middle) of)[ -])?(?:the )?"
_FEAST = r"(?:Christmas|Xmas|Easter|(?:the )?[Nn]ew [Yy]ear|Ramadan|Whitsun)"
_DUE = re.compile(
    rf"\b(?:the |our |its )?{_MONTH} (?:meeting|board|forum)\b"
    rf"|\b(?:{_PREPOSITION}\s+)?(?:the week (?:beginning|commencing|of)\s+|w/c\s+)?(?:early |mid-|late )?{DATE}"
    rf"|\b(?:{_PREPOSITION}\s+)?(?:early |mid[- ]|late )?{_PART}(?<!the ){_MONTH}{_YEAR}"
    rf"|\b(?:{_PREPOSITION}\s+)?{_PART}(?:this |next |the |early |late |coming ){{1,2}}{_SEASON}"
    rf"(?: (?:recess|holidays?|term))?{_YEAR}"
    rf"|\b{_PREPOSITION}\s+{_PART}(?:{_SEASON}|{_FEAST}){_YEAR}"
    rf"|\b(?:by|before|at|towards)\s+(?:the )?(?:end|start|beginning) of (?:the|this|next|term)"
    rf"(?: (?:financial |school )?{_PERIOD})?"
    rf"|\b(?i:by|on|before) the \d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|\b(?i:within|in|in the next|over the next) (?:the next |about )?(?:\d+|an?|{'|'.join(_SMALL)}) (?:working )?"
    rf"{_UNIT}s?\b(?:[’']? time\b)?(?! ago)"
    rf"|\b(?:later |earlier )?(?:this|next) (?:{_PERIOD}|{_WEEKDAY})\b|\blater in (?:the year|20\d\d)\b"
    rf"|\b(?i:by|before|on|from|until) (?:{_CLOCK} (?:on )?)?(?:the (?:first|second|third|fourth|last) )?"
    rf"{_WEEKDAY}\b(?!,? \d)(?: (?:of|in) {_MONTH})?|\b(?i:by|before) {_CLOCK}\b(?: today| tomorrow)?"
    rf"|\b(?i:after|for|in|within) (?:the )?(?:first |all of |next )?(?:about )?(?:\d+|{'|'.join(_SMALL)}) (?:to (?:\d+"
    rf"|{'|'.join(_SMALL)}) )?(?:working )?{_UNIT}s?\b(?! (?:ago|of|with|in|on|that|who|he|she|we|they|I)\b)"
    rf"|\b(?i:from|by|at|in|with) the {_MONTH} \w+|\bthe same (?:day|night|evening|week|month|afternoon)\b"
    rf"|\b(?i:within|by|before) (?:the|that) (?:week|month|year|day)\b|\b(?:the )?end of {_MONTH}"
    r"|\b(?i:by|before|after|when|until|once) (?:the )?(?:schools?|term|holidays?|season|clocks|recess"
    r"|year) (?:go(?:es)? back"
    r"|starts?|begins?|ends?|opens?|closes?|is out|breaks? up|comes?)\b"
    rf"|\b(?i:in|this|next|by) {_SEASON}\b|\b(?:for )?all of next (?:\w+)\b|\b(?:to see \w+ |by "
    rf"|first thing )?(?:today|tonight)\b"
    r"|\b(?:by|until) then\b|\bonce a (?:week|fortnight|month|term|quarter|year)\b|\buntil the end of the (?:week"
    r"|month|year)"
    r"|\b(?:when|once|as soon as) (?:it|they|this|that) (?:is|are|comes?|has|have)(?: \w+)?\b"
    r"|\b(?i:by|before|at|after|over) half[- ]term\b|\b(?i:by|before|at) (?:the )?year[- ]end\b"
    rf"|\b(?i:by|before|at|to|in time for) (?:the|our|its|their) next (?:meeting|board|forum|mtg)\b"
    rf"|\b(?:to |at |for )?(?:the )?{_MONTH} mtg\b"
    rf"|\bevery (?:\w+ )?{_UNIT}s?\b|\b(?:quarterly|annually)\b"
    r"|\b(?:very |quite )?soon\b|\bshortly\b|\bin due course\b|\bimminently\b|\btomorrow\b|\bas soon as possible\b"
    r"|\bwhen parliamentary time allows\b|\bin (?:the )?coming (?:days|weeks|months|years)\b"
    r"|\b(?:planned )?for (?:20)\d\d(?:/\d\d)?\b|\b(?:in|by) (?:20)\d\d\b",
)
_VAGUE = re.compile(
    r"\bsoon\b|\bshortly\b|\b(?:when|once)\b|\bthen\b|in due course|\b(?:every|until)\b|\bquarterly\b|\bannually\b"
)
_LATEST = re.compile(r"(?i:by|no later than)\b")
_SOON = dt.timedelta(days=91)
_A_YEAR = 366
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_DECEMBER = 12


def due_words(sentence: str, stem: str | None = None) -> str | None:
    """The words that say by when; those after "will" rather than those before it, and "by June" rather than "soon".

    Args:
        sentence: What is promised.
        stem: The line that leads a list in, such as "From 1 April:"; it counts where the sentence names no day.
    """
    found = list(_DUE.finditer(sentence))
    promised = re.search(r"\b(?:will|shall|to|due|planned|ll)\b", sentence)
    after = [match for match in found if promised and match.start() > promised.start()]
    firm = [match for match in after if not _is_vague(match)] or [match for match in found if not _is_vague(match)]
    if stem and not firm and (led := due_words(stem)):
        return led
    latest = [match for match in firm if _LATEST.match(match.group())]
    chosen = (latest or firm or after or found)[:1]
    return chosen[0].group().strip() if chosen else None


def _is_vague(match: re.Match[str]) -> bool:
    return _VAGUE.search(match.group()) is not None


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
    match = re.search(_MONTH, words)
    if match is None:
        return None
    month = next(number for number, name in enumerate(MONTHS, start=1) if name[:3] == match.group()[:3])
    year = _year_in(words)
    if year is not None:
        return _stated(words, _last_of(year, month), has_year=True)
    return _stated(words, _next_end(anchor, month), has_year=False) if anchor else None


def _season(words: str, anchor: dt.date | None) -> Dated | None:
    match = re.search(_SEASON, words)
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
    match = re.search(rf"\b(?P<next>next )?(?P<day>{_WEEKDAY})\Z", words)
    if match is None or anchor is None:
        return None
    ahead = (list(calendar.day_name).index(match["day"]) - anchor.weekday() - 1) % 7 + 1
    day = anchor + dt.timedelta(days=ahead + 7 * (match["next"] is not None))
    return _guess(words, day, "It is the next day of that name after the document's own date.")


def _span(words: str, anchor: dt.date | None) -> Dated | None:
    match = re.search(
        r"\b(?i:within|next|in)(?: about)? (?P<number>\w+) (?:working )?(?P<unit>day|week|fortnight|month|year)s?\b",
        words,
    )
    if match is None or anchor is None:
        return None
    number = int(match["number"]) if match["number"].isdigit() else _SMALL.get(match["number"], 1)
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
