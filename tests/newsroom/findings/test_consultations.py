"""What people are asked to answer, and until when."""

import datetime as dt

import pytest

from flows.newsroom.model import Consultation, DateBasis
from tests.newsroom.findings.articles import an_article_of


def consultations(*paragraphs: str) -> tuple[Consultation, ...]:
    return an_article_of("1 November 2026", *paragraphs).findings.consultations


def test_a_consultation_has_a_name_a_closing_day_and_a_time() -> None:
    (found,) = consultations(
        "The council has opened a consultation on day opportunities for adults.",
        "The consultation closes at 5pm on Friday 4 December 2026.",
    )

    assert found.name == "consultation on day opportunities for adults"
    assert (found.closes.date, found.time, found.sentence) == (dt.date(2026, 12, 4), "5pm", 1)


def test_a_closing_day_without_a_year_is_dated_as_the_event_is() -> None:
    (found,) = consultations("Our survey of carers is open.", "Please send your replies by Friday 4 December.")

    assert (found.closes.date, found.closes.basis) == (dt.date(2026, 12, 4), DateBasis.NEAR)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("from 26 October 2026 to Friday 15 January 2027", dt.date(2027, 1, 15)),
        ("from Monday 2 to Friday 27 November 2026", dt.date(2026, 11, 27)),
    ],
)
def test_it_closes_on_the_last_day_of_those_on_which_it_runs(words: str, day: dt.date) -> None:
    (found,) = consultations(f"The consultation runs {words}.")

    assert found.closes.date == day


def test_two_closing_days_contradict_each_other() -> None:
    (found,) = consultations(
        "The consultation is open until 30 November 2026.", "Replies must reach us by Friday 4 December 2026."
    )

    assert (found.closes.date, found.closes.basis) == (None, DateBasis.CONFLICT)
    assert found.closes.candidates == (dt.date(2026, 11, 30), dt.date(2026, 12, 4))


def test_a_deadline_of_something_else_is_no_consultation() -> None:
    assert consultations("The post is advertised.", "The closing date is Friday 4 December 2026.") == ()


def test_it_says_who_asks_and_where_the_answer_goes() -> None:
    (found,) = consultations(
        "Eastmarsh Council is consulting on day opportunities until Friday 4 December 2026.",
        "Northshire Trust will read the report.",
        "Have your say at www.eastmarsh.example/days, or write to the council.",
    )

    assert (found.asked_by, found.answer_at) == ("Eastmarsh Council", "www.eastmarsh.example/days")


@pytest.mark.parametrize(
    "sentence",
    [
        "Eastmarsh Council and Northshire Trust met. Eastmarsh Council asks people and Northshire Trust asks carers.",
        "Eastmarsh Council has opened a day centre.",
        "Somebody is consulting.",
    ],
)
def test_where_it_is_not_plain_who_asks_nobody_is_named(sentence: str) -> None:
    (found,) = consultations("The consultation closes on Friday 4 December 2026.", sentence)

    assert found.asked_by is None


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        ("Send your comments to days@eastmarsh.example by then.", "days@eastmarsh.example"),
        ("To give your views ring 01632 960001.", "01632 960001"),
        ("The press office will answer at press@eastmarsh.example.", None),
        ("If you need help to answer, ring 01632 960377.", None),
        ("Our office is at www.eastmarsh.example.", None),
    ],
)
def test_an_address_is_for_answers_only_where_its_sentence_says_so(sentence: str, address: str | None) -> None:
    (found,) = consultations("The consultation closes on Friday 4 December 2026.", sentence)

    assert found.answer_at == address
