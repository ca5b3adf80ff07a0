"""What the five seeds come out as: their headlines, summaries, forms and categories, judged as an editor would."""

import datetime as dt
import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.desk import compose
from flows.newsroom.duplicates import find_duplicates, fingerprint
from flows.newsroom.forms import form_of
from flows.newsroom.model import (
    Article,
    Classification,
    DateBasis,
    Defaults,
    DocumentId,
    Draft,
    Form,
    HeadlineOrigin,
    Masthead,
    Rights,
    Role,
    Source,
    Summary,
)
from flows.newsroom.readers import read
from flows.newsroom.summarisers.centroid import Centroid
from flows.newsroom.taxonomies import default_taxonomy
from tests.evaluation.chain import printed as everything_printed

SEEDS = Path(__file__).parents[2] / "seeds"
TODAY = dt.date(2026, 11, 21)
NUMBERS = ("000", "001", "002", "003", "004")


@cache
def article(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    content = path.read_bytes()
    source = Source(id=DocumentId(hashlib.sha256(content).hexdigest()), path=path.name, media_type="text/plain")
    return make_article(read(source, content), lexicon=default_lexicon(), today=TODAY)


@cache
def summary(number: str) -> Summary:
    own = article(number)
    return Centroid()(own, form_of(own.own_title, own.blocks)[0])


@cache
def classification(number: str) -> Classification:
    return Hybrid()(article(number), default_taxonomy())


def printed(number: str) -> str:
    return " ".join(extract.text for extract in summary(number).extracts)


@pytest.mark.parametrize(
    ("number", "text", "origin"),
    [
        ("000", "Trust holds its first social work conference", HeadlineOrigin.MADE),
        ("001", "Celebrating World Social Work Day, with fabulous events in Luton and Hackney", HeadlineOrigin.MADE),
        ("002", "First ever joint national conference in London for Principal Social Workers", HeadlineOrigin.MADE),
        ("003", "Meeting on 17 August between Wandsworth Social Workers and Voluntary Groups", HeadlineOrigin.TITLE),
        (
            "004",
            "How a grassroots movement reinvigorated social workers who felt ‘invisible’ in the NHS",
            HeadlineOrigin.TITLE,
        ),
    ],
)
def test_headlines(number: str, text: str, origin: HeadlineOrigin) -> None:
    headline = article(number).headline

    assert (headline.text, headline.origin) == (text, origin)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_summary_has_80_to_95_words_and_a_report_a_seventh_more(number: str) -> None:
    most = 95 if classification(number).form is Form.FEATURE else 108

    assert 80 <= summary(number).words <= most


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("000", "The Trust held its first social work conference on Wednesday 19 June."),
        ("000", "125 colleagues came together"),
        ("000", "Trust CEO Dr Navina Evans opened the conference."),
        ("001", "Tuesday, 19 March we celebrated World Social Work Day, with fabulous events in Luton and Hackney."),
        ("001", "around 220 social workers working in and around the Trust, with around 140 working for the Trust"),
        ("001", "Thinkahead programme bringing 8 new people into social work careers in the Trust every year"),
        ("002", "Tuesday 29 July saw the first ever joint national conference in London for Principal Social Workers"),
        ("002", "over 150 delegates evenly split across children’s and adult services"),
        (
            "003",
            "16 social workers including 3 or 4 information staff and 16 representatives of voluntary groups",
        ),
        ("003", "on one page only suggested, and visits to voluntary groups"),
        ("003", "Social workers do not usually see the Forum newsletter"),
        ("004", "Phil Wilshire, social work lead at Avon and Wiltshire Partnership NHS Trust"),
        ("004", "committed to appointing a permanent head of social care"),
    ],
)
def test_what_must_be_told_is_told(number: str, told: str) -> None:
    assert told in printed(number)


@pytest.mark.parametrize(
    ("number", "never"),
    [
        ("000", r"very soon"),
        ("000", r"next steps\.\"|great day"),  # the director's words without his name
        ("000", r"service user"),
        ("002", r"Lake District|holidays, I|Leave a comment"),
        ("002", r"2015|shortly|last year"),
        ("002", r"Consultation on the Regulations|Statements of skills|contributed to:"),
        ("002", r"\bI\b"),
        ("003", r"14 %|careplace|indignant|\bSu\b|\bI\b"),
        ("004", r"read here|this year|Last year|Here’s what|Social worker Phil Wilshire|[Ii]mproved partnerships"),
        ("004", r"Comments are closed|More from"),
    ],
)
def test_what_must_never_be_said_is_not_said(number: str, never: str) -> None:
    assert not re.search(never, printed(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_sentence_stands_in_the_seed_word_for_word(number: str) -> None:
    extracts = summary(number).extracts

    assert all(extract.text == article(number).sentences[extract.sentence].text for extract in extracts)
    assert article(number).sensitive.isdisjoint(extract.sentence for extract in extracts)


@pytest.mark.parametrize(
    ("number", "form"),
    [
        ("000", Form.EVENT_REPORT),
        ("001", Form.EVENT_REPORT),
        ("002", Form.EVENT_REPORT),
        ("003", Form.MEETING_NOTE),
        ("004", Form.FEATURE),
    ],
)
def test_forms(number: str, form: Form) -> None:
    assert classification(number).form is form


@pytest.mark.parametrize(
    ("number", "category"),
    [("000", "events"), ("001", "events"), ("002", "events"), ("003", "voluntary"), ("004", "profession")],
)
def test_categories(number: str, category: str) -> None:
    assert classification(number).topics[0].category == category


def test_a_conference_about_everything_is_an_event_with_doubts_or_without() -> None:
    made = classification("000")

    assert made.topics[0].category == "events"
    assert {"conference", "stalls"} <= set(made.topics[0].evidence)
    assert made.topics[0].confidence < classification("002").topics[0].confidence


@pytest.mark.parametrize("number", NUMBERS)
def test_house_words_are_no_evidence(number: str) -> None:
    evidence = {words.lower() for topic in classification(number).topics for words in topic.evidence}

    assert evidence.isdisjoint(
        {"trust", "social work", "social workers", "service", "services", "health", "care", "people"}
    )


def test_figures_and_next_steps_are_told_apart() -> None:
    roles = {extract.role for extract in summary("003").extracts}

    assert roles == {Role.WHAT_HAPPENED, Role.FIGURES, Role.NEXT_STEPS}


def test_no_seed_says_what_another_says() -> None:
    assert find_duplicates([fingerprint(article(number)) for number in NUMBERS]) == ()


@pytest.mark.parametrize(
    ("number", "figure"),
    [
        ("000", "125 colleagues"),
        ("001", "Dozens of people"),
        ("001", "around 220 social workers"),
        ("001", "around 140"),
        ("001", "8 new people"),
        ("002", "over 150 delegates"),
        ("002", "over 17,000 social workers"),
        ("002", "around 1.5 million people"),
        ("003", "16 social workers"),
        ("003", "3 or 4 information staff"),
        ("003", "16 representatives"),
        ("003", "I think, at present 14 %"),
        ("004", "over 90 social workers"),
        ("004", "six local authorities"),
        ("004", "16 sides"),
    ],
)
def test_figures_keep_their_hedges(number: str, figure: str) -> None:
    assert figure in {found.text for found in article(number).findings.figures}


def test_a_financial_year_is_no_figure() -> None:
    assert not any("2019" in found.text for found in article("001").findings.figures)


def test_who_came_is_told_by_the_figures_of_the_first_sentence_about_it() -> None:
    came = [found.text for found in article("003").findings.figures if found.is_attendance]

    assert came == ["16 social workers", "3 or 4 information staff", "16 representatives"]


@pytest.mark.parametrize(
    ("number", "speaker", "words"), [("000", "Richard Fradgley", 141), ("004", "our chief executive", 69)]
)
def test_a_quotation_is_whole_and_has_its_speaker(number: str, speaker: str, words: int) -> None:
    (found,) = article(number).findings.quotations

    assert (found.speaker, len(found.text.split())) == (speaker, words)


@pytest.mark.parametrize("number", ["001", "002", "003"])
def test_titles_and_scare_quotes_of_the_seeds_are_no_quotations(number: str) -> None:
    assert article(number).findings.quotations == ()


def test_the_promised_report_is_remembered_with_its_speaker_and_a_guess() -> None:
    promise = next(one for one in article("000").findings.promises if "report" in one.text)

    assert (promise.due, promise.speaker) == ("very soon", "Richard Fradgley")
    assert (promise.due_by.date, promise.due_by.basis) == (dt.date(2019, 9, 26), DateBasis.INFERRED)


def test_the_promised_report_is_in_no_edition_even_of_our_own_because_very_soon_was_years_ago() -> None:
    told = article("000")
    ours = replace(told, source=replace(told.source, defaults=Defaults(rights=Rights.OWN)))
    draft = Draft(article=ours, summary=summary("000"), classification=classification("000"))

    issue = compose(Masthead(name="Practice Matters"), TODAY, [draft], [], default_taxonomy())

    assert "very soon" not in everything_printed(issue)
