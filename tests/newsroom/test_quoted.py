"""Somebody's words are printed as they agreed to, or not at all."""

import datetime as dt

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Voice
from flows.newsroom.quoted import read_voices
from tests.factories import ISSUE_DAY

ANN = '[[voice]]\nwords = "She rang."\nwho = "Ann, a carer."\nconsent = 2026-11-21\n'


def test_words_are_read_with_who_said_them_and_the_day_of_their_consent() -> None:
    assert read_voices(ANN, ISSUE_DAY) == (Voice(words="She rang.", who="Ann, a carer", consent=dt.date(2026, 11, 21)),)


def test_marks_around_the_words_are_not_printed_twice() -> None:
    (voice,) = read_voices(ANN.replace("She rang.", "“She  rang.”"), ISSUE_DAY)

    assert voice.words == "She rang."


def test_marks_that_belong_to_the_words_stay() -> None:
    (voice,) = read_voices(ANN.replace("She rang.", "“Ring me,” I said. “Soon.”"), ISSUE_DAY)

    assert voice.words == "“Ring me,” I said. “Soon.”"


def test_an_empty_file_holds_no_voice() -> None:
    assert read_voices("", ISSUE_DAY) == ()


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (ANN.replace("consent = 2026-11-21\n", ""), "'consent' of number 1 does not fit or is missing"),
        (ANN.replace("2026-11-21", '"yes"'), "'consent' of number 1"),
        (
            ANN + ANN.replace("2026-11-21", "2026-11-22"),
            "number 2 .* on 22 November 2026, after this issue",
        ),
        (ANN.replace("She rang.", "word " * 81), "number 1 has 81 words; the most is 80"),
        (ANN + "name = 1\n", "'name' of number 1"),
        (ANN * 5, "The most is 4"),
        ("[[voice", "cannot be understood"),
    ],
)
def test_what_does_not_fit_is_told_without_anybodys_words(toml: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words) as refused:
        read_voices(toml, ISSUE_DAY)

    assert "She rang" not in str(refused.value)
