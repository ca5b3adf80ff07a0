"""The period that an issue covers is known, or it is not told."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.model import Confidence, DateBasis, Dated, Period, Story
from flows.newsroom.periods import period_of
from flows.newsroom.press.wording import period
from tests.factories import ISSUE_DAY, a_story

LAST = dt.date(2026, 10, 31)


def told_on(year: int, month: int, day: int, basis: DateBasis = DateBasis.STATED) -> Story:
    published = Dated(date=dt.date(year, month, day), basis=basis, confidence=Confidence.HIGH)
    story = a_story(f"Said in {year}.")
    return replace(story, article=replace(story.article, published=published))


def test_of_the_first_issue_it_runs_from_the_earliest_story_to_the_latest() -> None:
    covered = period_of([told_on(2026, 11, 18), told_on(2026, 11, 3), told_on(2019, 6, 27)], ISSUE_DAY, None)

    assert covered == Period(first=dt.date(2026, 11, 3), last=dt.date(2026, 11, 18))


@pytest.mark.parametrize(
    "stories",
    [
        [],
        [told_on(2019, 6, 27)],
        [told_on(2026, 11, 3), a_story()],
        [told_on(2026, 11, 3), told_on(2026, 11, 4, DateBasis.INFERRED)],
        [told_on(2026, 11, 3), told_on(2026, 12, 24)],
    ],
    ids=["no story", "archive alone", "no day", "a guess", "a day to come"],
)
def test_where_one_day_is_not_known_nothing_is_told_of_the_first_issue(stories: list[Story]) -> None:
    assert period_of(stories, ISSUE_DAY, None) is None


def test_after_an_issue_that_was_sent_it_begins_with_the_next_day() -> None:
    assert period_of([a_story()], ISSUE_DAY, LAST) == Period(first=dt.date(2026, 11, 1), last=ISSUE_DAY)


def test_a_story_that_came_late_is_within_it() -> None:
    covered = period_of([told_on(2026, 10, 9), a_story()], ISSUE_DAY, LAST)

    assert covered == Period(first=dt.date(2026, 10, 9), last=ISSUE_DAY)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2026, 11, 1), dt.date(2026, 11, 30), "Covers 1 to 30 November 2026"),
        (dt.date(2026, 12, 20), dt.date(2027, 1, 4), "Covers 20 December 2026 to 4 January 2027"),
        (dt.date(2026, 11, 3), dt.date(2026, 11, 3), "Covers 3 November 2026"),
    ],
)
def test_no_month_or_year_is_told_twice(first: dt.date, last: dt.date, words: str) -> None:
    assert period(Period(first=first, last=last)) == words
