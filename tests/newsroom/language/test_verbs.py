"""A verb changes its tense only where its form is beyond doubt."""

import pytest

from flows.newsroom.language.verbs import Number, in_present, number_of, without_first_person


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Trust held its first conference", "The Trust holds its first conference"),
        ("Carers in Ashby held a vigil", "Carers in Ashby hold a vigil"),
        ("The council has launched a survey", "The council launches a survey"),
        ("Two boroughs have agreed a plan", "Two boroughs agree a plan"),
        ("The conference was held at the town hall", "The conference held at the town hall"),
        ("Staff at Oak House celebrated Carers Week", "Staff at Oak House celebrate Carers Week"),
        ("The cabinet has recently approved the budget", "The cabinet approves the budget"),
        ("The regulator warned that posts are empty", "The regulator warns that posts are empty"),
    ],
)
def test_a_plain_past_becomes_present(sentence: str, told: str) -> None:
    assert in_present(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Navina Evans opened the conference",  # one person or several of that name
        "The planned new centre will have a garden",
        "A report published by the council calls for calm",
        "Work started in 2018 continues",
        "Carers who had joined the group met the mayor",
        "The council had agreed the plan",
        "The group discussed transport",
    ],
)
def test_a_doubtful_form_stays(sentence: str) -> None:
    assert in_present(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("We celebrated World Social Work Day", "Celebrating World Social Work Day"),
        ("We have launched a directory", "Launching a directory"),
        ("We are planning a fair", "Planning a fair"),
        ("We met in Luton", "Meeting in Luton"),
    ],
)
def test_our_doings_lose_their_we(sentence: str, told: str) -> None:
    assert without_first_person(sentence) == told


@pytest.mark.parametrize(
    "sentence", ["We need more carers", "I spoke to a nurse", "We agreed", "We have the best team"]
)
def test_a_we_that_cannot_be_left_out_stays(sentence: str) -> None:
    assert without_first_person(sentence) == sentence


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("The Trust", Number.SINGULAR),
        ("Carers", Number.PLURAL),
        ("More than 60 volunteers", Number.PLURAL),
        ("A group of carers", Number.SINGULAR),
        ("Young people from Luton", Number.PLURAL),
        ("Navina Evans", Number.UNKNOWN),
        ("The council and the trust", Number.UNKNOWN),
        ("The news", Number.SINGULAR),
    ],
)
def test_a_subject_is_one_or_many_or_in_doubt(subject: str, number: Number) -> None:
    assert number_of(subject) is number
