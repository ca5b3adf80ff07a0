"""Headings that an extractor left out come back where what stands under them was kept."""

from lxml.html import HtmlElement

from flows.newsroom.formats.headings import with_headings
from flows.newsroom.formats.visible import parse_page
from flows.newsroom.model import Block, BlockKind


def a_page(body: str) -> HtmlElement:
    return parse_page(f"<html><body>{body}</body></html>")


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts)


def lines(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks]


def test_a_heading_stands_above_what_it_stands_above_in_the_page() -> None:
    page = a_page("<p>Here is what is on.</p><h3> Monday\n8 June </h3><div><p><b>Break</b>fast for carers.</p></div>")

    found = with_headings(paragraphs("Here is what is on.", "Breakfast for carers."), page)

    assert lines(found) == [
        ("paragraph", "Here is what is on."),
        ("heading", "Monday 8 June"),
        ("paragraph", "Breakfast for carers."),
    ]


def test_two_headings_in_a_row_stand_above_the_same_paragraph() -> None:
    page = a_page("<h2>Carers' Week</h2><h3>Monday</h3><p>Breakfast for carers.</p>")

    assert [block.text for block in with_headings(paragraphs("Breakfast for carers."), page)] == [
        "Carers' Week",
        "Monday",
        "Breakfast for carers.",
    ]


def test_a_heading_of_what_was_left_out_stays_away() -> None:
    page = a_page("<p>Breakfast for carers.</p><h2>Most read</h2><p>Ten cakes to bake.</p>")

    assert with_headings(paragraphs("Breakfast for carers."), page) == paragraphs("Breakfast for carers.")


def test_a_heading_that_is_there_is_not_told_twice() -> None:
    page = a_page("<h2>Monday</h2><p>Breakfast for carers.</p>")
    blocks = (Block(kind=BlockKind.HEADING, text="Monday"), *paragraphs("Breakfast for carers."))

    assert with_headings(blocks, page) == blocks


def test_what_a_script_says_is_no_text_below_a_heading() -> None:
    page = a_page("<h2>Monday</h2><script>let a = 1</script><style>p {}</style><p>Breakfast for carers.</p>")

    assert with_headings(paragraphs("Breakfast for carers."), page)[0].text == "Monday"


def test_an_end_of_the_page_is_no_text_either() -> None:
    assert with_headings(paragraphs("Breakfast for carers."), a_page("<p>Breakfast for carers.</p><h2>Bye</h2>")) == (
        paragraphs("Breakfast for carers.")
    )
