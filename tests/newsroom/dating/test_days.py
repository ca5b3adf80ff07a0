"""Days are read as they are written; nothing else becomes one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.dating.days import find_days
from flows.newsroom.language.calendar import in_words, with_weekday

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
PIECES = [
    "3",
    "31",
    "2026",
    "19",
    "May",
    "june",
    "Tues",
    "rd",
    "of",
    "-",
    "/",
    ".",
    ",",
    "and",
    "to",
    "or",
    " ",
    "between",
]


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "weekday"),
    [
        ("on 3 May 2026", 3, 5, 2026, None),
        ("3rd of November", 3, 11, None, None),
        ("Tues 3rd Nov", 3, 11, None, TUE),
        ("Sat. 3 Dec. The end", 3, 12, None, SAT),
        ("Tuesday, 19 March we met", 19, 3, None, TUE),
        ("Wednesday the 19th June", 19, 6, None, WED),
        ("Wednesday 19 June. 125 colleagues came", 19, 6, None, WED),
        ("3 MAY 2026", 3, 5, 2026, None),
        ("3 May, 2026", 3, 5, 2026, None),
        ("3 Nov ’26", 3, 11, 2026, None),
        ("February 5,2016", 5, 2, 2016, None),
        ("November 3rd, 2026", 3, 11, 2026, None),
        ("on May 20 at 2pm", 20, 5, None, None),
        ("3/11/26", 3, 11, 2026, None),
        ("Tue 3/11/2026", 3, 11, 2026, TUE),
        ("03.11.2026", 3, 11, 2026, None),
        ("2026-11-03", 3, 11, 2026, None),
        ("Room 9, Tuesday 4 May", 4, 5, None, TUE),
        ("5/6/75", 5, 6, 1975, None),
    ],
)
def test_a_day_is_read_day_first(text: str, day: int, month: int, year: int | None, weekday: int | None) -> None:
    (found,) = find_days(text)

    assert (found.day, found.month, found.year, found.weekday) == (day, month, year, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "You may 2 times ask",
        "Staff march 10 miles",
        "May half term",
        "In May up to 3 may come",
        "in the 2025/26 year",
        "In May 20 people came",
        "it cost £2019",
        "Ring 020 8871 1234 or 07700 900123",
        "see para 4.2.10",
        "open 24/7/365",
        "12/25/2026",
        "125 May",
        "3 or 4 May 2026",
        "3 May or 4 May 2026",
        "every 5 November",
        "she was born on the 3rd of May",
        "on 8 March each year",
        "3 May 2019/20",
        "45 May",
        "In November 2012",
        "the MAY bank holiday",
        "held on Thursday, 27th October 2011-10-28",
    ],
)
def test_what_is_no_certain_day_is_not_named(text: str) -> None:
    assert find_days(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("19-21 June 2026", (19, 6, 2026), (21, 6)),
        ("from 3 to 5 May", (3, 5, None), (5, 5)),
        ("between 10 and 12 March", (10, 3, None), (12, 3)),
        ("30 June to 2 July 2026", (30, 6, 2026), (2, 7)),
        ("30 December – 2 January 2027", (30, 12, 2026), (2, 1)),
        ("between 3 May and 5 June 2026", (3, 5, 2026), (5, 6)),
        ("June 19-21, 2026", (19, 6, 2026), (21, 6)),
    ],
)
def test_a_span_is_one_day_with_a_last_day(
    text: str, first: tuple[int, int, int | None], last: tuple[int, int]
) -> None:
    (found,) = find_days(text)

    assert (found.day, found.month, found.year) == first
    assert found.last == last


def test_a_span_that_ends_in_january_ends_in_the_next_year() -> None:
    (found,) = find_days("30 December 2026 to 2 January 2027")

    assert found.last_after(dt.date(2026, 12, 30)) == dt.date(2027, 1, 2)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 5, 12 and 19 May 2026", [(5, 2026), (12, 2026), (19, 2026)]),
        ("Monday 3 and Tuesday 4 November", [(3, None), (4, None)]),
        ("16 social workers, 12 and 19 June", [(12, None), (19, None)]),
        ("3 May and 5 June 2026", [(3, 2026), (5, 2026)]),
        ("12 November and 3 June 2026", [(12, None), (3, 2026)]),
    ],
)
def test_days_in_a_list_are_each_named(text: str, days: list[tuple[int, int | None]]) -> None:
    assert [(day.day, day.year) for day in find_days(text)] == days


@pytest.mark.parametrize(
    ("text", "ahead"), [("1 April last year", -1), ("1 April of this year", 0), ("1 May next year", 1)]
)
def test_a_year_told_from_the_writers_own_is_kept_as_such(text: str, ahead: int) -> None:
    (found,) = find_days(text)

    assert (found.year, found.years_ahead) == (None, ahead)


@pytest.mark.parametrize(("text", "exists"), [("31 June", False), ("29 February 2026", False), ("29 February", True)])
def test_a_day_that_no_calendar_has_is_marked(text: str, *, exists: bool) -> None:
    (found,) = find_days(text)

    assert found.exists is exists


def test_the_words_are_the_documents_own() -> None:
    (found,) = find_days("We met on Tuesday,  19\u2009March. Then we left.")

    assert found.words == "Tuesday, 19 March"


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2049, 12, 31)))
def test_a_date_in_words_or_figures_is_found_again(date: dt.date) -> None:
    for text in (in_words(date), with_weekday(date), date.isoformat(), f"{date:%d/%m/%Y}", f"{date:%d/%m/%y}"):
        (found,) = find_days(f"They met on {text}.")

        assert found.in_year(found.year or 0) == date


@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))
def test_every_day_stands_in_the_text_and_none_overlaps_another_match(text: str) -> None:
    days = find_days(text)

    assert all(0 <= day.start < day.end <= len(text) and 1 <= day.day <= 31 and 1 <= day.month <= 12 for day in days)
    assert all(str(day.year) in text for day in days if day.year)
    assert [day.start for day in days] == sorted(day.start for day in days)
