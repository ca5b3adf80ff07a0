"""A list of other pages and a message of the web site are no stories; short notes and posters are."""

import pytest

from flows.newsroom.cleaning import has_story
from flows.newsroom.model import Block, BlockKind

PROSE = "Carers met the council in Luton and told it what they need."


def blocks(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "News",
            "A lounge opens",
            "A quiet room with …",
            "Night team wins",
            "Colleagues who …",
            "Choir",
            "No audition …",
        ),
        ("Who pays?", "4h ago", "Staff win", "24 Apr", "Minister promises", "21 Apr"),
        ("Members' area", "You are not signed in.", "Password", "Forgotten your password?"),
        ("Sorry, we can't find that page", "Check the address"),
        ("Error 404", "Go to the home page"),
        ("Search results", "Showing 1 to 8 of 143 results for carers", PROSE, PROSE, PROSE),
        ("Anytown Council", "143 results found", PROSE, PROSE, PROSE),
    ],
)
def test_lists_of_pages_and_messages_of_a_site_are_no_stories(lines: tuple[str, ...]) -> None:
    assert not has_story(lines[0], blocks(*lines[1:]))


@pytest.mark.parametrize(
    "lines",
    [
        ("Coffee morning", "Tuesday, 10am, the old chapel, cake"),
        ("WELLBEING DAY", "LAST YEAR 412 PEOPLE CAME", "LET'S MAKE IT 500!!", "TOWN HALL"),
        ("Results for the survey of carers", "12 results stand out.", *[PROSE] * 3),
        ("Carers meet", PROSE, "3 May 2026", "10 May 2026", "17 May 2026", PROSE),
        ("Locked out", *[PROSE] * 8, "When Ann rang she was told that she was not signed in."),
    ],
)
def test_notes_posters_and_texts_with_days_are_stories(lines: tuple[str, ...]) -> None:
    assert has_story(lines[0], blocks(*lines[1:]))
