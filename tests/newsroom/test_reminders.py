"""What the coordinator is told about the findings of a story."""

import dataclasses

from flows.newsroom.model import Colour, Light, LightKind
from flows.newsroom.reminders import reminders
from tests.newsroom.findings.articles import an_article_of

TOLD = (
    "14 March 2024",
    "Around 40 carers met on the ward.",
    "Kwabena Frith said: “We will publish a report by the end of June.”",
    "A survey of carers is open. Please send your replies by Friday 26 April 2024.",
)


def test_a_story_names_who_is_quoted_what_to_check_and_what_to_remember() -> None:
    lines = reminders(an_article_of(*TOLD))

    assert lines == (
        "Quoted: Kwabena Frith",
        "Figures to check: Around 40 carers",
        "To remember: Kwabena Frith said: “We will publish a report by the end of June.” [due by 30 June 2024]",
        "Asked for: survey of carers, until 26 April 2024",
    )


def test_a_private_sentence_is_not_repeated() -> None:
    article = an_article_of(*TOLD)
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="Private.", sentence=1)

    lines = reminders(dataclasses.replace(article, lights=(light,)))

    assert "Kwabena" not in " ".join(lines)
