"""Times of the day are read where nothing about them is in doubt, and not guessed elsewhere."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.language.clock import read_hours


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("10am to 3.30pm", "10:00", "15:30"),
        ("10 to 11.30am", "10:00", "11:30"),
        ("11 to 2pm", "11:00", "14:00"),
        ("1-4pm", "13:00", "16:00"),
        ("12 noon to 2pm", None, None),
        ("noon – 2pm", "12:00", "14:00"),
        ("from 12.30 pm", "12:30", None),
        ("12.15am", "00:15", None),
        ("between 9.30am and midday", "09:30", "12:00"),
        ("09:00 until 16:30", "09:00", "16:30"),
        ("10.00-15.30", "10:00", "15:30"),
        ("7 p.m.", "19:00", None),
    ],
)
def test_hours_are_read(words: str, start: str | None, end: str | None) -> None:
    hours = read_hours(words)

    told = (hours.start, hours.end) if hours else (None, None)
    assert told == (start and dt.time.fromisoformat(start), end and dt.time.fromisoformat(end))


@pytest.mark.parametrize(
    "words", ["2.30", "10", "10 to 2", "3pm to 1pm", "25:00", "after lunch", "", "13pm", "2 to 3.15"]
)
def test_what_would_have_to_be_guessed_is_not_read(words: str) -> None:
    assert read_hours(words) is None


@given(st.text(alphabet="0123456789:.apm tonfrmid-–", max_size=30))
def test_any_words_are_read_or_not_and_end_after_they_start(words: str) -> None:
    hours = read_hours(words)

    assert hours is None or hours.end is None or hours.start < hours.end
