"""From a day as it is written to a date, where the document allows one: a missing year is never invented."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.dating.clues import YearBounds
from flows.newsroom.dating.day import Day
from flows.newsroom.dating.publication import weekday_conflict
from flows.newsroom.dating.setting import Setting
from flows.newsroom.dating.tense import Tense
from flows.newsroom.language.calendar import MONTHS, WEEKDAYS, in_words
from flows.newsroom.model import Confidence, DateBasis, Dated

RELIABLE = frozenset({Confidence.HIGH, Confidence.MEDIUM})
"""How sure a document's date must be for others to be reckoned from it."""

_SURE = 31  # days from the document's date within which day, month and tense leave no doubt
_NEAR = 61  # within which a day without a tense belongs to the document's date
_HALF_A_YEAR = 183
_MOST_OF_A_YEAR = 300
_A_YEAR = 366
_YEAR = dt.timedelta(days=_A_YEAR)
_OWN_DATE = "the document's own date"
_BESIDE = 120  # days from a stated day within which another one has its year
_THE_SAME = 7  # days between two that may be meant to be one
_LONG_AGO = dt.timedelta(days=3 * 366)  # a stated day before that is history, and says nothing about the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a document says about its own time."""

    today: dt.date
    published: Dated
    bounds: YearBounds
    stated: tuple[Day, ...] = ()  # the days that it names with their year
    beside: tuple[Day, ...] = ()  # those of the same list, or what a deadline comes before
    around: tuple[dt.date, ...] = ()  # those of the whole document, and its months
    setting: Setting | None = None  # where it has no date of its own

    @property
    def anchor(self) -> Setting | None:
        """The date of the document, if it may be relied on, or the day near which it is set."""
        if self.published.confidence in RELIABLE and self.published.date is not None:
            return Setting(date=self.published.date, confidence=self.published.confidence, name=_OWN_DATE)
        return self.setting


def resolve(day: Day, tense: Tense, context: Context) -> Dated:
    """Give `day` its date, or say why it has none."""
    when = _resolved(day, tense, context)
    last = day.last_after(when.date) if when.date else None
    if last is None or day.last_weekday is None or last.weekday() == day.last_weekday:
        return when
    return _conflict(day, (last,), f"{in_words(last)} is a {WEEKDAYS[last.weekday()]}.")


def _resolved(day: Day, tense: Tense, context: Context) -> Dated:
    if not day.exists:
        return _conflict(day, (), f"There is no {day.words}.")
    if day.year is not None:
        return _stated(day, day.year)
    if (year := _year_elsewhere(day, tense, context)) is not None:
        return _stated(day, year, "Its year stands elsewhere in the document.")
    anchor = context.anchor
    if anchor is None:
        return _beside_stated(day, context) or _by_weekday(day, context) or _inferred(day, tense, context)
    if day.years_ahead is not None and anchor.slack is not None:
        return _relative(day, anchor.date.year + day.years_ahead, anchor)
    near = _near(day, tense, anchor)
    is_open = near.basis is DateBasis.UNKNOWN
    return (is_open and _beside_stated(day, context)) or near


def _stated(day: Day, year: int, *evidence: str) -> Dated:
    date = day.in_year(year)
    if date is None:
        return _conflict(day, (), f"There is no {day.words} in {year}.")
    if reason := weekday_conflict(day, date):
        return _conflict(day, (*_fitting(day, range(year - 1, year + 2)), date), reason)
    return Dated(
        date=date, basis=DateBasis.STATED, confidence=Confidence.HIGH, words=day.words, evidence=tuple(evidence)
    )


def _year_elsewhere(day: Day, tense: Tense, context: Context) -> int | None:
    """The year of the same day, if the document names it once with its year and means that one.

    An anniversary has the day of what it remembers and another year.
    """
    years = {other.year for other in context.stated if (other.day, other.month) == (day.day, day.month)}
    year = years.pop() if len(years) == 1 and day.years_ahead is None else None
    date = day.in_year(year) if year else None
    if date is None or (day.weekday is not None and weekday_conflict(day, date)):
        return None
    anchor = context.anchor
    is_meant = date >= context.today - _YEAR if anchor is None else abs(date - anchor.date) <= _YEAR
    return year if is_meant and (anchor is None or _fits_tense(date, tense, anchor)) else None


def _beside_stated(day: Day, context: Context) -> Dated | None:
    """In a document without a date: the year of the days beside it, if all that lie near enough agree on one."""
    stated = [date for other in context.beside if (date := other.in_year(other.year or 0))]
    recent = [date for date in stated if date >= context.today - _LONG_AGO]
    if not recent or len(recent) < len(stated) or day.years_ahead is not None:
        return None
    possible = _dates(day, range(recent[0].year - 1, recent[0].year + 2))
    near = {date for date in possible if all(abs((date - other).days) <= _BESIDE for other in recent)}
    if len(near) != 1:
        return None
    (date,) = near
    if reason := weekday_conflict(day, date) or _doubt_beside(date, context):
        return _conflict(day, (date,), reason)
    return Dated(
        date=date,
        basis=DateBasis.NEAR,
        confidence=Confidence.MEDIUM,
        words=day.words,
        evidence=("The days beside it have their year.",),
    )


def _by_weekday(day: Day, context: Context) -> Dated | None:
    """In a document without a date: the year in which the weekday fits, if all days that it states lie near."""
    if day.weekday is None or day.years_ahead is not None or not context.around:
        return None
    years = {date.year for date in context.around}
    fitting = _fitting(day, range(min(years) - 1, max(years) + 2))
    if len(fitting) != 1 or any(abs((fitting[0] - date).days) > _BESIDE for date in context.around):
        return None
    return Dated(
        date=fitting[0],
        basis=DateBasis.NEAR,
        confidence=Confidence.MEDIUM,
        words=day.words,
        evidence=(f"{in_words(fitting[0])} is a {WEEKDAYS[day.weekday]}, and the days that are told lie near it.",),
    )


def _doubt_beside(date: dt.date, context: Context) -> str | None:
    """Why a day cannot lean on another one: that is so near that they may be the same, and contradicts itself."""
    for other in context.stated:
        stated = other.in_year(other.year or 0)
        if stated and 0 < abs((stated - date).days) <= _THE_SAME and weekday_conflict(other, stated):
            return weekday_conflict(other, stated)
    return None


def _relative(day: Day, year: int, anchor: Setting) -> Dated:
    date = day.in_year(year)
    if date is None:
        return _conflict(day, (), f"There is no such day in {year}.")
    if reason := weekday_conflict(day, date):
        return _conflict(day, (date,), reason)
    return Dated(
        date=date,
        basis=DateBasis.NEAR,
        confidence=anchor.confidence,
        words=day.words,
        evidence=(f"{_capitalised(anchor.name)} gives the year.",),
    )


def _near(day: Day, tense: Tense, setting: Setting) -> Dated:
    """The nearest date that fits weekday and tense."""
    anchor, confidence = setting.date, setting.confidence
    tense = Tense.UNCLEAR if setting.slack is None else tense
    if setting.is_doubtful and day.weekday is None:
        return Dated(words=day.words, evidence=(f"The year is not stated, and {setting.name} is in doubt.",))
    years = range(anchor.year - 1, anchor.year + 2)
    near, fitting = _dates(day, years), _fitting(day, years)
    if (mistaken := _mistaken_weekday(day, tense, near, setting)) is not None:
        return _conflict(day, (*fitting, mistaken), weekday_conflict(day, mistaken) or "")
    date = _nearest(fitting, tense, setting, has_weekday=day.weekday is not None)
    if date is None:
        return _unresolved(day, tense, fitting, setting)
    if setting.slack and day.weekday is None and date.year != anchor.year:
        return Dated(words=day.words, evidence=(f"{_capitalised(setting.name)} does not tell the year of the next.",))
    gap = abs((date - anchor).days)
    is_sure = gap <= _HALF_A_YEAR if day.weekday is not None else tense is not Tense.UNCLEAR and gap <= _SURE
    weekday = (f"{in_words(date)} is a {WEEKDAYS[date.weekday()]}.",) if day.weekday is not None else ()
    return Dated(
        date=date,
        basis=DateBasis.NEAR,
        confidence=confidence if is_sure else Confidence.MEDIUM,
        words=day.words,
        evidence=(*weekday, f"It is {tense.value}, {_gap(date, anchor)} {setting.name}.")
        if setting.is_exact
        else (*weekday, f"{_capitalised(setting.name)} gives the year."),
    )


def _mistaken_weekday(day: Day, tense: Tense, near: Sequence[dt.date], setting: Setting) -> dt.date | None:
    """The date close to the document's own that is meant, but does not fall on the weekday that is written."""
    close = [date for date in near if abs((date - setting.date).days) <= _NEAR and _fits_tense(date, tense, setting)]
    return next((date for date in close if weekday_conflict(day, date)), None)


def _nearest(dates: Sequence[dt.date], tense: Tense, setting: Setting, *, has_weekday: bool) -> dt.date | None:
    possible = [date for date in dates if _fits_tense(date, tense, setting)]
    if not possible:
        return None
    anchor = setting.date
    date = min(possible, key=lambda date: abs((date - anchor).days))
    gap = abs((date - anchor).days)
    match tense:
        case Tense.UNCLEAR:
            furthest = _HALF_A_YEAR if has_weekday else _NEAR
        case _ if has_weekday or date.year == anchor.year:
            furthest = _A_YEAR
        case Tense.COMING:
            furthest = _MOST_OF_A_YEAR
        case Tense.TOLD:
            furthest = _HALF_A_YEAR
    return date if gap <= furthest else None


def _fits_tense(date: dt.date, tense: Tense, setting: Setting) -> bool:
    if setting.slack is None:
        return True
    is_ahead, is_behind = date > setting.date + setting.slack, date < setting.date - setting.slack
    return not ((tense is Tense.TOLD and is_ahead) or (tense is Tense.COMING and is_behind))


def _unresolved(day: Day, tense: Tense, fitting: Sequence[dt.date], setting: Setting) -> Dated:
    """No date: a conflict if the document contradicts itself, unknown if it only leaves the year open."""
    anchor = setting.date
    own_year = day.in_year(anchor.year)
    if not fitting:
        weekday = f" on a {WEEKDAYS[day.weekday]}" if day.weekday is not None else ""
        reason = f"No year near {anchor.year} has a {day.day} {MONTHS[day.month - 1]}{weekday}."
        return _conflict(day, (own_year,) if own_year else (), reason)
    by_tense = [date for date in fitting if _fits_tense(date, tense, setting)]
    against = [date for date in fitting if date not in by_tense]
    if own_year in by_tense or not against:
        return Dated(words=day.words, evidence=("The year is not stated, and nothing near tells it.",))
    date = own_year if own_year in against else min(against, key=lambda date: abs((date - anchor).days))
    side = "after" if date > anchor else "before"
    reason = f"It is {tense.value}, yet {in_words(date)} is {side} {setting.name}, {in_words(anchor)}."
    return _conflict(day, tuple(by_tense) or (date,), reason)


def _inferred(day: Day, tense: Tense, context: Context) -> Dated:
    """Without a date of the document: a weekday may pick the year of a past day among those that the text allows."""
    fitting = _fitting(day, context.bounds.years(context.today))
    dates = tuple(date for date in fitting if date <= context.today)
    if day.weekday is None or day.years_ahead is not None or tense is Tense.COMING or not dates:
        return Dated(words=day.words, evidence=("Neither the year is stated nor the document's own date.",))
    *others, latest = (str(date.year) for date in dates)
    years = f"{', '.join(others)} and {latest}" if others else latest
    weekday = f"{day.day} {MONTHS[day.month - 1]} is a {WEEKDAYS[day.weekday]} in {years}."
    return Dated(
        date=dates[-1],
        basis=DateBasis.INFERRED,
        confidence=Confidence.LOW,
        words=day.words,
        candidates=dates,
        evidence=(weekday, *context.bounds.evidence),
    )


def _dates(day: Day, years: range) -> tuple[dt.date, ...]:
    return tuple(date for year in years if (date := day.in_year(year)))


def _fitting(day: Day, years: range) -> tuple[dt.date, ...]:
    return tuple(date for date in _dates(day, years) if weekday_conflict(day, date) is None)


def _gap(date: dt.date, anchor: dt.date) -> str:
    days = (date - anchor).days
    if days == 0:
        return "on"
    return f"{abs(days)} {'day' if abs(days) == 1 else 'days'} {'after' if days > 0 else 'before'}"


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _conflict(day: Day, candidates: tuple[dt.date, ...], reason: str) -> Dated:
    return Dated(
        basis=DateBasis.CONFLICT, words=day.words, candidates=tuple(sorted(set(candidates))), evidence=(reason,)
    )
