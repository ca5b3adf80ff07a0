"""What becomes of a document that is not in English, or not only."""

import datetime as dt

import pytest

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.desk import compose
from flows.newsroom.model import Article, Defaults, Draft, Issue, LightKind, Masthead, Rights, Treatment
from flows.newsroom.openings import opening_of
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.record import issue_record
from flows.newsroom.renderers.text import PlainText
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import ISSUE_DAY, a_classification, a_raw_document, a_source, a_summary

WELSH = (
    "Ddydd Mercher daeth gofalwyr di-dâl a gweithwyr cymdeithasol at ei gilydd yn y neuadd goffa.",
    "Nid gofyn am ragor o daflenni yr oedd y gofalwyr, ond gofyn am rywun sy'n ateb y ffôn.",
    "Mae'r ddeddf yn rhoi'r hawl i ofalwyr gael asesiad, ond dim ond rhyw draean oedd wedi cael un.",
)
ENGLISH = (
    "On Wednesday unpaid carers and social workers came together in the memorial hall of the town.",
    "The carers did not ask for more leaflets, they asked for somebody who answers the telephone.",
    "The law gives carers the right to an assessment, but only a third of them had been given one.",
)

MORE = (
    "The next meeting of the forum will be on the first Wednesday in June, in the library at the harbour.",
    "Everybody who cares for a relative, a friend or a neighbour is invited, and there will be tea for all of them.",
    "Whoever needs a lift, a translator or somebody to sit in at home should tell the council two weeks before.",
)


def an_article_of(*lines: str, title: str = "Gwrando yn gyntaf") -> Article:
    source = a_source(defaults=Defaults(rights=Rights.OWN))
    return make_article(
        a_raw_document(*lines, source=source, title=title), lexicon=default_lexicon(), today=dt.date(2026, 11, 21)
    )


def an_issue_of(article: Article, *sentences: int) -> Issue:
    summary = opening_of(article) if article.is_foreign else a_summary(article, *sentences)
    draft = Draft(article=article, summary=summary, classification=a_classification())
    return compose(Masthead(name="Practice Matters"), ISSUE_DAY, [draft], [], default_taxonomy())


@pytest.fixture(scope="module")
def welsh() -> Issue:
    return an_issue_of(an_article_of(*WELSH))


def test_a_text_in_another_language_is_printed_as_its_first_sentences_and_said_to_be_so(welsh: Issue) -> None:
    galley = set_issue(welsh)

    (story,) = galley.stories
    assert welsh.stories[0].treatment is Treatment.OPENING
    assert story.tongue == "This text is in Welsh. It begins:"
    assert [passage.text for passage in story.passages] == list(WELSH[:3])
    assert {passage.language for passage in story.passages} == {"cy"}
    assert galley.lead is None


def test_the_plain_text_says_the_language_too(welsh: Issue) -> None:
    edition = PlainText()(welsh)

    assert "This text is in Welsh. It begins:" in edition.content.decode()


def test_the_record_says_how_it_is_printed_and_in_which_language(welsh: Issue) -> None:
    (story,) = issue_record(welsh).stories

    assert (story.treatment, story.language) == (Treatment.OPENING, "cy")


def test_of_two_languages_the_english_is_taken_and_the_other_named() -> None:
    article = an_article_of(*WELSH, *ENGLISH)

    (story,) = set_issue(an_issue_of(article)).stories
    assert article.text.splitlines() == list(ENGLISH)
    assert (article.language, article.also_in) == ("en", "cy")
    assert ("Also in", "Welsh") in {(fact.name, fact.words) for fact in story.facts}
    assert any(light.kind is LightKind.READING and "Welsh as well" in light.reason for light in article.lights)


def test_a_line_of_english_below_a_text_of_another_language_is_no_second_version() -> None:
    article = an_article_of(*WELSH, "Ring the council if you want this leaflet in English.")

    assert (article.language, article.also_in) == ("cy", None)


def test_a_sentence_in_another_language_is_marked_and_a_quotation_in_it_held_back() -> None:
    article = an_article_of(*ENGLISH, *MORE, WELSH[2], f"“{WELSH[1]}”", title="Listening first")

    (story,) = set_issue(an_issue_of(article, 6)).stories
    assert [sentence.language for sentence in article.sentences] == [*([None] * 6), "cy", "cy"]
    assert [passage.language for passage in story.passages] == ["cy"]
    assert 7 in article.sensitive
