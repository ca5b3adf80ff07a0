"""What the last lines say of the document itself leaves, and only that."""

import pytest

from flows.newsroom.cleaning import Cleaned, default_lexicon, finish, take_up
from tests.factories import a_raw_document

PROSE = "Carers met the council in Luton and told it what they need, and it listened to every one of them."


def left(*lines: str) -> list[str]:
    return [block.text for block in cleaned(*lines).blocks]


def cleaned(*lines: str) -> Cleaned:
    raw = a_raw_document(*lines)
    return finish(take_up(raw.blocks), raw, default_lexicon())


@pytest.mark.parametrize(
    "foot",
    [
        "Passed round by WhatsApp.",
        "This digest is free. You may copy it.",
        "Your answers will be held for two years and will not be passed to anybody.",
        "Views are the writers' own.",
        "Copy for the January number to the vestry by the 12th.",
        "Printed by Bridge Copy, Senhouse Bridge.",
    ],
)
def test_a_line_of_the_foot_leaves(foot: str) -> None:
    assert left("Carers meet the council", PROSE, PROSE, foot) == [PROSE, PROSE]


def test_of_a_line_that_begins_with_prose_the_foot_leaves() -> None:
    document = cleaned("Carers meet the council", PROSE, f"{PROSE} Please share with your networks!")

    assert [block.text for block in document.blocks] == [PROSE, PROSE]
    assert [change.rule for change in document.changes][-1] == "foot"


def test_what_the_publisher_says_of_itself_leaves_the_foot() -> None:
    head = ("KINDRED EVIDENCE", "Does a volunteer at the door help?")

    assert left(*head, PROSE, PROSE, "Kindred Evidence is funded by its members.") == [PROSE, PROSE]
    assert left(*head, PROSE, PROSE, "The Lantern Fund is a new source.") == [
        PROSE,
        PROSE,
        "The Lantern Fund is a new source.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Do not send cash.",
        "Tell a friend. Follow the signs from the station.",
        "The post has been held since April by Ann Archer.",
        "The council reserves the right not to publish replies.",
        "Travel will be paid.",
    ],
)
def test_what_readers_need_stays(line: str) -> None:
    assert left("Carers meet the council", PROSE, PROSE, line)[-1] == line


def test_a_sentence_that_reads_like_a_foot_stays_in_the_midst() -> None:
    assert "Passed round by hand, it sold out." in left(
        "Carers meet the council", PROSE, "Passed round by hand, it sold out.", *[PROSE] * 5
    )


def test_what_a_person_is_stays() -> None:
    line = "Ann Archer is a social worker in Luton."

    assert left("Carers meet the council", "Posted by Ann Archer", PROSE, PROSE, line)[-1] == line
