"""Days and times are told from other figures, and what only the writer's day explains from what stands for itself."""

import pytest

from flows.newsroom.language.moments import needs_its_day, without_moments


@pytest.mark.parametrize(
    ("sentence", "timeless"),
    [
        ("The Trust held its first conference on Wednesday 19 June.", "The Trust held its first conference."),
        ("A fair runs from 3 to 5 May 2026 at the hall.", "A fair runs at the hall."),
        ("The day, Tuesday 29 July, drew forty.", "The day drew forty."),
        ("Carers met the minister last Monday.", "Carers met the minister."),
        ("The hall is open from 10am to 4.30pm.", "The hall is open."),
        ("Doors open at noon on 1 June.", "Doors open."),
        ("The centre will reopen in early May.", "The centre will reopen."),
        ("The report will be out very soon.", "The report will be out."),
    ],
)
def test_days_and_times_go(sentence: str, timeless: str) -> None:
    assert without_moments(sentence) == timeless


@pytest.mark.parametrize(
    "sentence",
    [
        "Waits fell from 31 to 12 days.",
        "The rate rose from 3.12 to 4.15 per cent.",
        "The drop-in is open every Tuesday.",
        "Numbers halved between 2019 and 2021.",
        "The Good Friday Agreement is 28 years old.",
        "Carers may march in Luton.",
        "Places cost 10 to 20 pounds.",
    ],
)
def test_other_figures_and_names_stay(sentence: str) -> None:
    assert without_moments(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year, the team moved.",
        "We gathered in February of this year.",
        "A report will be out very soon.",
        "Over the last year many have joined.",
        "There are, at present, three of them.",
        "It closed two years ago.",
        "They meet this Thursday.",
        "Places will be given at the end of this month.",
        "The scheme has recently grown.",
    ],
)
def test_words_that_only_the_writers_day_explains_are_found(sentence: str) -> None:
    assert needs_its_day(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tuesday 29 July saw the first conference.",
        "The centre closed in 2012.",
        "Call as soon as you can.",
        "She left shortly after the vote.",
        "It was their first year in employment.",
        "The presentation lasted an hour.",
        "World Social Work Day is an opportunity.",
    ],
)
def test_a_day_in_full_and_a_length_of_time_stand_for_themselves(sentence: str) -> None:
    assert not needs_its_day(sentence)
