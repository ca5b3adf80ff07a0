"""What stands beside a story: somebody's words, and until when readers may answer."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.model import Article, Colour, Defaults, Light, LightKind, Rights, Story
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.press.voices import Pulled, open_consultation, pull_quotation
from tests.factories import a_classification, a_section, a_summary, an_issue
from tests.newsroom.findings.articles import an_article_of

SAID = "Kwabena Frith said: “We waited nine years for this door to open.” Nobody answered."


def a_story_of(*paragraphs: str, rights: Rights = Rights.OWN) -> Story:
    article = an_article_of("The hub opened to the public.", *paragraphs)
    source = replace(article.source, defaults=Defaults(rights=rights))
    return _story(replace(article, source=source))


def _story(article: Article) -> Story:
    return Story(article=article, classification=a_classification(), summary=a_summary(article, 0), section="events")


def test_a_quotation_of_a_named_speaker_stands_beside_a_story_of_ours() -> None:
    words, speaker = "We waited nine years for this door to open.", "Kwabena Frith"
    assert pull_quotation(a_story_of(SAID)) == Pulled(words=words, speaker=speaker, sentences=(2,))


@pytest.mark.parametrize("rights", [Rights.PRESS, Rights.ASK])
def test_of_a_document_that_is_not_ours_nobody_is_quoted(rights: Rights) -> None:
    assert pull_quotation(a_story_of(SAID, rights=rights)) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "One carer said: “We waited nine years for this door to open.”",
        "Kwabena Frith said: “We waited nine years for this door to open.",
        "Kwabena Frith said: “A report on all that we heard will be out very soon.”",
        "Kwabena Frith called it “a door”.",
    ],
)
def test_what_is_not_certain_or_only_true_on_its_own_day_is_not_pulled(paragraph: str) -> None:
    assert pull_quotation(a_story_of(paragraph)) is None


def test_a_private_sentence_is_not_pulled() -> None:
    story = a_story_of(SAID)
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="Private.", sentence=1)

    assert pull_quotation(replace(story, article=replace(story.article, lights=(light,)))) is None


@pytest.mark.parametrize(("issued", "is_open"), [(dt.date(2026, 12, 4), True), (dt.date(2026, 12, 5), False)])
def test_a_consultation_is_shown_until_it_closes(issued: dt.date, is_open: bool) -> None:  # noqa: FBT001
    story = a_story_of("Our consultation on day centres closes at 5pm on Friday 4 December 2026.")

    galley = set_issue(an_issue(a_section(story), date=issued))

    words = [fact.words for fact in galley.stories[0].facts if fact.name == "Have your say by"]
    assert words == (["Friday 4 December 2026, 5pm"] if is_open else [])
    assert (open_consultation(story, issued) is not None) is is_open
