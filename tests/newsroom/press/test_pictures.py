"""Pictures of data stand where they help, say all they show in words, and never crowd."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.press.pictures import DIGIT, NARROW, WIDE, Label, draw_bars, draw_pictures, draw_timeline

ISSUED = dt.date(2026, 11, 21)
ROWS = (("Events and networking", 7), ("Voluntary and community groups", 1), ("Practice and learning", 5))


def days(*ahead: int) -> list[dt.date]:
    return [ISSUED + dt.timedelta(days=number) for number in ahead]


@pytest.mark.parametrize("ahead", [(), (3, 9, 20), (3, 3, 9, 20), range(1, 14), (0, 0, 0, 0), (5, 9, 20, 400)])
def test_there_is_no_timeline_where_it_would_not_help(ahead: tuple[int, ...]) -> None:
    assert draw_timeline(days(*ahead), ISSUED, WIDE) is None


def test_days_that_all_lie_close_together_make_no_timeline() -> None:
    assert draw_timeline(days(1, 2, 3, 4, 200), ISSUED, WIDE) is None


@given(st.sets(st.integers(min_value=1, max_value=366), min_size=4, max_size=12), st.sampled_from([WIDE, NARROW]))
def test_no_two_numbers_of_a_timeline_touch_and_all_stand_within(ahead: set[int], width: int) -> None:
    drawn = draw_timeline(days(*ahead), ISSUED, width)

    if drawn is None:
        return
    numbers = [number for label in drawn.labels for number in label.words.split(", ")]
    edges = [(label.x - half_of(label), label.x + half_of(label)) for label in drawn.labels]
    assert numbers == [str(day.day) for day in sorted(days(*ahead))]
    assert len(drawn.dots) == len(numbers)
    assert all(drawn.start <= x <= drawn.end for x in drawn.dots)
    assert all(left >= 0 and right <= width for left, right in edges)
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def half_of(label: Label) -> float:
    return len(label.words) * DIGIT / 2 - 0.05  # they are rounded


def test_a_timeline_says_every_day_in_words_and_names_its_months() -> None:
    drawn = draw_timeline(days(12, 13, 30, 45), ISSUED, WIDE)

    assert drawn
    assert drawn.words == (
        "Timeline of the 4 days below, from Saturday 21 November 2026 on: Thursday 3 December 2026; "
        "Friday 4 December 2026; Monday 21 December 2026; Tuesday 5 January 2027."
    )
    assert [month.name for month in drawn.months] == ["Nov", "Dec", "Jan"]
    assert [label.words for label in drawn.labels] == ["3, 4", "21", "5"]


@pytest.mark.parametrize("counts", [(12,), (6, 6), (4, 4, 4), (4, 7, 5), (1, 2, 3), (1,) * 10])
def test_there_are_no_bars_where_they_would_not_help(counts: tuple[int, ...]) -> None:
    assert draw_bars([(f"Heading {place}", count) for place, count in enumerate(counts)], WIDE) is None


def test_bars_are_as_long_as_their_numbers_and_said_in_words() -> None:
    drawn = draw_bars(ROWS, WIDE)

    assert drawn
    first, second, third = drawn.bars
    assert first.length == pytest.approx(7 * second.length, abs=1)
    assert third.length == pytest.approx(5 * second.length, abs=1)
    assert first.count_x + 10 <= WIDE
    assert drawn.words == (
        "Bar chart of the stories under each heading: Events and networking, 7 stories; "
        "Voluntary and community groups, 1 story; Practice and learning, 5 stories."
    )


def test_on_a_telephone_a_label_stands_above_its_bar() -> None:
    drawn = draw_bars(ROWS, NARROW)

    assert drawn
    assert {bar.x for bar in drawn.bars} == {0}
    assert all(bar.label_y < bar.y for bar in drawn.bars)


def test_a_label_that_no_picture_can_hold_leaves_it_out() -> None:
    assert draw_bars([("W" * 60, 9), *ROWS[1:]], WIDE) is None


def test_an_issue_with_little_in_it_has_no_pictures() -> None:
    drawn = draw_pictures(days(4, 9), ISSUED, ROWS[:2])

    assert (drawn.timeline, drawn.narrow_timeline, drawn.bars, drawn.narrow_bars) == (None, None, None, None)
