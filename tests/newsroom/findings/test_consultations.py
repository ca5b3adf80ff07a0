"""What people are asked to answer, and until when."""

import datetime as dt

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


def test_two_closing_days_contradict_each_other() -> None:
    (found,) = consultations(
        "The consultation is open until 30 November 2026.", "Replies must reach us by Friday 4 December 2026."
    )

    assert (found.closes.date, found.closes.basis) == (None, DateBasis.CONFLICT)
    assert found.closes.candidates == (dt.date(2026, 11, 30), dt.date(2026, 12, 4))


def test_a_deadline_of_something_else_is_no_consultation() -> None:
    assert consultations("The post is advertised.", "The closing date is Friday 4 December 2026.") == ()
