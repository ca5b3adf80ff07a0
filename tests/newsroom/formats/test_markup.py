"""Clean markup as blocks."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.formats.markup import blocks_from_markup
from flows.newsroom.model import Block, BlockKind, Link

BASE = "https://www.northgate.example/news/"


def kinds(markup: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks_from_markup(markup)]


def links(markup: str, base: str | None = BASE) -> list[tuple[str, str]]:
    return [(link.text, link.address) for block in blocks_from_markup(markup, base) for link in block.links]


def test_each_kind_of_block_is_told() -> None:
    found = kinds("<h2>Head</h2><p>Para <b>bold</b></p><ul><li>item</ul><blockquote><p>quoted</p></blockquote>")

    assert found == [("heading", "Head"), ("paragraph", "Para bold"), ("item", "item"), ("quotation", "quoted")]


def test_text_that_stands_loose_in_a_box_is_a_paragraph() -> None:
    found = kinds("loose <b>text</b><div>box<p>para</p>tail</div>")

    assert [text for _, text in found] == ["loose text", "box", "para", "tail"]


def test_items_hang_on_the_paragraph_with_the_colon_and_nested_ones_on_their_item() -> None:
    markup = (
        "<p>Three aims:</p><ul><li>to think;</li><li>to share<ul><li>in hospital</li></ul></li></ul><p>Then</p><li>x"
    )

    stems = [(block.text, block.stem) for block in blocks_from_markup(markup) if block.kind is BlockKind.ITEM]

    assert stems == [
        ("to think;", "Three aims:"),
        ("to share", "Three aims:"),
        ("in hospital", "to share"),
        ("x", None),
    ]


def test_sentences_of_an_item_stay_together_and_other_paragraphs_do_not() -> None:
    found = kinds("<ul><li><p>It opens in May.</p>\n<p>It is free.</p></li><li><p>Title</p><p>Text</p></li></ul>")

    assert found == [("item", "It opens in May. It is free."), ("item", "Title"), ("item", "Text")]


def test_an_item_with_a_heading_is_a_card() -> None:
    found = kinds("<ul><li><h3>Groups</h3><p>They meet monthly.</p></li></ul>")

    assert found == [("heading", "Groups"), ("paragraph", "They meet monthly.")]


def test_typed_bullets_become_items() -> None:
    found = blocks_from_markup("<p>We agreed:<br>- to meet<br>- to write</p><p>· and more</p>")

    assert [(block.kind, block.text, block.stem) for block in found] == [
        (BlockKind.PARAGRAPH, "We agreed:", None),
        (BlockKind.ITEM, "to meet", "We agreed:"),
        (BlockKind.ITEM, "to write", "We agreed:"),
        (BlockKind.ITEM, "and more", "We agreed:"),
    ]


def test_a_table_of_facts_is_rows() -> None:
    markup = (
        "<table><caption>Dates</caption><tr><th>Date</th><th>Place</th></tr>"
        "<tr><td>14 May</td><td>Library<br>First floor</td></tr><tr><td></td><td></td></tr></table>"
    )

    assert kinds(markup) == [
        ("paragraph", "Dates"),
        ("row", "Date | Place"),
        ("row", "14 May | Library First floor"),
    ]


def test_terms_and_descriptions_are_rows() -> None:
    found = kinds("<dl><dt>When</dt><dd>Tuesday</dd><dd>Friday</dd><div><dt>Where</dt><dd>Town hall</dd></div></dl>")

    assert found == [("row", "When | Tuesday | Friday"), ("row", "Where | Town hall")]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><h2>Head</h2><p>Text</p></td><td></td></tr></table>",
        "<table><tr><td>Head</td></tr><tr><td>Text</td></tr></table>",
        "<table><tr><td><table><tr><td>Head</td></tr></table></td><td>Text</td></tr></table>",
        "<table><tr><td><p>Head</p><p>Text</p></td><td></td></tr></table>",
    ],
    ids=["heading", "one column", "table within", "paragraphs"],
)
def test_a_table_used_for_layout_is_a_pile_of_boxes(table: str) -> None:
    found = kinds(table)

    assert [text for _, text in found] == ["Head", "Text"]
    assert "row" not in dict(found)


def test_lines_that_a_mail_program_wrapped_are_joined() -> None:
    markup = (
        "<p>It was good to see so many of you, and in particular the<br>colleagues from the hospital and of the "
        "other<br>boroughs who came for the first time, with all of their<br>questions about the winter.</p>"
    )

    assert len(kinds(markup)) == 1


def test_what_is_not_for_reading_never_comes_out() -> None:
    markup = (
        "<head><title>UNREAD</title><style>UNREAD{}</style></head><p>Seen<script>UNREAD</script><!-- UNREAD --></p>"
        "<noscript>UNREAD</noscript><template>UNREAD</template><iframe>UNREAD</iframe><svg><text>UNREAD</text></svg>"
        "<button>UNREAD</button><select><option>UNREAD</select><textarea>UNREAD</textarea><del>UNREAD</del>"
        "<![CDATA[UNREAD]]><?php UNREAD ?>"
    )

    assert kinds(markup) == [("paragraph", "Seen")]


def test_links_are_kept_whole_with_the_block_they_stand_in() -> None:
    (block,) = blocks_from_markup('<p>Read <a href="../report.pdf">the <b>report</b></a> soon.</p>', BASE)

    assert block == Block(
        kind=BlockKind.PARAGRAPH,
        text="Read the report soon.",
        links=(Link(text="the report", address="https://www.northgate.example/report.pdf"),),
    )


def test_a_link_around_several_blocks_is_a_link_in_each() -> None:
    found = links('<a href="/card"><h2>Head</h2><p>Text</p></a>')

    assert [text for text, _ in found] == ["Head", "Text"]


def test_links_of_broken_lines_stay_with_their_lines() -> None:
    blocks = blocks_from_markup('<p><a href="/a">one</a><br>two<br><a href="/c">three<br>four</a></p>', BASE)

    assert [[link.text for link in block.links] for block in blocks] == [["one"], [], ["three"], ["four"]]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript:x",
        "#top",
        "http://[::",
        "http://",
        "https://bank.example@evil.example/",
        "https://evil.example/\u202egpj.exe",
        "mailto:",
        "",
    ],
)
def test_a_link_that_leads_nowhere_safe_is_only_its_words(address: str) -> None:
    markup = f'<p>Open <a href="{address}">this</a> now.</p>'

    assert links(markup) == []
    assert kinds(markup) == [("paragraph", "Open this now.")]


def test_a_relative_link_without_a_base_is_only_its_words() -> None:
    assert links('<p><a href="/x">word</a></p>', base=None) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>hi there</p>" * 2_000,
        "<ul><li>" + "<p>a.</p> " * 2_000,
        "<p>" + "<a href='http://x.example/'>words</a><br>" * 2_000,
        "<table><tr><td>" * 150 + "x",
        "<ul><li>x" * 240,
    ],
    ids=["paragraphs", "paragraphs of an item", "links and breaks", "tables", "lists"],
)
def test_much_markup_costs_no_more_than_its_length(markup: str) -> None:
    start = process_time()

    blocks_from_markup(markup)

    assert process_time() - start < 1


TAGS = st.from_regex(
    r"<(?:/?(?:p|ul|li|table|tr|td|h2|br|dl|dt|dd|pre|blockquote|a|q|div|del|script)|a href='/x')>", fullmatch=True
)


@settings(max_examples=40)
@given(st.lists(TAGS | st.sampled_from(("one.", "two:", "- three", " ", "\n", "1. four", "|")), max_size=25))
def test_any_soup_of_tags_becomes_whole_blocks(parts: list[str]) -> None:
    for block in blocks_from_markup("".join(parts), BASE):
        assert block.text == " ".join(block.text.split())
        assert any(character.isalnum() for character in block.text)
        assert block.stem is None or block.kind is BlockKind.ITEM
