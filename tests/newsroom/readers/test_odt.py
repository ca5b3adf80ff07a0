"""OpenDocument texts."""

from collections.abc import Callable
from time import process_time

import pytest

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.model import RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source
from tests.newsroom.readers.office_samples import LAUGHS, ODT_END, ODT_START, a_bomb, a_docx, an_odt, zipped

PARAGRAPH = "<text:p>The forum met on Tuesday.</text:p>"
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)


def odt(content: bytes) -> RawDocument:
    return read(a_source("notes.odt", media_type="application/vnd.oasis.opendocument.text"), content)


def texts(*body: str) -> list[str]:
    return [block.text for block in odt(an_odt(*body, styles=STYLES)).blocks]


def test_a_text_gives_its_headings_items_and_rows_in_order() -> None:
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ("to write", "to meet"))
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Date", "Place"), ("14 May", "Town hall"))
    )

    document = odt(
        an_odt(
            '<text:p text:style-name="P1">Minutes of the forum</text:p>',
            '<text:h text:outline-level="2">Actions</text:h><text:p>We agreed:</text:p>',
            f"<text:list>{items}</text:list><table:table>{rows}</table:table>",
            styles=STYLES,
        )
    )

    assert (document.title, document.author, document.notes) == ("Minutes of the forum", None, ())
    assert [(block.kind.value, block.text, block.stem) for block in document.blocks] == [
        ("heading", "Minutes of the forum", None),
        ("heading", "Actions", None),
        ("paragraph", "We agreed:", None),
        ("item", "to write", "We agreed:"),
        ("item", "to meet", "We agreed:"),
        ("row", "Date | Place", None),
        ("row", "14 May | Town hall", None),
    ]


def test_spaces_tabs_breaks_and_signs_are_those_of_the_text() -> None:
    body = '<text:p>A<text:s text:c="3"/>b<text:tab/>&lt;i&gt;<text:line-break/>c<text:span>d</text:span>e</text:p>'

    assert texts(body) == ["A b <i>", "cde"]


def test_links_lead_where_the_text_says() -> None:
    body = '<text:p>Read <text:a xlink:href="https://a.example/report?a=1&amp;b=2">the report</text:a></text:p>'

    (block,) = odt(an_odt(body)).blocks

    assert (block.text, block.links[0].address) == ("Read the report", "https://a.example/report?a=1&b=2")


def test_what_a_reader_does_not_see_stays_out() -> None:
    document = odt(
        an_odt(
            "<text:tracked-changes><text:changed-region><text:p>UNSEEN</text:p></text:changed-region>"
            "</text:tracked-changes>",
            '<text:p>Shown.<text:span text:style-name="T1">UNSEEN</text:span><office:annotation><text:p>UNSEEN</text:p>'
            '</office:annotation><text:span text:style-name="T2">UNSEEN</text:span></text:p>',
            '<text:section text:display="none"><text:p>UNSEEN</text:p></text:section>',
            "<text:table-of-content><text:p>UNSEEN</text:p></text:table-of-content>",
            styles=STYLES,
        )
    )

    assert [block.text for block in document.blocks] == ["Shown."]
    assert "nobody accepted" in document.notes[0]


def test_a_note_stands_at_the_end_and_its_number_nowhere() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So they say.</text:p>"
        "</text:note-body></text:note>"
    )

    assert texts(f"<text:p>Half of us{note} agree.</text:p>", PARAGRAPH) == [
        "Half of us agree.",
        "The forum met on Tuesday.",
        "So they say.",
    ]


def test_a_text_of_pictures_alone_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="picture"):
        odt(an_odt("<text:p/>", extra={"Pictures/1.png": b"\x89PNG\r\n"}))


BOXES = "<text:list><text:list-item>", "</text:list-item></text:list>"
REFUSED: dict[str, Callable[[], bytes]] = {
    "40 MB of text": lambda: a_bomb("content.xml", ODT_START, "A" * 10_000_000, 4, ODT_END),
    "billion laughs": lambda: zipped({"content.xml": f"{LAUGHS}<a>&a9;</a>"}),
    "an outside entity": lambda: zipped({"content.xml": '<!DOCTYPE q [<!ENTITY q SYSTEM "file:///x">]><a>&q;</a>'}),
    "deep lists": lambda: an_odt(BOXES[0] * 3_000, PARAGRAPH, BOXES[1] * 3_000),
    "hidden depth": lambda: an_odt("<text:span><!-- </text:span> -->" * 3_000, "</text:span>" * 3_000),
    "many paragraphs": lambda: an_odt("<text:p/>" * 30_000),
    "escaping names": lambda: an_odt(PARAGRAPH, extra={"..\\..\\escaped.txt": b"x"}),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_text_built_to_harm_is_refused_at_once(make: Callable[[], bytes]) -> None:
    content = make()
    start = process_time()

    with pytest.raises(RefusedDocumentError):
        odt(content)

    assert process_time() - start < 1


def test_lists_that_only_just_pass_the_guard_are_read() -> None:
    assert texts(BOXES[0] * 100, PARAGRAPH, BOXES[1] * 100) == ["The forum met on Tuesday."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (an_odt(PARAGRAPH, extra={"META-INF/manifest.xml": "<a><encryption-data/></a>"}), "password"),
        (a_docx(), "not an OpenDocument text"),
        (b"%PDF-1.4", "looks like a PDF file"),
        (zipped({"content.xml": "<a"}), "damaged"),
    ],
    ids=["password", "Word", "PDF", "cut markup"],
)
def test_what_cannot_be_read_is_turned_away_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=reason):
        odt(content)


def test_a_text_with_any_byte_changed_is_read_or_turned_away() -> None:
    whole = an_odt(PARAGRAPH)

    for place in range(0, len(whole), 7):
        broken = bytearray(whole)
        broken[place] ^= 0x55
        try:
            document = odt(bytes(broken))
        except DocumentError:
            continue
        assert document.blocks
