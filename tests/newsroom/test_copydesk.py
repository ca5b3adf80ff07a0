"""The copy desk makes an article of a document, with everything in its place."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.model import (
    Article,
    Confidence,
    DateBasis,
    Dated,
    Defaults,
    HeadlineOrigin,
    LightKind,
    RawDocument,
    SettledDay,
)
from tests.factories import ISSUE_DAY, a_raw_document, a_source

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = "Carers met the council in Luton. They told it what they need."
POLISH = "Opiekunowie spotkali się z radą miasta i powiedzieli, czego potrzebują. To było bardzo dobre spotkanie. " * 3
LINES = [
    PROSE,
    "27 June 2019",
    "Ann Archer",
    "Leave a comment",
    "She said: “Yes",
    "Meeting on 3 May",
    "",
    "  ",
    "Su attends.",
]


def desk(raw: RawDocument) -> Article:
    return make_article(raw, lexicon=default_lexicon(), today=ISSUE_DAY)


def test_a_document_becomes_an_article() -> None:
    article = desk(a_raw_document("Carers meet the council", "27 June 2019", PROSE, "Ann Archer", "Leave a comment"))

    assert article.text == PROSE
    assert article.headline.text == "Carers meet the council"
    assert article.headline.origin is HeadlineOrigin.TITLE
    assert article.published.date == dt.date(2019, 6, 27)
    assert article.byline == "Ann Archer"
    assert [change.rule for change in article.changes] == ["title", "date line", "signature", "comments"]


def test_sentences_stand_where_they_say() -> None:
    article = desk(a_raw_document(PROSE, PROSE))

    assert [article.text[s.start : s.end] for s in article.sentences] == [s.text for s in article.sentences]
    assert [sentence.block for sentence in article.sentences] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    "lines",
    [
        ("Leave a comment",),
        ("Home", "About us", "Contact us", "Skip to content"),
        ("* * *",),
        (" ",),
        (),
    ],
)
def test_a_document_of_furniture_is_turned_away_in_plain_words(lines: tuple[str, ...]) -> None:
    with pytest.raises(EmptyDocumentError, match="Nothing but menus") as caught:
        desk(a_raw_document(*lines))

    assert not any(line.strip() and line in str(caught.value) for line in lines)
    assert "notice.txt" not in str(caught.value)


def test_the_same_words_have_the_same_identity() -> None:
    one, other = desk(a_raw_document(PROSE, PROSE)), desk(a_raw_document(f"{PROSE}  {PROSE}".upper()))

    assert one.id == other.id
    assert desk(a_raw_document(PROSE)).id != one.id


def test_the_identity_is_that_of_the_text_that_is_stored() -> None:
    with_furniture = desk(a_raw_document(PROSE, "Leave a comment"))

    assert with_furniture.id == desk(a_raw_document(PROSE)).id


def test_a_date_that_the_format_carries_is_kept() -> None:
    given_date = Dated(date=dt.date(2026, 5, 3), basis=DateBasis.PAGE, confidence=Confidence.HIGH)

    assert desk(replace(a_raw_document(PROSE), published=given_date)).published == given_date


def test_people_are_those_in_title_and_text_and_whoever_signs() -> None:
    article = desk(a_raw_document("Dr Bob Lee leaves the forum", "Cyd Ray said so. It was sad.", "Ann Archer"))

    assert article.people == ("Bob Lee", "Cyd Ray", "Ann Archer")


def test_two_authors_are_none_and_a_question() -> None:
    article = desk(replace(a_raw_document(PROSE, "Ann Archer"), author="Bob Lee"))

    assert article.byline is None
    assert any("different authors" in light.reason for light in article.lights)


def test_what_the_reader_noted_becomes_a_light() -> None:
    article = desk(replace(a_raw_document(PROSE), notes=("The file is cut off.",)))

    assert "The file is cut off." in [light.reason for light in article.lights if light.kind is LightKind.READING]


@pytest.mark.parametrize(("text", "language"), [(PROSE, None), (PROSE * 4, "en"), (POLISH, "pl")])
def test_the_language_is_told_from_two_hundred_characters_on(text: str, language: str | None) -> None:
    assert desk(a_raw_document(text)).language == language


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40).map(lambda text: " ".join(text.split())), max_size=10))
@settings(max_examples=40)
def test_every_sentence_comes_from_the_document(lines: list[str]) -> None:
    raw = a_raw_document(*lines)
    try:
        article = desk(raw)
    except EmptyDocumentError:
        return

    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert all(any(block.text in line for line in lines) for block in article.blocks)
    assert all(light.sentence is None or light.sentence < len(article.sentences) for light in article.lights)
    assert all(event.sentence is None or event.sentence < len(article.sentences) for event in article.events)


def test_what_a_person_says_of_a_document_goes_before_what_it_says_itself() -> None:
    said = Defaults(title="Respite care reopens", published=dt.date(2026, 3, 20))
    raw = a_raw_document("27 June 2019", PROSE, PROSE, source=a_source(defaults=said))

    article = desk(raw)

    assert (article.headline.text, article.headline.origin) == ("Respite care reopens", HeadlineOrigin.SETTLED)
    assert (article.published.date, article.published.basis) == (dt.date(2026, 3, 20), DateBasis.SETTLED)


def test_a_person_settles_who_signs_and_which_days_are_meant() -> None:
    days = {"17 August": "2026-08-17", "6 Tachwedd": "2026-11-06", "9 May": "2026-05-09"}
    said = Defaults(
        author="Ann Archer",
        days=tuple(SettledDay(words=words, date=dt.date.fromisoformat(day)) for words, day in days.items()),
    )
    raw = a_raw_document(PROSE, "They met on 17 August. Yr un nesaf: 6 Tachwedd.", source=a_source(defaults=said))

    article = desk(raw)

    assert article.byline == "Ann Archer"
    assert "Ann Archer" in article.people
    told = [(event.when.words, event.when.date, event.when.basis) for event in article.events]
    assert told == [
        ("17 August", dt.date(2026, 8, 17), DateBasis.SETTLED),
        ("6 Tachwedd", dt.date(2026, 11, 6), DateBasis.SETTLED),
    ]
    assert any("“9 May”, and these words do not stand in the text" in light.reason for light in article.lights)


def test_a_headline_is_never_made_of_a_private_sentence() -> None:
    private = "One social worker was indignant that the carers centre had moved its advice sessions."
    article = desk(a_raw_document(f"{private} The carers centre opens a second room for advice sessions in Anytown."))

    assert article.sensitive == {0}
    assert article.headline.text
    assert "indignant" not in article.headline.text
