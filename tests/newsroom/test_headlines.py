"""A document's own title is kept; otherwise its first sentences make a headline that an editor could print, or none."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.headlines import headline, headline_of
from flows.newsroom.language.words import stems, word_set
from flows.newsroom.model import HeadlineOrigin

LEADS = {
    "The Trust held its first social work conference on Wednesday 19 June.": (
        "Trust holds its first social work conference"
    ),
    "Tuesday, 19 March we celebrated World Social Work Day, with fabulous events in Luton and Hackney.": (
        "Celebrating World Social Work Day, with fabulous events in Luton and Hackney"
    ),
    "Tuesday 29 July saw the first ever joint national conference in London for Principal Social Workers (PSWs).": (
        "First ever joint national conference in London for Principal Social Workers"
    ),
    "On Monday 3 March 2025, the council's cabinet agreed to keep all five day centres open for another year.": (
        "Council's cabinet agrees to keep all five day centres open for another year"
    ),
    "We are delighted to announce that Meadowfield Carers Centre will reopen in May after a £40,000 refurbishment.": (
        "Meadowfield Carers Centre will reopen after a £40,000 refurbishment"
    ),
    "More than 60 volunteers came together at Ashby Town Hall last Saturday to celebrate ten years of befriending.": (
        "More than 60 volunteers came together at Ashby Town Hall"
    ),
    "Join us for a coffee morning at the Willow Centre on Tuesday 4 June from 10am to noon.": (
        "Coffee morning at the Willow Centre"
    ),
    "Dr Amina Yusuf, who has led the hospital team since 2016, has been appointed head of social work at Riverside.": (
        "Dr Amina Yusuf has been appointed head of social work at Riverside"
    ),
    "There will be a drop-in session for foster carers at Kingsmead Library every Tuesday.": (
        "Drop-in session for foster carers at Kingsmead Library every Tuesday"
    ),
    "Margaret Okafor, a social worker in Dunmere for 41 years, died on 2 May 2026, aged 78.": (
        "Margaret Okafor, a social worker in Dunmere for 41 years, died aged 78"
    ),
    "A consultation on the new safeguarding policy closes on Friday 28 June.": (
        "Consultation on the new safeguarding policy closes on Friday 28 June"
    ),
    "Wednesday 15 June was World Elder Abuse Awareness Day.": "World Elder Abuse Awareness Day",
    "Our volunteer drivers made 1,204 journeys last year, more than ever before.": (
        "Volunteer drivers make 1,204 journeys, more than ever before"
    ),
    "A group of eleven carers from Stanhope met their MP on Friday and asked her to write about it to the minister.": (
        "Group of eleven carers from Stanhope meets their MP"
    ),
}

CLAIMS = {
    "Social workers should spend more time with families, the chief social worker said.": (
        "Social workers should spend more time with families, says chief social worker"
    ),
    "Councils must not close respite services, said Priya Nair, chair of the Carers Alliance.": (
        "Councils must not close respite services, says Priya Nair"
    ),
    "According to a survey by the Eastmoor Forum, four in ten social workers have thought about leaving.": (
        "Four in ten social workers have thought about leaving, according to a survey by the Eastmoor Forum"
    ),
    "Half of all care leavers in the county have no pension, a report by the auditor has found.": (
        "Half of all care leavers in the county have no pension, report by the auditor finds"
    ),
    "The regulator has warned that agency staff are leaving faster than they can be replaced.": (
        "Regulator warns that agency staff are leaving faster than they can be replaced"
    ),
}

UNPRINTABLE = [
    "This was convened by the Information section to help social workers know more.",
    "We need more foster carers in Hartley.",
    "I was delighted to see the new guidance.",
    "All staff must complete the new module by 31 March.",
    "They should be paid more, he said.",
    "“I never felt listened to,” says Daniel, who left care at 17.",
    "Dear colleagues, thank you for a busy year.",
    "Have you been a carer for more than ten years?",
    "The directory of voluntary groups can be found here.",
    "It was closed.",
]


def test_a_title_is_never_rewritten() -> None:
    made = headline("the  CARERS' day: “a triumph”", ["The Trust held its first conference."])

    assert made.text == "the  CARERS' day: “a triumph”"
    assert made.origin is HeadlineOrigin.TITLE


@pytest.mark.parametrize("lead", LEADS)
def test_a_lead_is_cut_to_a_headline(lead: str) -> None:
    assert headline_of(lead) == LEADS[lead]


@pytest.mark.parametrize("lead", CLAIMS)
def test_a_claim_keeps_its_source(lead: str) -> None:
    assert headline_of(lead) == CLAIMS[lead]


@pytest.mark.parametrize("lead", UNPRINTABLE)
def test_a_sentence_that_an_editor_could_not_print_makes_none(lead: str) -> None:
    assert headline_of(lead) is None


@pytest.mark.parametrize(
    "lead",
    [
        "Sorry to fill your inboxes again about the course.",
        "Since the young carers of Corran Bay have had a room of their own.",
        "You learn a lot in a stranger’s kitchen.",
        "The next refresher in Brackenford on Tuesday 9 and Wednesday 10 February 2027 has moved.",
        "§ Easy Read notes are on pink paper.",
        "Together they cover about 2,300 people in England.",
    ],
)
def test_what_only_its_letter_or_its_day_explains_makes_none(lead: str) -> None:
    assert headline_of(lead) is None


def test_housekeeping_is_no_lead() -> None:
    made = headline(None, ["Minutes of the last meeting were agreed.", "The council opened two day centres in Ashby."])

    assert made.text == "Council opens two day centres in Ashby"


def test_the_first_sentence_goes_before_a_later_one() -> None:
    made = headline(
        None, ["Ashby Carers Centre has moved to Elm House.", "The new kitchen seats forty people at once."]
    )

    assert made.text == "Ashby Carers Centre has moved to Elm House"
    assert made.origin is HeadlineOrigin.MADE


def test_a_later_sentence_stands_in_for_one_that_makes_no_headline() -> None:
    made = headline(None, ["It was a good day for us.", "Ashby Carers Centre has moved to Elm House."])

    assert made.text == "Ashby Carers Centre has moved to Elm House"


def test_only_the_first_three_sentences_are_leads() -> None:
    made = headline(None, ["It was a good day."] * 3 + ["Ashby Carers Centre has moved to Elm House."])

    assert made.text is None
    assert made.origin is HeadlineOrigin.NONE


def test_nothing_makes_no_headline() -> None:
    assert headline(None, []).origin is HeadlineOrigin.NONE
    assert headline("  ", []).origin is HeadlineOrigin.NONE


WORDS = st.sampled_from(
    sorted(
        word_set(
            "The trust carers we held launched a conference on 19 June in Luton , with 220 people and will not unless "
            "says Jo said that should it “ ” ( ) last week for to of who 3 or 4"
        )
    )
)


@settings(max_examples=40)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), max_size=4))
def test_a_headline_adds_no_figure_and_no_word(sentences: list[str]) -> None:
    made = headline(None, [f"{sentence}." for sentence in sentences]).text or ""

    spoken = {*stems(" ".join(sentences)), "say", "hold", "launch", "accord"}
    assert set(re.findall(r"\d+", made)) <= set(re.findall(r"\d+", " ".join(sentences)))
    assert set(stems(made)) <= spoken
    assert not re.search(r"\b(?:I|we)\b", made, re.IGNORECASE)
