"""Events are named and placed in the document's own words."""

import datetime as dt

import pytest

from flows.newsroom.dating import Chronicle, Telling, find_events
from flows.newsroom.model import Confidence, DateBasis, Dated

TODAY = dt.date(2026, 11, 21)
PUBLISHED = Dated(date=dt.date(2026, 5, 10), basis=DateBasis.STATED, confidence=Confidence.HIGH)


def chronicle(*sentences: str, title: str | None = None, published: Dated = PUBLISHED) -> Chronicle:
    tellings = [Telling(text=title, sentence=None)] if title else []
    tellings += [Telling(text=text, sentence=index) for index, text in enumerate(sentences)]
    return find_events(tellings, published, today=TODAY)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Trust held its first social work conference on 3 May.", "first social work conference"),
        ("Tuesday, 5 May we celebrated World Social Work Day, with events in Luton.", "World Social Work Day"),
        ("29 April saw the first ever joint national conference in London.", "first ever joint national conference"),
        ("The annual general meeting is on 20 May.", "annual general meeting"),
        ("The next meeting of the Anytown Forum is on 20 May.", "meeting of the Anytown Forum"),
        ("The 12 May meeting heard from carers.", "meeting"),
        ("Closing date for applications: 20 May.", "Closing date for applications"),
        ("The consultation closes on 20 May.", "consultation closes"),
        ("Come to the fair on 20 May.", "fair"),
        ("Send your views by 20 May, before the conference.", None),
        ("The hub opened on 3 May.", None),
        ("The next refresher day for AMHPs takes place on 14 January 2027.", "refresher day for AMHPs"),
        ("A wellbeing afternoon will be held on 14 January 2027.", "wellbeing afternoon"),
        ("Of course we meet on 14 January 2027.", None),
    ],
)
def test_an_event_is_named_in_the_words_of_its_sentence(sentence: str, name: str | None) -> None:
    (event,) = chronicle(sentence).events

    assert event.name == name


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("On 3 May we met in Luton and Hackney.", ("Luton", "Hackney")),
        ("On 3 May we met at the Marks and Smith Hall in Tooting.", ("Marks and Smith Hall", "Tooting")),
        ("On 3 May we met in Tower Hamlets & Newham.", ("Tower Hamlets", "Newham")),
        ("On 3 May we spoke in Parliament in May.", ()),
        ("We met in Derby on 3 May, although members in Scotland could not come.", ("Derby",)),
        ("At BASW’s Annual General Meeting on 3 May the BASW met.", ()),
        ("On 3 May we met.", ()),
    ],
)
def test_the_places_are_those_that_the_sentence_gives(sentence: str, places: tuple[str, ...]) -> None:
    (event,) = chronicle(sentence).events

    assert event.places == places


def test_the_event_of_a_title_takes_its_place_from_the_first_sentences_and_has_no_sentence() -> None:
    (event,) = chronicle(
        "This was for social workers.", "They came to a hall in Wandsworth.", title="Meeting on 3 May"
    ).events

    assert (event.name, event.places, event.sentence) == ("Meeting", ("Wandsworth",), None)


def test_a_line_when_tells_of_the_event_in_the_title_and_a_line_venue_of_its_place() -> None:
    (event,) = chronicle("When: 20 May, 2pm", "Venue: Anytown Library", title="Coffee morning for carers").events

    assert (event.name, event.places) == ("Coffee morning", ("Anytown Library",))


def test_the_only_day_of_a_document_is_that_of_the_event_in_its_title() -> None:
    (event,) = chronicle("Please join us on 20 May.", title="Spring picnic for carers").events

    assert event.name == "Spring picnic"


def test_a_day_that_is_told_twice_is_one_event() -> None:
    (event,) = chronicle("On 3 May it rained.", "The conference was on 3 May in Hull.").events

    assert (event.name, event.places, event.sentence) == ("conference", ("Hull",), 0)


def test_a_day_that_is_told_twice_is_as_sure_as_its_surest_telling() -> None:
    (event,) = chronicle("Key day: 15 June.", "We will meet on Monday 15 June in Hull.").events

    assert (event.when.confidence, event.when.words) == (Confidence.HIGH, "Monday 15 June")


def test_an_item_is_told_in_the_tense_of_its_stem() -> None:
    telling = Telling(text="20 May, Hull", sentence=0, stem="We will meet on these days:")

    (event,) = find_events([telling], PUBLISHED, today=TODAY).events

    assert event.when.confidence is Confidence.HIGH


def test_a_document_without_a_date_says_between_which_years_it_was_written() -> None:
    found = chronicle("In November 2012 he came.", "We met in March of this year.", published=Dated()).published

    assert found.date is None
    assert found.evidence == (
        "It was written in 2013 at the earliest.",
        "The text speaks of 2012 as past.",
        "A month of 2012 stands with its year, and another one is “of this year”.",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Schemes are planned for 2019/20.",
        "The plan 2015-2018 is here.",
        "It cost £2019.",
        "By 2035 it is done.",
        "Our 2025 Vision was made.",
    ],
)
def test_financial_years_spans_and_sums_bound_nothing(sentence: str) -> None:
    assert chronicle(sentence, published=Dated()).published == Dated()


def test_the_end_of_a_financial_year_is_no_event() -> None:
    assert chronicle("Here is the report for the year ending 31 March 2026.").events == ()


def test_clues_that_contradict_each_other_say_nothing() -> None:
    sentences = ("The Act of 2015 will change that.", "In 2018 it was over.")

    assert chronicle(*sentences, published=Dated()).published == Dated()


def test_a_date_of_the_document_that_nobody_would_print_gives_no_year() -> None:
    doubtful = Dated(date=PUBLISHED.date, basis=DateBasis.PAGE, confidence=Confidence.LOW)

    (event,) = chronicle("We met on 3 May.", published=doubtful).events

    assert event.when.date is None


def test_a_weekday_close_to_the_documents_date_that_does_not_fit_is_a_slip_of_the_pen() -> None:
    (event,) = chronicle("We met on Friday 7 May.").events

    assert event.when.basis is DateBasis.CONFLICT
    assert event.when.evidence == ("7 May 2026 is a Thursday, not a Friday.",)
    assert event.when.candidates == (dt.date(2026, 5, 7), dt.date(2027, 5, 7))


def test_a_day_to_come_is_not_inferred_from_clues() -> None:
    sentences = ("We will meet on Wednesday 15 July.", "In 2018 the forum began.", "The rules will change in 2021.")

    (event,) = chronicle(*sentences, published=Dated()).events

    assert event.when.date is None


def test_an_event_is_no_surer_than_the_date_that_gives_its_year() -> None:
    ticked = Dated(date=PUBLISHED.date, basis=DateBasis.PAGE, confidence=Confidence.MEDIUM)

    (event,) = chronicle("We met on 3 May.", published=ticked).events

    assert event.when.confidence is Confidence.MEDIUM


def test_minutes_on_a_page_of_doubtful_date_are_set_on_the_day_of_their_meeting() -> None:
    doubtful = Dated(date=dt.date(2025, 3, 1), basis=DateBasis.PAGE, confidence=Confidence.LOW)

    found = chronicle(
        "Minutes of the quarterly meeting, Tuesday 20 January 2026, Chapel Rooms.",
        "Next meeting: Tuesday 21 April, 10 am.",
        published=doubtful,
    )

    assert [event.when.date for event in found.events] == [dt.date(2026, 1, 20), dt.date(2026, 4, 21)]
