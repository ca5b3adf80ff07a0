"""What a document says about an event beside its day and its place."""

import pytest

from flows.newsroom.model import Event
from tests.newsroom.findings.articles import an_article_of


def event(*paragraphs: str) -> Event:
    return next(event for event in an_article_of("14 November 2026", *paragraphs).events if event.name)


def test_a_notice_tells_time_cost_contact_and_how_to_book() -> None:
    found = event(
        "A workshop for carers will be held on Thursday 3 December 2026 from 10am to 3.30pm at the Corn Exchange.",
        "Tickets cost £5 a person.",
        "To book, write to learning@brackenford.example by the end of the week before.",
    )

    assert (found.time, found.cost, found.contact) == (
        "from 10am to 3.30pm",
        "£5 a person",
        "learning@brackenford.example",
    )
    assert found.booking == "To book, write to learning@brackenford.example by the end of the week before."


@pytest.mark.parametrize("line", ["Contact: Noor Ashcombe on 01632 960820", "Ring Noor Ashcombe on 01632 960820."])
def test_whom_to_ask_is_named_as_the_document_does(line: str) -> None:
    found = event("The next forum meeting is on Thursday 3 December 2026 at 2pm.", line)

    assert (found.contact, found.time) == ("Noor Ashcombe on 01632 960820", "2pm")


def test_what_is_not_said_is_not_known() -> None:
    found = event("The next forum meeting is on Thursday 3 December 2026.", "The grant of £1.4 million is free money.")

    assert (found.time, found.contact, found.booking) == (None, None, None)
