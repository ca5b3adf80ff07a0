"""Days that only the document's own day explains: "yesterday", "last Thursday", "Friday the 21st"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.tense import Tense, cue_of, tense_of
from flows.newsroom.language.calendar import MONTHS, WEEKDAYS

_WEEKDAY_NUMBERS = {name[:n].lower(): i for i, name in enumerate(WEEKDAYS) for n in (3, len(name))}
_WEEKDAY_NUMBERS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_WEEKDAY = rf"(?:{'|'.join(sorted((name.title() for name in _WEEKDAY_NUMBERS), key=len, reverse=True))})\b\.?"
_NUMBERED = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY}),? (?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"
    rf"(?! (?:of )?(?:{'|'.join(MONTHS)}|[A-Z][a-z]{{2}}\b))"
)
_NEAR = re.compile(
    r"\b(?P<word>yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b(?![’']s)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:(?P<which>last|this|next|coming|past|(?:a )?week on) "
    rf"|(?P<on>on|by|before|until|till|from|since) (?:this )?|(?={_WEEKDAY} week\b))(?P<weekday>{_WEEKDAY})"
    rf"(?P<week> week\b)?(?!s\b|[ ,]+(?:the )?\d|,? (?:{'|'.join(MONTHS)})| (?:mornings|afternoons|evenings|nights)\b"
    rf"| (?:to|and|or|-) {_WEEKDAY})",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf",? ?\(?(?P<weekday>{_WEEKDAY})")
_HABIT = re.compile(r"\b(?:every|each|most|usually|always|often|open|monthly|weekly)\b", re.IGNORECASE)
_OWN_STORY = re.compile(r"\b(?:I|[Mm]y|me)\b")
_HEARSAY = re.compile(r"[“\"]")
_NEWS = re.compile(
    r"\b(?:announced?|agreed|approved|held|met|said|heard|ruled|opened|voted|published|launched|told|decided|confirmed"
    r"|signed|backed|welcomed|took|visited|gathered|celebrated|hosted|attended|marched|elected|appointed|assent|passed"
    r"|became|warned|found|closed|started|began|handed down|issued|released|marked|came|left us|raised|arrived|won"
    r"|unveiled|resigned|died|spoke|received|packed|filled|were at|urged|called for)\b"
)
_STEPS = {"yesterday": -1, "last night": -1, "tomorrow": 1}
_WEEK = 7
_MONTH = 31  # days within which "Friday the 21st" lies
_CLAUSE = 60  # characters before a weekday that may make a habit of it
_LONGEST = 1000  # characters of a sentence; what is longer is no prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day named by its distance from the document's own."""

    day: Day
    date: dt.date


def find_moments(text: str, anchor: dt.date) -> Iterator[Moment]:
    """The days in `text` that the document's own day settles; those that it leaves open are not named."""
    if len(text) > _LONGEST:
        return
    for match in _NUMBERED.finditer(text):
        if date := _numbered(text, match, anchor):
            yield _moment(match, date)
    for match in _NEAR.finditer(text):
        if not _is_quoted(text, match.start()) and not _OWN_STORY.search(text):
            date = anchor + dt.timedelta(days=_STEPS.get(match["word"].lower(), 0))
            if _fits_weekday(text, match, date):
                yield _moment(match, date)
    for match in _NAMED.finditer(text):
        if (
            match["weekday"][0].isupper()
            and not _HABIT.search(text[max(0, match.start() - _CLAUSE) : match.start()])
            and not _is_quoted(text, match.start())
            and (date := _named(text, match, anchor))
        ):
            yield _moment(match, date)


def _moment(match: re.Match[str], date: dt.date) -> Moment:
    day = Day(
        start=match.start(),
        end=match.end(),
        words=match.group().rstrip("."),
        day=date.day,
        month=date.month,
        year=date.year,
    )
    return Moment(day=day, date=date)


def _fits_weekday(text: str, match: re.Match[str], date: dt.date) -> bool:
    """Whether a weekday directly beside "tomorrow" is that of the day: if not, the text contradicts itself."""
    beside = _BESIDE.match(text, match.end())
    return beside is None or _WEEKDAY_NUMBERS[beside["weekday"].rstrip(".").lower()] == date.weekday()


def _is_quoted(text: str, place: int) -> bool:
    """Whether somebody says the words: their day need not be the document's."""
    return len(_HEARSAY.findall(text[:place])) % 2 == 1 and "”" not in text[text.rfind("“", 0, place) : place]


def _numbered(text: str, match: re.Match[str], anchor: dt.date) -> dt.date | None:
    """The nearest day of that number, if it falls on that weekday: the next one, or the last one if it is told."""
    weekday, number = _WEEKDAY_NUMBERS[match["weekday"].rstrip(".").lower()], int(match["day"])
    near = [anchor + dt.timedelta(days=step) for step in range(-_MONTH, _MONTH + 1)]
    dates = sorted((date for date in near if date.day == number), key=lambda date: abs((date - anchor).days))
    tense = tense_of(_moment(match, anchor).day, text)
    by_tense = [date for date in dates if not (tense is Tense.TOLD and date > anchor)]
    by_tense = [date for date in by_tense if not (tense is Tense.COMING and date < anchor)]
    # A sentence may tell of two days, so the nearest day is a second chance; a month further on is none.
    return next((date for date in (*by_tense[:1], *dates[:1]) if date.weekday() == weekday), None)


def _named(text: str, match: re.Match[str], anchor: dt.date) -> dt.date | None:
    ahead = (_WEEKDAY_NUMBERS[match["weekday"].rstrip(".").lower()] - anchor.weekday()) % _WEEK
    which = (match["which"] or "").lower()
    coming = anchor + dt.timedelta(days=ahead or _WEEK)
    past = anchor - dt.timedelta(days=_WEEK - ahead)  # never the day itself
    if match["week"]:
        return None if which else coming + dt.timedelta(days=_WEEK)  # "Thursday week"
    match which:
        case "last" | "past":
            return past if (anchor - past).days > 1 else None  # "last Thursday" on a Friday is rarely yesterday
        case "this" | "coming":
            return coming if ahead else None
        case "next":
            # Within the same week "next Thursday" may be this one or the one after.
            return coming if coming.isocalendar()[:2] != anchor.isocalendar()[:2] else None
        case "week on" | "a week on":
            return coming + dt.timedelta(days=_WEEK)
    return _on(text, match, anchor, coming, anchor if not ahead else past)


def _on(text: str, match: re.Match[str], anchor: dt.date, coming: dt.date, past: dt.date) -> dt.date | None:
    """What "on Wednesday" says: in news the last one or the next one, as the tense tells; in a story it may be any."""
    if not match["on"] or _OWN_STORY.search(text):
        return None  # "Thursday week to Saturday" is no single day
    day = _moment(match, anchor).day
    tense = cue_of(day, text)
    tense = tense_of(day, text) if tense is Tense.UNCLEAR else tense
    if match["on"].lower() in {"by", "before", "until", "till"} or tense is Tense.COMING:
        return coming
    return past if _NEWS.search(text) else None
