"""Of a day about which a document contradicts itself none is chosen; updates and series are no contradiction."""

import datetime as dt
from collections.abc import Iterator
from itertools import product

import pytest

from flows.newsroom.dating import Telling, find_events
from flows.newsroom.model import Confidence, DateBasis, Dated, Event

TODAY = dt.date(2026, 11, 21)
PUBLISHED = Dated(date=dt.date(2026, 9, 7), basis=DateBasis.STATED, confidence=Confidence.HIGH)
PROSE = "The kettle will be on, and the hall is warm."


def events(*sentences: str, title: str | None = None) -> tuple[Event, ...]:
    tellings = [Telling(text=title, sentence=None)] if title else []
    tellings += [Telling(text=text, sentence=index) for index, text in enumerate(sentences)]
    return find_events(tellings, PUBLISHED, today=TODAY).events


def left_open(found: tuple[Event, ...], *words: str) -> bool:
    own = [event for event in found if any(word in (event.when.words or "") for word in words)]
    return bool(own) and all(event.when.date is None for event in own)


_HAPPENINGS = (
    "AGM", "meeting", "conference", "workshop", "open day", "drop-in", "coffee morning", "training day", "funeral",
    "launch", "webinar", "picnic", "quiz night", "carol service", "panel", "hearing", "rally", "seminar", "walk",
    "information evening",
)  # fmt: skip
_PLAIN = (
    "The {} will be held on Saturday 10 October 2026 in the Town Hall.",
    "Our {} takes place on 10 October 2026 at 2pm.",
    "Come to the {} on Saturday 10 October.",
    "Join us for the {} on 10 October, from 2pm.",
)
_AGAIN = (
    "Please tell the office by letter if you are coming to the {} on 17 October 2026.",
    "The {} on Saturday 17 October is free.",
    "Lunch is at one on the day of the {}, Saturday 17 October 2026.",
)


def _pairs() -> Iterator[tuple[str, str]]:
    """Each happening in two ways of telling it; not every one in all, for a test has to be quick."""
    for number, (kind, (plain, again)) in enumerate(product(_HAPPENINGS, product(_PLAIN, _AGAIN))):
        if number % 7 == 0:
            yield plain.format(kind), again.format(kind)


@pytest.mark.parametrize(("plain", "again"), tuple(_pairs()))
def test_one_happening_with_two_days_has_none(plain: str, again: str) -> None:
    found = events(plain, PROSE, again)

    assert left_open(found, "10 October")
    assert left_open(found, "17 October")


@pytest.mark.parametrize(
    ("title", "sentences"),
    [
        # the heading against the text
        ("Coffee morning on 10 October 2026", ("We would love to see you on Saturday 17 October 2026 at 10am.",)),
        ("AGM: 10 October 2026", (PROSE, "The AGM will be held on 17 October 2026 in the Town Hall.")),
        # lines of particulars against sentences
        ("Autumn fair", ("When: Saturday 10 October 2026, 2pm", PROSE, "See you on 17 October!")),
        ("Autumn fair", ("Date: 10 October 2026", "Where: Town Hall", "Join us on Saturday 17 October 2026.")),
        ("Autumn fair", ("Date | 10 October 2026", "Place | Town Hall", "See you there on 17 October.")),
        ("Carers' lunch", ("Join us on Saturday 10 October 2026.", PROSE, "When: 17 October 2026")),
        ("A walk for carers", ("We set off on Saturday 10 October 2026.", PROSE, "Date and time: 17 October 2026")),
        # one deadline with two days
        ("Have your say", ("The consultation closes on 10 October 2026.", PROSE, "Please reply by 17 October 2026.")),
        ("Have your say", ("Closing date | 10 October 2026", PROSE, "You have until 17 October 2026 to tell us.")),
        ("Have your say", ("Closes: 10 October 2026", PROSE, "The survey is open until 17 October 2026.")),
        ("Social worker, full time", ("Closing date: 10 October 2026", "Apply by noon on 17 October 2026.")),
        ("Social worker, full time", ("Applications close on 10 October 2026.", "Closing date: 17 October 2026")),
        ("A course", ("Book by 10 October 2026.", PROSE, "Booking closes on 17 October 2026.")),
        ("Awards", ("Nominations close on 10 October 2026.", "Send us your nomination by 17 October 2026.")),
        ("Grants", ("The deadline for applications is 10 October 2026.", "We must have your form by 17 October 2026.")),
        ("Your views", ("Deadline: 10 October 2026", PROSE, "Last day to reply: 17 October 2026")),
        ("Survey", ("The survey closes on 10 October 2026.", PROSE, "Survey closes 17 October 2026")),
        # the next meeting
        (None, ("Next meeting: Saturday 10 October 2026, 10.30", PROSE, "Next meeting 17 October 2026")),
        (None, (PROSE, "The next meeting will be on 10 October 2026.", "Date of next meeting: 17 October 2026")),
        (None, ("We next meet on 10 October 2026.", PROSE, "Date of next meeting: 17 October 2026.")),
        # a beginning
        (None, ("The new rota starts on 10 October 2026.", PROSE, "The rota starts on 17 October 2026.")),
        (None, ("Payments will be made on 10 October 2026.", PROSE, "The payments will be made on 17 October 2026.")),
        (None, ("The number goes live on 10 October 2026.", PROSE, "On 17 October 2026 the number goes live.")),
        (None, ("The centre will close on 10 October 2026.", PROSE, "The centre closes on 17 October 2026.")),
        (None, ("The centre opened on 10 October 2026.", PROSE, "The centre opened on 17 October 2026.")),
        # the year
        (None, ("The conference is on 10 October 2026.", PROSE, "The conference on 17 October 2026 is full.")),
        (None, ("The ballot opens on 10 October 2026.", PROSE, "The ballot opens on 17 October 2026 at noon.")),
    ],
)  # fmt: skip
def test_what_can_only_be_once_has_no_day_where_two_are_given(title: str | None, sentences: tuple[str, ...]) -> None:
    found = events(*sentences, title=title)

    assert left_open(found, "10 October")
    assert left_open(found, "17 October")


@pytest.mark.parametrize(
    "words",
    [
        "Friday 10 October 2026", "10 October 2026 (Friday)", "Friday, October 10, 2026", "Fri 10 Oct 2026",
        "30 February 2027", "31 November 2026", "31 June 2027", "29 February 2027", "31/11/2026",
        "Friday the 10th of October 2026",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_left_open(words: str) -> None:
    found = events(f"The meeting will be held on {words} in the Town Hall.")

    assert all(event.when.date is None for event in found)


@pytest.mark.parametrize(
    "sentences",
    [
        # an update
        ("The survey was to close on 10 October 2026.", "You now have until 17 October 2026."),
        ("The closing date was 10 October 2026.", "The deadline has been extended to 17 October 2026."),
        ("The AGM on 10 October 2026 has been postponed.", "The AGM will now be held on 17 October 2026."),
        ("Please note the change of date: the fair is on 17 October 2026, not 10 October 2026.", "Come to the fair."),
        ("The walk planned for 10 October 2026 is cancelled.", "Our next walk is on 17 October 2026."),
        # a series
        ("The first workshop is on 10 October 2026.", "The second workshop is on 17 October 2026."),
        ("Drop-in: 10 October 2026", "Drop-in: 17 October 2026", "Drop-in: 24 October 2026"),
        ("We meet on 10 and 17 October 2026.", "The meeting on 17 October 2026 is in the library."),
        ("There is a drop-in on 10 October 2026 in Hull.", "There is another drop-in on 17 October 2026 in Goole."),
        ("The workshop is on 10 October 2026.", "The workshop will be repeated on 17 October 2026."),
        # two things
        ("Book by 10 October 2026.", "The conference is on 17 October 2026."),
        ("Applications close on 10 October 2026.", "Interviews will be held on 17 October 2026."),
        ("The consultation opens on 10 October 2026.", "The consultation closes on 17 October 2026."),
        ("The rota starts on 10 October 2026.", "The rota ends on 17 October 2026."),
        ("The last meeting was on 29 August 2026.", "The next meeting is on 10 October 2026."),
        ("Early-bird booking closes on 10 October 2026.", "Booking closes on 17 October 2026."),
        ("The Fenby open day is on 10 October 2026.", "The Marsham open day is on 17 October 2026."),
        ("The board will decide on 10 October 2026.", "The results will be published on 17 October 2026."),
        ("Reply by post by 10 October 2026.", "Nominations must reach us by 17 October 2026."),
        ("Minutes of the meeting on 5 September 2026", "The next meeting is on 10 October 2026."),
    ],
)  # fmt: skip
def test_updates_series_and_different_things_are_no_contradiction(sentences: tuple[str, ...]) -> None:
    found = events(*sentences)

    assert {dt.date(2026, 10, 17)} <= {event.when.date for event in found} or all(
        event.when.basis is not DateBasis.CONFLICT for event in found
    )
    assert not any(event.when.basis is DateBasis.CONFLICT for event in found)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (None, "The office is closed tomorrow (10 September 2026)."),
        (None, "Please come tonight, 10 September 2026."),
        (None, "On 10 September 2026, tomorrow, we march."),
        (None, "We meet every Tuesday from 1 October 2026."),
        (None, "The drop-in runs each Monday, starting on 1 October 2026."),
        ("Coffee on Tuesday", "Join us on 1 October 2026 at ten."),
    ],
)
def test_a_day_that_the_words_beside_it_contradict_is_left_open(title: str | None, sentence: str) -> None:
    (event,) = events(sentence, title=title)

    assert event.when.basis is DateBasis.CONFLICT


@pytest.mark.parametrize(
    "sentence",
    [
        "The office is closed tomorrow (8 September 2026).",
        "We meet every Thursday from 1 October 2026.",
        "Please tell us today. We meet on 1 October 2026.",
    ],
)
def test_a_day_that_the_words_beside_it_bear_out_stays(sentence: str) -> None:
    assert all(event.when.date for event in events(sentence))


def test_a_parting_that_left_with_the_signature_counts() -> None:
    tellings = [Telling(text="The next one is on Wednesday 21 October 2026 at 2pm.", sentence=0)]

    (event,) = find_events(tellings, PUBLISHED, today=TODAY, edges=["see you all on the 22nd", "Wilf"]).events

    assert event.when.basis is DateBasis.CONFLICT


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("We have tried it since 6 July.", dt.date(2026, 7, 6)),
        ("A circular, dated 8 May, was leaked.", dt.date(2026, 5, 8)),
        ("I’m talking about this at the practice week on 24 November.", dt.date(2026, 11, 24)),
        ("The case will be heard on 3 December; she has shouted.", dt.date(2026, 12, 3)),
    ],
)
def test_the_words_around_a_day_tell_whether_it_is_past(sentence: str, date: dt.date) -> None:
    assert [event.when.date for event in events(sentence)] == [date]


def test_a_rule_that_comes_into_force_on_two_days_has_none() -> None:
    found = events(
        "The change to charging will come into force on 1 October 2026.", PROSE,
        "The Regulations come into force on 6 October 2026.",
    )  # fmt: skip

    assert all(event.when.date is None for event in found)


def test_a_year_that_differs_alone_is_a_slip_of_the_pen() -> None:
    found = events("The conference is on 10 October 2026.", PROSE, "Join us at the conference on 10 October 2027.")

    assert all(event.when.date is None for event in found)
