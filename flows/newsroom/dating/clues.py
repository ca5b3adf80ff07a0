"""Between which years a document without a date was written, as far as the years in its text tell."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.tense import Tense, cues_of
from flows.newsroom.language.calendar import MONTHS

# Never the 2019 of "2019/20", of "£2019" or of "2015-2018".
_YEAR = re.compile(r"(?<![\w/£$€.,–-])(?P<year>(?:19|20)\d\d)(?![\w/%]|[,.]\d|\s?[–-]\s?\d)")
_FOUR_FIGURES = re.compile(r"(?:19|20)\d\d")  # most sentences have none, and the rest is slow
# The year of a plan ("the 2025 Vision") or of a coming launch ("March 2024: launch") says nothing about the writing.
_PAST_BEFORE = re.compile(
    rf"\b(?:in|since|during|of|until|before|after|from|by|{'|'.join(MONTHS)})\s+\Z", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:was|were|had|did|became|began|took|saw|came|went|gave|met|told)\b")
_COMING_BEFORE = re.compile(r"\b(?:will|due|planned for|scheduled for|starting|ahead of|going to)\b[^.]{0,40}\Z")
_COMING_AFTER = re.compile(r"\s*(?:will|is going to|is due|shall)\b")
_MONTHS = "|".join(MONTHS)
_MONTH_AND_YEAR = re.compile(rf"\b(?:{_MONTHS}) (?P<year>(?:19|20)\d\d)\b")
_MONTH_OF_THIS_YEAR = re.compile(rf"\b(?:{_MONTHS}) (?:of )?this year\b")
_REACH = 60  # characters around a year that say whether it is still to come
_LIFETIME = 20  # years; an older document would hardly be among the seeds


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBounds:
    """The years in which a text can have been written, both included, and why."""

    earliest: int | None = None
    latest: int | None = None
    evidence: tuple[str, ...] = ()

    def years(self, today: dt.date) -> range:
        """All of them up to today's; none without a bound, because then every year is possible."""
        if self.earliest is None and self.latest is None:
            return range(0)
        return range(max(self.earliest or 0, today.year - _LIFETIME), (self.latest or today.year) + 1)


def find_bounds(texts: Sequence[str], today: dt.date) -> YearBounds:
    """Bound the year in which `texts` were written by the years they speak of as past or still to come.

    Clues that contradict each other say nothing.
    """
    past: list[int] = []
    coming: list[int] = []
    for text in filter(_FOUR_FIGURES.search, texts):
        days = find_days(text)
        for day, tense in zip(days, cues_of(days, text), strict=True):
            told = {Tense.TOLD: past, Tense.COMING: coming}.get(tense)
            if told is not None and day.year is not None:
                told.append(day.year)
        rest = _without(text, days)
        is_told = _PAST.search(rest) is not None
        for match in _YEAR.finditer(rest):
            if _is_coming(rest, match):
                coming.append(int(match["year"]))
            elif is_told and _PAST_BEFORE.search(rest[max(0, match.start() - _REACH) : match.start()]):
                past.append(int(match["year"]))
    past = [year for year in past if year <= today.year]
    coming = [year for year in coming if year <= today.year]
    earliest, latest = max(past, default=None), min(coming, default=None)
    evidence = [f"The text speaks of {latest} as still to come."] if latest else []
    evidence += [f"The text speaks of {earliest} as past."] if earliest else []
    if earliest is not None and _is_year_before(texts, earliest):
        earliest += 1
        evidence.append(f"A month of {earliest - 1} stands with its year, and another one is “of this year”.")
    if earliest is not None and latest is not None and earliest > latest:
        return YearBounds()
    return YearBounds(earliest=earliest, latest=latest, evidence=tuple(evidence))


def _without(text: str, days: Sequence[Day]) -> str:
    """The text with blanks where a day stands: its year is weighed with the day."""
    starts, ends = [day.start for day in days], [day.end for day in days]
    kept = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    return " ".join(kept)


def _is_coming(text: str, year: re.Match[str]) -> bool:
    before = text[max(0, year.start() - _REACH) : year.start()]
    return _COMING_AFTER.match(text, year.end()) is not None or _COMING_BEFORE.search(before) is not None


def _is_year_before(texts: Sequence[str], year: int) -> bool:
    """Whether a month of `year` is named with its year, as one does afterwards, and another month is "of this year"."""
    named = any(int(match["year"]) == year for text in texts for match in _MONTH_AND_YEAR.finditer(text))
    return named and any(_MONTH_OF_THIS_YEAR.search(text) for text in texts)
