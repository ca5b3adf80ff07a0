"""The title is told from the letterhead, the series and the menu that stand above it."""

import pytest

from flows.newsroom.cleaning import Cleaned, default_lexicon, finish, take_up
from flows.newsroom.model import Block, BlockKind, RawDocument
from tests.factories import a_raw_document

PROSE = "From Monday every social worker in the county may lend a family a heater for as long as the frost lasts."


def cleaned(*lines: str, title: str | None = None) -> Cleaned:
    raw: RawDocument = a_raw_document(*lines, title=title)
    return finish(take_up(raw.blocks), raw, default_lexicon())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("Anytown Borough Council", "Families will be lent a heater"), "Families will be lent a heater"),
        (("ANYTOWN", "COUNCIL", "STAFF BRIEFING", "How to lend a heater"), "How to lend a heater"),
        (("Self Help Group", "c/o the Mill, Anytown", "WHAT WAS IT LIKE?"), "WHAT WAS IT LIKE?"),
        (("Anytown Gazette", "News | Sport | Letters | Jobs", "Council lends heaters to families"),
         "Council lends heaters to families"),
        (("Anytown Council", "Why social workers", "will be lending heaters to families", "all winter long"),
         "Why social workers will be lending heaters to families all winter long"),
    ],
)  # fmt: skip
def test_the_title_stands_under_the_names_of_a_body_a_series_or_a_paper(head: tuple[str, ...], title: str) -> None:
    assert cleaned(*head, PROSE, PROSE).title == title


def test_the_name_of_a_group_over_its_minutes_is_the_title() -> None:
    document = cleaned("Workforce Wellbeing Group", "Sorry not to be here: Col, Bukola", PROSE)

    assert document.title == "Workforce Wellbeing Group"


def test_a_first_line_that_says_something_is_the_title_whatever_stands_below() -> None:
    document = cleaned("Carers meet the council", "What they said to it and what it will do", PROSE)

    assert document.title == "Carers meet the council"


def test_what_a_program_calls_a_file_is_no_title() -> None:
    assert (
        cleaned("Carers meet the council", PROSE, title="Carers mins 14 10 DRAFT v2").title == "Carers meet the council"
    )


def test_a_heading_under_a_letterhead_is_the_title() -> None:
    raw = a_raw_document()
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, text="Anytown Law Centre, advice line open on Tuesdays"),
        Block(kind=BlockKind.HEADING, text="Who will get paid leave, and when"),
        Block(kind=BlockKind.PARAGRAPH, text=PROSE),
    )

    assert finish(take_up(blocks), raw, default_lexicon()).title == "Who will get paid leave, and when"
