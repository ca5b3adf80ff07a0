"""PDF documents."""

import zlib
from collections.abc import Callable
from time import process_time

import pytest

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.pdf_columns import in_reading_order
from flows.newsroom.formats.pdf_layout import blocks_from_pages, without_running_lines
from flows.newsroom.formats.pdf_lines import read_lines
from flows.newsroom.model import Block, RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source
from tests.newsroom.readers.pdf_samples import Placed, a_pdf, a_pdf_of_streams, column, packed

HELLO = b"BT /F1 12 Tf 100 700 Td (Hello) Tj ET\n"
LEFT = (
    "The forum met on Tuesday in the hall",
    "and heard from three boroughs how they",
    "mean to keep their social workers.",
    "There was tea for everybody who came,",
    "and the hall was warm for once.",
)
RIGHT = (
    "Practitioners asked for time to think",
    "and for managers who know the work.",
    "The next meeting is on 14 May, and all",
    "who work with adults are welcome to",
    "come and to bring a colleague along.",
)


def pdf(content: bytes) -> RawDocument:
    return read(a_source("notes.pdf", media_type="application/pdf"), content)


def laid_out(content: bytes) -> tuple[Block, ...]:
    """What the reader does with the pages."""
    pages = tuple(map(in_reading_order, read_lines(content)))
    return blocks_from_pages(without_running_lines(pages))


def told(*pages: list[Placed]) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in laid_out(a_pdf(*pages))]


def test_lines_become_headings_paragraphs_and_items_with_their_stem() -> None:
    document = pdf(
        a_pdf(
            [
                Placed("Minutes of the forum", bottom=760, size=20),
                *column(LEFT[0], LEFT[1], LEFT[2], "", "We agreed:", top=730),
                *column("• to write to the council and", "to every borough", "• to meet", left=80, top=660),
                Placed("What comes next", bottom=600, font="F2"),
                *column(RIGHT[2], RIGHT[3], RIGHT[4], top=586),
            ]
        )
    )

    assert document.title == "Minutes of the forum"
    assert [(block.kind.value, block.text, block.stem) for block in document.blocks] == [
        ("heading", "Minutes of the forum", None),
        ("paragraph", " ".join(LEFT[:3]), None),
        ("paragraph", "We agreed:", None),
        ("item", "to write to the council and to every borough", "We agreed:"),
        ("item", "to meet", "We agreed:"),
        ("heading", "What comes next", None),
        ("paragraph", " ".join(RIGHT[2:]), None),
    ]


def test_the_file_never_names_the_author_or_the_day() -> None:
    document = pdf(a_pdf(column(*LEFT)))

    assert (document.title, document.author, document.published.date) == (None, None, None)
    assert len(document.notes) == 1


def test_what_is_repeated_at_the_edges_of_pages_is_left_out_and_noted() -> None:
    pages = [
        [Placed("Northgate Trust", bottom=810), *column(*lines), Placed(f"Page {number} of 2", bottom=30)]
        for number, lines in enumerate((LEFT, RIGHT), 1)
    ]

    document = pdf(a_pdf(*pages))

    assert [block.text for block in document.blocks] == [" ".join(LEFT), " ".join(RIGHT)]
    assert "repeated at the edges" in document.notes[1]


def test_a_title_that_the_headers_repeat_stays() -> None:
    pages = [[Placed("Annual report", bottom=810, size=8), *column(*lines)] for lines in (LEFT, RIGHT)]
    pages[0].insert(0, Placed("Annual report", bottom=780, size=24))

    assert told(*pages)[0] == ("heading", "Annual report")


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert told(column(*LEFT[:2]), column(LEFT[2])) == [("paragraph", " ".join(LEFT[:3]))]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("All the infor-", "mation is here."), "All the information is here."),
        (("A well-known case, and a well-", "known rule."), "A well-known case, and a well-known rule."),
        (("The care of pre-", "and post-birth mothers."), "The care of pre- and post-birth mothers."),
        (("The Anglo-", "Irish forum."), "The Anglo-Irish forum."),
    ],
)
def test_a_word_that_was_broken_at_a_hyphen_is_whole_again(lines: tuple[str, str], text: str) -> None:
    assert told(column(*lines)) == [("paragraph", text)]


@pytest.mark.parametrize("is_across", [True, False], ids=["drawn across", "drawn one by one"])
def test_two_columns_are_read_one_after_the_other(*, is_across: bool) -> None:
    left, right = column(*LEFT), column(*RIGHT, left=320)
    lines = [line for pair in zip(left, right, strict=True) for line in pair] if is_across else left + right

    assert told(lines) == [("paragraph", " ".join(LEFT)), ("paragraph", " ".join(RIGHT))]


def test_cells_side_by_side_are_rows() -> None:
    rows = (("Date", "Place"), ("14 May", "Town hall"), ("3 June", "Library"))
    lines = [
        Placed(text, 72 + 200 * place, 600 - 14 * number)
        for number, row in enumerate(rows)
        for place, text in enumerate(row)
    ]

    assert told(column(*LEFT) + lines)[1:] == [("row", " | ".join(row)) for row in rows]


def test_a_table_of_contents_is_left_out() -> None:
    assert told(column("Introduction . . . . . . . . . . 3", *LEFT)) == [("paragraph", " ".join(LEFT))]


def test_pages_of_pictures_among_others_are_noted() -> None:
    document = pdf(a_pdf(column(*LEFT), []))

    assert "1 of 2" in document.notes[1]


def test_a_pdf_of_pictures_alone_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="picture of text"):
        pdf(a_pdf([]))


BOMB = packed(b" " * 1_000_000, 300)
REFUSED: dict[str, Callable[[], bytes]] = {
    "300 MB of spaces": lambda: a_pdf_of_streams(BOMB),
    "packed twice": lambda: a_pdf_of_streams(zlib.compress(BOMB), filters="[/FlateDecode /FlateDecode]"),
    "many bombs": lambda: a_pdf_of_streams(*[packed(b" " * 1_000_000, 4)] * 20),
    "endless operators": lambda: a_pdf_of_streams(packed(HELLO * 10_000, 140)),
    "a thousand pages": lambda: a_pdf(*[[Placed("x")]] * 301),
    "half a million objects": lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 500_000,
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_pdf_built_to_harm_is_refused_at_once(make: Callable[[], bytes]) -> None:
    content = make()
    start = process_time()

    with pytest.raises(RefusedDocumentError):
        pdf(content)

    assert process_time() - start < 1


LOOP = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] "
    b"/Count 1000000 >>\nendobj\ntrailer << /Root 1 0 R /Size 3 >>\n%%EOF"
)


@pytest.mark.parametrize(
    "content",
    [LOOP, LOOP.replace(b"1000000", b"2"), a_pdf(column(*LEFT))[:300], b"Hello"],
    ids=["page loop", "short page loop", "truncated", "no PDF"],
)
def test_a_pdf_that_cannot_be_read_is_turned_away(content: bytes) -> None:
    with pytest.raises(DocumentError):
        pdf(content)


def test_a_password_is_named_as_the_reason() -> None:
    locked = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        b"11" * 32,
        b"22" * 32,
    )

    with pytest.raises(UnreadableDocumentError, match="password"):
        pdf(a_pdf_of_streams(zlib.compress(HELLO), trailer=locked))


def test_a_pdf_with_any_byte_changed_is_read_or_turned_away() -> None:
    whole = a_pdf(column(*LEFT))

    for place in range(0, len(whole), 11):
        broken = bytearray(whole)
        broken[place] ^= 0x55
        try:
            blocks = laid_out(bytes(broken))
        except DocumentError:
            continue
        assert all(block.text.strip() for block in blocks)
