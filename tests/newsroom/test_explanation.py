"""An explanation says what was found in a document and what each finding stands on."""

import datetime as dt
from dataclasses import replace

from flows.newsroom.explanation import explain
from flows.newsroom.model import (
    Action,
    Change,
    Colour,
    Confidence,
    DateBasis,
    Dated,
    Draft,
    Event,
    Light,
    LightKind,
)
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_classification, a_summary, an_article

CONFLICT = Dated(
    basis=DateBasis.CONFLICT,
    words="17 August",
    candidates=(dt.date(2017, 8, 17),),
    evidence=("It is told as past, yet it is after the document's own date.",),
)
STATED = Dated(date=dt.date(2018, 7, 27), basis=DateBasis.STATED, confidence=Confidence.HIGH, words="27 July 2018")


def explained(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {chapter.title: chapter.lines for chapter in explain(draft, default_taxonomy())}


def a_draft(**changes: object) -> Draft:
    article = an_article("Carers met the minister.", "They spoke of breaks.", **changes)  # type: ignore[arg-type]
    return Draft(article=article, summary=a_summary(article, 1), classification=a_classification())


def test_each_date_stands_with_its_basis_its_words_and_whether_it_is_printed() -> None:
    event = Event(name="meeting", when=CONFLICT, places=("Wandsworth",), sentence=0)

    said = explained(a_draft(published=STATED, events=(event,)))

    assert said["Published"] == (
        "Friday 27 July 2018: stated, confidence high, printed, from the words “27 July 2018”",
    )
    assert said["Events"] == (
        "meeting in Wandsworth [sentence 1]",
        "  no day chosen: conflict, confidence none, not printed, from the words “17 August”",
        "  possible days: 2017-08-17",
        "  It is told as past, yet it is after the document's own date.",
    )


def test_a_judgement_stands_with_the_words_that_led_to_it() -> None:
    said = explained(a_draft())

    assert said["Subject"] == ("Events and networking, 80 %, because of “conference”", "sure")
    assert said["Printed"] == ("under Events and networking, in its own sentences",)


def test_a_sentence_of_the_summary_is_named_by_its_number() -> None:
    assert explained(a_draft())["Summary"] == ("They spoke of breaks. [sentence 2], what happened",)


def test_everything_removed_stands_with_the_name_of_the_rule() -> None:
    draft = a_draft()
    change = Change(block=3, text="Leave a comment", action=Action.REMOVED, rule="comments")
    article = an_article("Carers met.")

    said = explained(replace(draft, article=replace(article, changes=(change,)), summary=a_summary(article)))

    assert said["Removed, moved or mended"] == ("removed (comments): Leave a comment",)


def test_a_light_stands_with_its_colour_and_sentence() -> None:
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="Ask first.", sentence=1)

    assert explained(a_draft(lights=(light,)))["To look at"] == ("amber, privacy: Ask first. [sentence 2]",)


def test_what_was_not_found_leaves_no_empty_chapter() -> None:
    said = explained(a_draft())

    assert "Events" not in said
    assert "Quotations" not in said
    assert all(said.values())
