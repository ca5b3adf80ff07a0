"""Laws of cleaning: once is enough, nothing is lost, nothing is added."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.cleaning import Cleaned, default_lexicon, finish, remove_furniture, take_up
from flows.newsroom.model import Action, Block, BlockKind, RawDocument
from tests.factories import a_raw_document, a_source

LINES = [
    "Carers met the council in Luton and told it what they need.",
    "It went well. .",
    "And on and on..",
    "Carers meet the council",
    "Building allies",
    "Leave a comment",
    "Comments are closed. .",
    "More from Community Care",
    "Related articles",
    "Home",
    "Search",
    "About us",
    "See also",
    "Further information",
    "The new plan for carers",
    "Social worker Ann Archer",
    "By Ann Archer",
    "Ann Archer",
    "Bob Lee, Chair",
    "Ann Archer is social work lead at Anytown",
    "Ann Archer, social work lead at Anytown Council, on how a plan grew out of what carers had said",
    "27 June 2019",
    "* * *",
    "She said: “We will go",
    "Here are three things:",
    "",
]
blocks = st.lists(
    st.builds(Block, kind=st.sampled_from(BlockKind), text=st.sampled_from(LINES) | st.text(max_size=30)), max_size=14
)
titles = st.none() | st.sampled_from(["Carers meet the council", "News of the month"])


def clean(raw: RawDocument) -> Cleaned:
    return finish(remove_furniture(take_up(raw.blocks), default_lexicon()), raw, default_lexicon())


def a_document(parts: Sequence[Block], title: str | None) -> RawDocument:
    return RawDocument(source=a_source(), title=title, blocks=tuple(parts))


@given(blocks, titles)
@settings(max_examples=100)
def test_cleaning_twice_is_cleaning_once(parts: list[Block], title: str | None) -> None:
    raw = a_document(parts, title)
    once = clean(raw)
    again = replace(raw, title=once.title, blocks=once.blocks)

    twice = clean(again)

    # What stood below a line that has left stands first now: it may look more like a title, and that is all.
    if twice.title == once.title:
        assert twice.blocks == once.blocks
        assert twice.changes == ()


def test_what_a_line_that_leaves_has_hidden_leaves_too() -> None:
    prose, name, title = (a_raw_document(LINES[0], "Ann Archer", "Carers meet the council")).blocks
    heading = Block(kind=BlockKind.HEADING, text="Related articles")

    cleaned = clean(a_document((prose, name, heading, title), title.text))

    assert cleaned.blocks == (prose,)
    assert [change.rule for change in cleaned.changes] == ["signature", "more from", "link title"]


@given(blocks, titles)
@settings(max_examples=50)
def test_every_block_is_left_or_named_in_a_change(parts: list[Block], title: str | None) -> None:
    cleaned = clean(a_document(parts, title))

    gone = {change.block for change in cleaned.changes if change.action is not Action.MENDED}
    kept = [block for index, block in enumerate(parts) if index not in gone and block.text.strip()]
    assert len(kept) == len(cleaned.blocks)
    assert all(parts[change.block].text.startswith(change.text) for change in cleaned.changes)


@given(blocks, titles)
@settings(max_examples=50)
def test_no_word_is_added(parts: list[Block], title: str | None) -> None:
    raw = a_document(parts, title)

    cleaned = clean(raw)

    rest = iter(block.text for block in raw.blocks)
    assert all(any(text.startswith(block.text) for text in rest) for block in cleaned.blocks)


@pytest.mark.parametrize(
    ("line", "mended"),
    [("It went well. .", "It went well."), ("It went well. . .", "It went well."), ("It went well..", "It went well.")],
)
def test_stray_full_stops_are_mended_and_reported(line: str, mended: str) -> None:
    cleaned = clean(a_raw_document("They met.", line))

    assert cleaned.blocks[1].text == mended
    assert [(c.block, c.text, c.action, c.rule) for c in cleaned.changes] == [
        (1, line, Action.MENDED, "stray full stop")
    ]


@pytest.mark.parametrize("line", ["And then...", "She said: “We will go", "It is 3.5 metres long"])
def test_an_ellipsis_and_an_open_quotation_stay_as_they_are(line: str) -> None:
    assert clean(a_raw_document("They met.", line)).blocks[1].text == line
