"""Titles, standfirsts and captions are told from prose by where they stand and how they end."""

from dataclasses import replace

import pytest

from flows.newsroom.cleaning import Cleaned, default_lexicon, finish, take_up
from flows.newsroom.model import Action, Block, BlockKind, RawDocument
from tests.factories import a_raw_document, a_source

PROSE = "Carers met the council in Luton and told it what they need."
LONG_PROSE = "Carers met the council in Luton and told it what they need, and it listened to every one of them."
STANDFIRST = "Ann Archer, social work lead at Anytown Council, on how a plan grew out of what carers had said"


def cleaned(*lines: str, title: str | None = None) -> Cleaned:
    raw = a_raw_document(*lines, title=title)
    return finish(take_up(raw.blocks), raw, default_lexicon())


def test_a_short_first_line_without_a_stop_is_the_title_and_leaves_the_prose() -> None:
    document = cleaned("Carers meet the council", PROSE)

    assert document.title == "Carers meet the council"
    assert [block.text for block in document.blocks] == [PROSE]
    assert [(c.block, c.action, c.rule) for c in document.changes] == [(0, Action.MOVED, "title")]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Dear friends and colleagues",
        "Venue: Anytown Town Hall",
        "Saturday 12 December 2026, 2pm to 4pm",
        "By Ann Archer",
        "www.example.org is our page",
        "Here are the dates for the autumn:",
        " ".join(["word"] * 19),
    ],
)
def test_other_first_lines_are_no_title(line: str) -> None:
    assert cleaned(line, PROSE).title is None


@pytest.mark.parametrize("line", ["July Council: what went on?", "Come to our winter fair!"])
def test_a_question_or_a_call_over_a_longer_paragraph_is_a_title(line: str) -> None:
    assert cleaned(line, PROSE).title == line


def test_a_single_line_is_prose() -> None:
    assert cleaned("Carers meet the council").title is None


def test_the_last_line_is_no_title() -> None:
    document = cleaned("WHO DOES WHAT", "Roz - letter to the surgeries - end of Oct", "Una - find the good kettle")

    assert "Una - find the good kettle" in [block.text for block in document.blocks]


def test_a_heading_of_two_words_is_a_title() -> None:
    heading = Block(kind=BlockKind.HEADING, text="Winter plans")
    raw = RawDocument(source=a_source(), blocks=(heading, *a_raw_document(PROSE).blocks))

    assert finish(take_up(raw.blocks), raw, default_lexicon()).title == "Winter plans"


def test_a_title_that_the_document_states_wins_over_its_first_line() -> None:
    document = cleaned("Carers meet the council", PROSE, title="A council that listens")

    assert document.title == "A council that listens"
    assert [block.text for block in document.blocks] == ["Carers meet the council", PROSE]


def test_a_stated_title_that_the_page_repeats_is_removed_from_its_body() -> None:
    document = cleaned("CARERS MEET THE COUNCIL!", PROSE, title="Carers meet the council")

    assert [block.text for block in document.blocks] == [PROSE]
    assert [(c.action, c.rule) for c in document.changes] == [(Action.REMOVED, "title repeated")]


def test_a_long_line_without_a_stop_under_the_title_is_the_standfirst_and_stays_prose() -> None:
    document = cleaned("Carers meet the council", STANDFIRST, PROSE)

    assert document.standfirst == STANDFIRST
    assert [block.text for block in document.blocks] == [STANDFIRST, PROSE]


def test_without_a_title_there_is_no_standfirst() -> None:
    assert cleaned(PROSE, STANDFIRST).standfirst is None


def test_a_role_and_a_name_that_stands_elsewhere_are_a_caption() -> None:
    document = cleaned("Carers meet the council", STANDFIRST, "Social worker Ann Archer", PROSE)

    assert [(c.text, c.rule) for c in document.changes[1:]] == [("Social worker Ann Archer", "caption")]


def test_a_role_and_a_name_that_stands_nowhere_else_stay() -> None:
    document = cleaned("Carers meet the council", "Social worker Ann Archer", PROSE)

    assert [block.text for block in document.blocks] == ["Social worker Ann Archer", PROSE]


def heading(text: str) -> Block:
    return Block(kind=BlockKind.HEADING, text=text)


@pytest.mark.parametrize(
    "above",
    [(heading("The Lamp News, Winter 2025"),), a_raw_document("Anytown Exchange", "Tools that work, no. 7").blocks],
)
def test_the_title_stands_under_the_masthead_of_a_newsletter(above: tuple[Block, ...]) -> None:
    raw = RawDocument(source=a_source(), blocks=(*above, heading("Two hundred kettles"), *a_raw_document(PROSE).blocks))

    document = finish(take_up(raw.blocks), raw, default_lexicon())

    assert document.title == "Two hundred kettles"
    assert {change.rule for change in document.changes} == {"letterhead", "title"}


@pytest.mark.parametrize("line", ["WELLBEING DAY!!!", "NIGHTS"])
def test_a_first_line_in_capitals_is_a_title(line: str) -> None:
    assert cleaned(line, PROSE).title == line


def test_the_subject_of_a_memorandum_is_its_title() -> None:
    assert cleaned("To: All of us", "From: Ann Archer", "Re: New shape of teams", PROSE).title == "New shape of teams"


def test_a_group_whose_name_looks_like_a_persons_is_a_title() -> None:
    assert cleaned("Workforce Wellbeing Sub-Group", PROSE).title == "Workforce Wellbeing Sub-Group"


@pytest.mark.parametrize(
    "head",
    [
        ("KINDRED EVIDENCE", "Plain digests for people who run things", "Does a volunteer at the door help?"),
        ("STAFF NEWS - mental health and social care", "Does a volunteer at the door help?"),
        ("HEARTHSTONE COLLECTIVE", "Housing with people, not for them", "Vacancy: Peer Worker", "Who we are"),
    ],
)
def test_a_name_in_capitals_over_what_is_said_is_no_title(head: tuple[str, ...]) -> None:
    title = cleaned(*head, LONG_PROSE, LONG_PROSE).title

    assert title in {"Does a volunteer at the door help?", "Vacancy: Peer Worker"}


def test_the_heading_writes_the_title_where_the_file_has_the_same_words() -> None:
    heading = Block(kind=BlockKind.HEADING, text="Carers: what they need")
    raw = replace(
        a_raw_document(PROSE, title="Carers, what they need"), blocks=(heading, *a_raw_document(PROSE).blocks)
    )

    assert finish(take_up(raw.blocks), raw, default_lexicon()).title == "Carers: what they need"


def test_short_lines_over_the_repeated_title_are_a_masthead() -> None:
    document = cleaned("SLOW WATER", "boats | people | Ulver Canal", "The boat sank", PROSE, title="The boat sank")

    assert [block.text for block in document.blocks] == [PROSE]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("WEST FENBY COUNCIL", "ADULT SOCIAL CARE", "TEAM BRIEF", "Three offices for our teams"),
            "Three offices for our teams",
        ),
        (("Social Work News, spring 2026", "HELP! WE ARE MOVING"), "HELP! WE ARE MOVING"),
        (("OBITUARY", "Edith Marrow, 1938–2026"), "Edith Marrow, 1938–2026"),
        (("JOB ADVERT", "Social worker (part time), Fenby Hospice"), "Social worker (part time), Fenby Hospice"),
        (
            ("FENBY COUNCIL", "Title: Three offices for our teams", "Report author: Imran Vale"),
            "Three offices for our teams",
        ),
        (("To: All staff", "Subject: Moving the social work teams", "Date: today"), "Moving the social work teams"),
        (("RESEARCH ROUND-UP for busy people", "Chosen by the reading circle"), "RESEARCH ROUND-UP for busy people"),
    ],
)
def test_what_kind_of_paper_it_is_stands_over_its_title(lines: tuple[str, ...], title: str) -> None:
    assert cleaned(*lines, LONG_PROSE, LONG_PROSE).title == title


def test_the_name_of_a_body_as_the_first_heading_stands_over_the_title() -> None:
    headings = [
        Block(kind=BlockKind.HEADING, text=text) for text in ("The Fenby Forum", "Three offices, and no parking")
    ]
    raw = replace(
        a_raw_document(LONG_PROSE, title="The Fenby Forum"), blocks=(*headings, *a_raw_document(LONG_PROSE).blocks)
    )

    assert finish(take_up(raw.blocks), raw, default_lexicon()).title == "Three offices, and no parking"
