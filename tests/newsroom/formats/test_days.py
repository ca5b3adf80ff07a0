"""Days as pages and front matter state them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.formats.days import is_written, stated_day
from flows.newsroom.language.calendar import in_words

DAY = dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-03",
        "2024-05-03T23:30:00Z",
        "2024-05-03 09:00:00 +0100",
        "3 May 2024",
        "May 3, 2024",
        "Fri, 03 May 2024 09:00:00 +0100",
        "03/05/2024",
        "3.5.2024",
        " 3rd May 2024 ",
    ],
)
def test_a_day_stated_in_full_is_read_day_first(text: str) -> None:
    assert stated_day(text) == DAY


@pytest.mark.parametrize(
    "text", ["May 2024", "2024", "3 May", "Friday", "09:00", "2024-13-45", "31/02/2024", "we met", "", "1" * 400]
)
def test_what_leaves_the_day_open_is_no_day(text: str) -> None:
    assert stated_day(text) is None


@settings(max_examples=40)
@given(st.text(max_size=70))
def test_any_text_is_read_and_what_is_blank_around_it_changes_nothing(text: str) -> None:
    assert stated_day(f" {text}\n") == stated_day(text)


@settings(max_examples=40)
@given(st.dates(min_value=dt.date(1995, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_a_day_in_words_is_written_and_stated(day: dt.date) -> None:
    assert is_written(day, f"Posted on {in_words(day)}.")
    assert stated_day(in_words(day)) == stated_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["3 May 2024", "3rd of May, 2024", "May 3, 2024", "03/05/2024", "3.5.24", "/2024/05/03/", "20240503", "5/3/2024"],
)
def test_every_usual_form_is_found(text: str) -> None:
    assert is_written(DAY, f"on {text}: news")


@pytest.mark.parametrize("text", ["May 2024", "13 May 2024", "3 May 20245", "2024", "2024-05-30", "3 May"])
def test_another_day_is_not_taken_for_it(text: str) -> None:
    assert not is_written(DAY, f"on {text}: news")
