"""Which marks open, which close, and which are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.language.quotation_marks import find_quoted


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We listened,” she said.", ["We listened,"]),
        ('"We listened," she said.', ["We listened,"]),
        ("‘We listened,’ she said.", ["We listened,"]),
        ("'We listened,' she said.", ["We listened,"]),
        ('He said: “It is over."', ["It is over."]),
        ("„Wir haben gewartet”, sagte sie.", ["Wir haben gewartet"]),
        ('"Also the “what matters” approach," she said.', ["Also the “what matters” approach,"]),
        ("“She told me ‘never again’ and meant it.”", ["She told me ‘never again’ and meant it."]),
    ],
)
def test_marks_of_every_kind_pair(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It’s the carers’ centre’s own.",
        "It's the carers' centre's own.",
        "In the ’90s and the '90s, 'til now.",
        "A ward of 9’ by 6’.",
        "",
    ],
)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_single_marks_does_not_end_them() -> None:
    assert quoted("‘The carers’ centre can’t close,’ he said.") == ["The carers’ centre can’t close,"]


def test_of_two_opening_marks_the_first_is_given_up() -> None:
    assert quoted("He said “we agree. She said “no”.") == ["no"]


def test_a_quotation_without_an_end_lasts_to_the_end_of_the_paragraph() -> None:
    (found,) = find_quoted("He said: “It was a great day.")

    assert (found.start, found.end, found.is_closed) == (10, 29, False)


@given(st.text(alphabet="ab .,“”\"‘’'s", max_size=40))
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    found = find_quoted(text)

    edges = [edge for one in found for edge in (one.outer_start, one.start, one.end, one.outer_end)]
    assert edges == sorted(edges)
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text))
