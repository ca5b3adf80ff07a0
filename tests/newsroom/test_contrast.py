"""Contrast is measured as WCAG defines it, and a colour that is too weak has a near one that is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.contrast import NIGHT, WHITE, contrast, nearest_shade

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_known_pairs_have_their_known_contrast(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


@given(COLOURS, st.sampled_from([WHITE, NIGHT]))
def test_the_nearest_shade_can_be_read_and_a_colour_that_can_be_is_left_alone(colour: str, paper: str) -> None:
    shade = nearest_shade(colour, paper)

    assert contrast(shade, paper) >= 4.5
    assert shade == colour or contrast(colour, paper) < 4.5
