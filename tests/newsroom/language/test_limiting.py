"""Sentences that limit the one before them."""

import pytest

from flows.newsroom.language.limiting import limits


@pytest.mark.parametrize(
    "text",
    [
        "But nothing has been decided.",
        "However, the council says that it has no money for it.",
        "Not every team will have it.",
        "It does not affect support workers.",
        "This has yet to be agreed by the governors.",
        "The figures are provisional.",
        "They may change.",
        "Until then nothing has changed.",
        "It isn’t certain.",
    ],
)
def test_a_sentence_that_speaks_against_the_one_before_it_limits_it(text: str) -> None:
    assert limits(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hub opens on 4 May 2026.",
        "It opens in May.",
        "It has been free until now.",
        "Social workers may not see the newsletter.",
        "Buttons were sold.",
        "Yet another hub opened.",
        "They met again in the afternoon.",
    ],
)
def test_a_sentence_that_goes_on_or_stands_by_itself_limits_nothing(text: str) -> None:
    assert not limits(text)
