"""Plain text as blocks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.formats.lines import blocks_from_lines
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import BlockKind

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_from_lines(text)]


def items(text: str) -> list[tuple[str, str | None]]:
    return [(block.text, block.stem) for block in blocks_from_lines(text) if block.kind is BlockKind.ITEM]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_line_of_a_seed_is_a_block_word_for_word(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    found = texts(text)

    assert found == [repair_line(line).removeprefix("- ") for line in text.splitlines() if line.strip()]


def test_the_seed_with_a_list_keeps_three_items_with_their_stem() -> None:
    found = items(SEEDS[2].read_text(encoding="utf-8"))

    assert [text.split()[0] for text, _ in found] == ["Consultation", "Development", "Statements"]
    assert all(stem and stem.endswith("they have contributed to:") for _, stem in found)


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•", "– ", "· ", "\uf0b7\t", "o\t", "â€¢ ", "▪ ", "2) ", "(a) "])
def test_a_bullet_is_dropped_and_its_item_hangs_on_the_line_with_the_colon(mark: str) -> None:
    found = items(f"The group agreed to:\n\n{mark}write a letter\n{mark}meet again\nThat was all.")

    assert found == [("write a letter", "The group agreed to:"), ("meet again", "The group agreed to:")]


def test_an_item_further_in_hangs_on_the_item_that_announces_it() -> None:
    found = items("We need:\n- figures from:\n    - Hackney\n    - Newham\n- time")

    assert found == [
        ("figures from:", "We need:"),
        ("Hackney", "figures from:"),
        ("Newham", "figures from:"),
        ("time", "We need:"),
    ]


def test_a_bullet_without_a_stem_is_still_an_item() -> None:
    assert items("Notes\n• one\n• two") == [("one", None), ("two", None)]


@pytest.mark.parametrize(
    "line",
    ["1. Welcome and apologies", "-5 degrees", "2019/20 was hard", "a) first", "10. Any other business", "*starred*"],
)
def test_a_line_that_only_resembles_an_item_is_a_paragraph(line: str) -> None:
    assert texts(f"Minutes\n{line}") == ["Minutes", line]


def test_a_number_is_a_bullet_under_a_line_that_announces_items() -> None:
    found = items("We agreed:\n1. to write\n2. to meet")

    assert found == [("to write", "We agreed:"), ("to meet", "We agreed:")]


def test_a_second_numbering_does_not_hang_on_the_stem_of_the_first() -> None:
    found = items("Present:\n1. Ann Lee\n2. Ben Fox\n\n1. Welcome\nAnn opened the meeting.")

    assert found == [("Ann Lee", "Present:"), ("Ben Fox", "Present:")]


def test_who_is_quoted_is_no_item() -> None:
    text = "“We need more time.”\n– Ann Lee, social worker"

    assert texts(text) == ["“We need more time.”", "– Ann Lee, social worker"]


def test_lines_that_only_draw_are_left_out() -> None:
    assert texts("Title\n=====\n\n* * *\ntext\n-- \n•\n") == ["Title", "text"]


def test_what_an_email_quotes_is_a_quotation_without_its_marks() -> None:
    blocks = blocks_from_lines("See below.\n> Is there a lift?\n>\n> > Yes.\n")

    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "See below."),
        (BlockKind.QUOTATION, "Is there a lift?"),
        (BlockKind.QUOTATION, "Yes."),
    ]


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_every_block_is_one_visible_line_with_words(text: str) -> None:
    for block in blocks_from_lines(text):
        assert block.text == repair_line(block.text)
        assert any(character.isalnum() for character in block.text)


@settings(max_examples=50)
@given(st.text(alphabet="ab .:-•1)>\n\r\t", max_size=200))
def test_no_word_is_lost_or_made(text: str) -> None:
    found = "".join(texts(text))

    assert [c for c in found if c in "ab"] == [c for c in text if c in "ab"]


ACTIONS = """\
Ref      Action                                      Owner     Due
PQB/61   Confirm that the beacons have come          HP        9 December
PQB/62   Two members of the network to be trained    MO, BT    before Christmas"""


def test_lines_whose_columns_stand_under_one_another_are_rows() -> None:
    blocks = blocks_from_lines(f"The actions are these.\n\n{ACTIONS}\n\nThe chair closed the meeting.")

    assert [(block.kind, block.text) for block in blocks[1:4]] == [
        (BlockKind.ROW, "Ref | Action | Owner | Due"),
        (BlockKind.ROW, "PQB/61 | Confirm that the beacons have come | HP | 9 December"),
        (BlockKind.ROW, "PQB/62 | Two members of the network to be trained | MO, BT | before Christmas"),
    ]
    assert [block.kind for block in (blocks[0], *blocks[4:])] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_blanks_alone_make_no_table() -> None:
    blocks = blocks_from_lines("We  came   late.\nThey   left  early  that day.\nNobody    minded   much.")

    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}
