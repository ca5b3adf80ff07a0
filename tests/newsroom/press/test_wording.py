"""Facts in words: what is certain is said plainly, what is not is never made to look so."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.model import Confidence, DateBasis, Dated, Defaults, Event, Form, Rights, Story
from flows.newsroom.press import wording
from tests.factories import a_classification, a_source, a_story, a_summary, an_article, an_issue

DAY = dt.date(2019, 6, 19)
ISSUED = dt.date(2026, 11, 21)


def dated(basis: DateBasis, confidence: Confidence = Confidence.HIGH, words: str | None = None) -> Dated:
    return Dated(date=DAY, basis=basis, confidence=confidence, words=words)


def an_event(when: Dated, *places: str, last_day: dt.date | None = None) -> Event:
    return Event(name="conference", when=when, places=places, last_day=last_day)


def published(when: Dated) -> Story:
    article = an_article("A sentence.", published=when)
    return Story(article=article, classification=a_classification(), summary=a_summary(article), section="events")


@pytest.mark.parametrize("confidence", [Confidence.HIGH, Confidence.MEDIUM])
@pytest.mark.parametrize("basis", [DateBasis.STATED, DateBasis.PAGE, DateBasis.NEAR, DateBasis.SETTLED])
def test_a_certain_date_of_publication_is_printed(basis: DateBasis, confidence: Confidence) -> None:
    assert wording.publication(dated(basis, confidence)) == "19 June 2019"


@pytest.mark.parametrize(
    "when",
    [
        Dated(),
        dated(DateBasis.STATED, Confidence.LOW, "19 June"),
        dated(DateBasis.INFERRED, Confidence.MEDIUM, "19 June"),
        dated(DateBasis.CONFLICT),
    ],
)
def test_a_date_of_publication_that_is_not_certain_is_not_printed(when: Dated) -> None:
    assert wording.publication(when) == "Date not stated"


def test_a_document_whose_dates_disagree_is_dated_in_its_own_words_without_the_year() -> None:
    when = dated(DateBasis.CONFLICT, words="Wednesday 19 June, 2019")

    assert wording.publication(when) == "Wednesday 19 June (the document’s dates disagree)"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (DateBasis.STATED, "Wednesday 19 June 2019"),
        (DateBasis.NEAR, "Wednesday 19 June 2019"),
        (DateBasis.SETTLED, "Wednesday 19 June 2019"),
        (DateBasis.PAGE, "19 June 2019"),
    ],
)
def test_a_certain_event_is_told_with_its_weekday(basis: DateBasis, words: str) -> None:
    assert wording.event_line(an_event(dated(basis))) == words


def test_an_inferred_year_is_never_told() -> None:
    event = an_event(dated(DateBasis.INFERRED, words="Tuesday 29 July 2014"), "London")

    assert wording.event_line(event) == "Tuesday 29 July (year not stated), London"


def test_an_event_whose_dates_disagree_says_so() -> None:
    event = an_event(dated(DateBasis.CONFLICT, words="17 August"))

    assert wording.event_line(event) == "17 August (the document’s dates disagree)"


def test_an_event_without_a_day_or_words_for_it_has_no_line() -> None:
    assert wording.event_line(an_event(Dated(), "Luton")) is None


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (dt.date(2019, 6, 21), "Wednesday 19 to Friday 21 June 2019"),
        (dt.date(2019, 7, 2), "Wednesday 19 June to Tuesday 2 July 2019"),
        (dt.date(2020, 1, 2), "Wednesday 19 June 2019 to Thursday 2 January 2020"),
        (dt.date(2019, 6, 19), "Wednesday 19 June 2019"),
    ],
)
def test_an_event_of_several_days_says_month_and_year_once(last: dt.date, words: str) -> None:
    assert wording.event_day(an_event(dated(DateBasis.STATED), last_day=last)) == words


@given(st.sampled_from(DateBasis), st.sampled_from(Confidence), st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_a_year_is_printed_only_of_a_date_that_is_a_fact(
    basis: DateBasis, confidence: Confidence, day: dt.date
) -> None:
    when = Dated(date=day, basis=basis, confidence=confidence, words=f"{day.day} of the month, {day.year}")
    lines = (wording.publication(when), wording.event_day(an_event(when)) or "", wording.basis(when))

    is_fact = wording.printable_day(when) is not None

    assert all((str(day.year) in line) == is_fact for line in lines)


@pytest.mark.parametrize("basis", DateBasis)
@pytest.mark.parametrize("confidence", Confidence)
def test_every_basis_is_explained_in_a_sentence(basis: DateBasis, confidence: Confidence) -> None:
    told = wording.basis(dated(basis, confidence))

    assert told.endswith(".")
    assert "None" not in told


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (dt.date(2019, 6, 27), "From the archive: 2019"),
        (dt.date(2025, 11, 20), "From the archive: 2025"),
        (dt.date(2025, 11, 21), None),
        (dt.date(2026, 11, 1), None),
    ],
)
def test_what_is_older_than_twelve_months_comes_from_the_archive(day: dt.date, label: str | None) -> None:
    when = Dated(date=day, basis=DateBasis.STATED, confidence=Confidence.HIGH)

    assert wording.archive_label(published(when), ISSUED) == label


def test_a_story_of_unknown_date_has_no_archive_label() -> None:
    assert wording.archive_label(published(Dated()), ISSUED) is None


def test_a_signpost_is_made_of_facts_in_our_words() -> None:
    source = a_source(defaults=Defaults(organisation="Social Care Weekly", rights=Rights.PRESS))
    article = an_article("Theirs.", byline="Phil Wilshire", source=source, published=dated(DateBasis.STATED))
    story = Story(article=article, classification=a_classification(form=Form.FEATURE), summary=None, section="x")

    assert wording.signpost(story) == (
        "A feature by Phil Wilshire, from Social Care Weekly, 19 June 2019. We point to it rather than copy it."
    )


def test_a_signpost_leaves_out_what_is_not_known() -> None:
    assert wording.signpost(a_story(signpost=True)) == (
        "A news story, date not stated. We point to it rather than copy it."
    )


@pytest.mark.parametrize("form", Form)
def test_every_form_has_a_name_for_readers(form: Form) -> None:
    assert wording.FORMS[form]


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://www.example.org/a?b=1&c=2#d", "https://www.example.org/a?b=1&c=2#d"),
        ("http://example.org", "http://example.org"),
        ('https://example.org/dŵr a thŷ"><b>', "https://example.org/d%C5%B5r%20a%20th%C5%B7%22%3E%3Cb%3E"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("www.example.org", None),
        ("https://", None),
        ("https://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_whole_web_address_becomes_a_link(address: str | None, linked: str | None) -> None:
    assert wording.web_address(address) == linked


@pytest.mark.parametrize("contact", ["editor@forum.example.org", "a.b+c@example.co.uk"])
def test_an_email_address_is_known(contact: str) -> None:
    assert wording.is_mailbox(contact)


@pytest.mark.parametrize("contact", ["020 7946 0000", "javascript:alert(1)", "a@b", "a@b.c?subject=x", "a b@c.d", ""])
def test_what_is_no_email_address_is_known(contact: str) -> None:
    assert not wording.is_mailbox(contact)


def test_the_time_to_read_is_rounded_up() -> None:
    story = a_story(*["Ten words make this sentence, and two hundred a minute."] * 20, headline="Two words")

    assert wording.reading_time(an_issue(lead=story)) == "2 minute read"


def test_one_story_is_not_stories() -> None:
    assert wording.tally(1, "story", "stories") == "1 story"
    assert wording.tally(2, "story", "stories") == "2 stories"


@given(st.text(max_size=400))
def test_a_wrapped_line_is_never_longer_than_72(text: str) -> None:
    lines = wording.wrapped(text, "  ").split("\n")

    assert all(len(line) <= 72 for line in lines)


@pytest.mark.parametrize(("words", "mark"), [("A good day", "."), ("What holds?", ""), ("Ends.", ""), ("", ".")])
def test_a_sentence_ends_with_one_mark(words: str, mark: str) -> None:
    assert wording.stop(words) == mark
