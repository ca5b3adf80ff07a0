"""When a document was published: what its format carries, or a date that stands alone near its top or its end.

A date is never guessed, never in the future, never the day on which the text was only updated, and
two that disagree are a conflict, not a choice.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.newsroom.dating.datelines import DateLine, find_datelines, find_update_lines
from flows.newsroom.dating.day import Day
from flows.newsroom.language.calendar import WEEKDAYS, in_words
from flows.newsroom.model import Block, Confidence, DateBasis, Dated

_ORDINALS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a document was published, and the blocks that say so and are no prose."""

    dated: Dated
    lines: tuple[int, ...] = ()  # positions among the blocks


def find_publication(
    blocks: Sequence[Block], given: Dated, *, today: dt.date, is_page: bool = False, in_letter: bool = False
) -> Publication:
    """Find the date of a document.

    Args:
        blocks: What is left of it without furniture.
        given: What its format carries, such as the header of a mail; with high confidence it is believed.
        today: Nothing is published after this day.
        is_page: It comes from a web page, where a lone date is often another article's.
        in_letter: It greets somebody; the day of a letter stands behind its place.
    """
    lines = [line for line in find_datelines(blocks, in_letter=in_letter) if not _is_after(line.day, today)]
    labelled = [line for line in lines if line.is_labelled]
    told = [_dated(line, is_page=is_page) for line in labelled or lines]
    given = Dated() if given.date and given.date > today else given
    dated = _contradicted(given, told) if labelled and is_page else None
    dated = dated or _settled(given, told)
    days = {dated.date, *dated.candidates}
    moved = [line.position for line in lines if line.is_whole and line.day.in_year(line.day.year or 0) in days]
    return Publication(dated=dated, lines=tuple(sorted({*moved, *find_update_lines(blocks)})))


def weekday_conflict(day: Day, date: dt.date) -> str | None:
    """Why the weekday that stands with a day cannot be right on `date`; None: it is, or none is written."""
    if day.weekday is None or day.weekday == date.weekday():
        return None
    return f"{in_words(date)} is a {WEEKDAYS[date.weekday()]}, not a {WEEKDAYS[day.weekday]}."


def _is_after(day: Day, today: dt.date) -> bool:
    date = day.in_year(day.year or 0)
    return date is not None and date > today


def _dated(line: DateLine, *, is_page: bool) -> Dated:
    date = line.day.in_year(line.day.year or 0)
    if date is None:
        return _conflict(line.day.words, (), f"There is no {line.day.words}.")
    if reason := weekday_conflict(line.day, date):
        return _conflict(line.day.words, (date,), reason)
    evidence = [f"It {'stands alone' if line.is_whole else 'is stated'} on the {_place(line)}."]
    if is_page:
        evidence.append("On a web page such a line may belong to something else.")
    if line.follows_event and not line.is_labelled:
        evidence.append("It follows the name of an event, and may be the day of that.")
    return Dated(
        date=date,
        basis=DateBasis.STATED,
        confidence=Confidence.HIGH if len(evidence) == 1 else Confidence.MEDIUM,
        words=line.day.words,
        evidence=tuple(evidence),
    )


def _place(line: DateLine) -> str:
    if line.position and not line.from_end:
        return "last line"
    if line.position < len(_ORDINALS):
        return f"{_ORDINALS[line.position]} line"
    if line.from_end < len(_ORDINALS):
        return f"{_ORDINALS[line.from_end]} line from the end"
    return f"{line.position + 1}th line"


def _contradicted(given: Dated, told: Sequence[Dated]) -> Dated | None:
    """The conflict between a page's own data and what it tells its readers, even if the data are trusted elsewhere."""
    first = told[0]
    if given.confidence is not Confidence.HIGH or first.date is None or first.date == given.date:
        return None
    dates = sorted(date for date in (given.date, first.date) if date)
    named = " and ".join(in_words(date) for date in dates)
    return _conflict(first.words, tuple(dates), f"The page's own data and its text give {named}.")


def _settled(given: Dated, told: Sequence[Dated]) -> Dated:
    """One date out of what the format carries and what the lines tell."""
    is_disputed = given.basis is DateBasis.CONFLICT  # by the very line that tells one of the two days
    if not told or is_disputed or (given.date and given.confidence is Confidence.HIGH):
        return given
    first = told[0]
    weighed = told if given.confidence is Confidence.LOW else (*told, given)
    dates = {dated.date for dated in weighed if dated.date}
    if any(dated.basis is DateBasis.CONFLICT for dated in told):
        return next(dated for dated in told if dated.basis is DateBasis.CONFLICT)
    if len(dates) > 1:
        named = " and ".join(in_words(date) for date in sorted(dates))
        return _conflict(first.words, tuple(sorted(dates)), f"The document gives {named}.")
    if given.date == first.date:
        return replace(first, confidence=Confidence.HIGH, evidence=(*given.evidence, *first.evidence))
    return first


def _conflict(words: str | None, candidates: tuple[dt.date, ...], reason: str) -> Dated:
    return Dated(basis=DateBasis.CONFLICT, words=words, candidates=candidates, evidence=(reason,))
