"""Word documents."""

from collections.abc import Callable
from time import process_time

import pytest

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.model import RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source
from tests.newsroom.readers.office_samples import (
    LAUGHS,
    WORD_END,
    WORD_START,
    a_bomb,
    a_docx,
    a_paragraph,
    an_odt,
    zipped,
)

PARAGRAPH = a_paragraph("The forum met on Tuesday.")
CREATOR = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ben Fox</dc:creator><dc:title>Template 7</dc:title>'
    "</cp:coreProperties>"
)
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">'
    f"{a_paragraph('As the survey of 2024 found.')}</w:footnote></w:footnotes>"
)


def word(content: bytes) -> RawDocument:
    return read(a_source("notes.docx", media_type=_media_type()), content)


def _media_type() -> str:
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def texts(content: bytes) -> list[str]:
    return [block.text for block in word(content).blocks]


def test_a_document_gives_its_headings_items_and_rows_in_order() -> None:
    table = "<w:tbl>" + "".join(
        f"<w:tr><w:tc>{a_paragraph(left)}</w:tc><w:tc>{a_paragraph(right)}</w:tc></w:tr>"
        for left, right in (("Date", "Place"), ("14 May", "Town hall"))
    )

    document = word(
        a_docx(
            a_paragraph("Minutes of the forum", "Title"),
            a_paragraph("Contents 1", "toc1"),
            a_paragraph("Actions", "heading1"),
            a_paragraph("We agreed:"),
            a_paragraph("to write", numbered=True),
            a_paragraph("to meet", numbered=True),
            f"{table}</w:tbl>",
        )
    )

    assert document.title == "Minutes of the forum"
    assert [(block.kind.value, block.text, block.stem) for block in document.blocks] == [
        ("heading", "Minutes of the forum", None),
        ("heading", "Actions", None),
        ("paragraph", "We agreed:", None),
        ("item", "to write", "We agreed:"),
        ("item", "to meet", "We agreed:"),
        ("row", "Date | Place", None),
        ("row", "14 May | Town hall", None),
    ]


def test_the_file_never_names_the_author_the_title_or_the_day() -> None:
    document = word(a_docx(PARAGRAPH, extra={"docProps/core.xml": CREATOR}))

    assert (document.title, document.author, document.published.date, document.notes) == (None, None, None, ())


def test_links_lead_where_the_document_says() -> None:
    link = (
        '<w:p><w:r><w:t xml:space="preserve">Read </w:t></w:r><w:hyperlink r:id="r9"><w:r><w:t>the report</w:t></w:r>'
        "</w:hyperlink></w:p>"
    )

    (block,) = word(a_docx(link)).blocks

    assert (block.text, block.links[0].address) == ("Read the report", "https://a.example/report")


def test_what_a_reader_does_not_see_stays_out() -> None:
    changed = (
        '<w:p><w:r><w:t>The fee is </w:t></w:r><w:del w:id="1"><w:r><w:delText>UNSEEN</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>10 pounds.</w:t></w:r></w:ins></w:p>'
    )

    document = word(
        a_docx(
            changed,
            a_paragraph("UNSEEN", run="<w:vanish/>"),
            a_paragraph("UNSEEN", run="<w:strike/>"),
            a_paragraph("Shown.", run='<w:vanish w:val="0"/>'),
        )
    )

    assert [block.text for block in document.blocks] == ["The fee is 10 pounds.", "Shown."]
    assert "nobody accepted" in document.notes[0]


def test_a_note_stands_at_the_end_and_its_number_nowhere() -> None:
    body = '<w:p><w:r><w:t>Half of us agree.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'

    assert texts(a_docx(body, extra={"word/footnotes.xml": NOTES})) == [
        "Half of us agree.",
        "As the survey of 2024 found.",
    ]


def test_a_document_of_pictures_alone_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="picture"):
        word(a_docx("<w:p/>", extra={"word/media/image1.png": b"\x89PNG\r\n"}))


BOXES = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
REFUSED: dict[str, Callable[[], bytes]] = {
    "300 MB of text": lambda: a_bomb("word/document.xml", WORD_START, "A" * 10_000_000, 30, WORD_END),
    "a huge picture": lambda: a_bomb("word/media/image1.png", "", "\0" * 10_000_000, 4, ""),
    "billion laughs": lambda: a_docx(PARAGRAPH, extra={"word/footnotes.xml": f"{LAUGHS}<a>&a9;</a>"}),
    "hidden laughs": lambda: a_docx(extra={"word/footnotes.xml": f"{LAUGHS}<a>&a9;</a>".encode("utf-16")}),
    "an odd charset": lambda: a_docx(extra={"word/footnotes.xml": "<?xml version='1.0' encoding='cp037'?><a/>"}),
    "deep tables": lambda: a_docx(BOXES[0] * 3_000, PARAGRAPH, BOXES[1] * 3_000),
    "many paragraphs": lambda: a_docx("<w:p/>" * 30_000),
    "many elements": lambda: a_docx("<w:p>", "<w:r><w:t/></w:r>" * 200_000, "</w:p>"),
    "escaping names": lambda: a_docx(PARAGRAPH, extra={"../../escaped.txt": b"x"}),
    "absolute names": lambda: a_docx(PARAGRAPH, extra={"/etc/escaped.txt": b"x"}),
    "many members": lambda: a_docx(PARAGRAPH, extra={f"word/x{n}.xml": b"" for n in range(5_000)}),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_document_built_to_harm_is_refused_at_once(make: Callable[[], bytes]) -> None:
    content = make()
    start = process_time()

    with pytest.raises(RefusedDocumentError):
        word(content)

    assert process_time() - start < 1


def test_tables_that_only_just_pass_the_guard_are_read_or_turned_away() -> None:
    for depth in (20, 80):
        with_tables = a_docx(BOXES[0] * depth, PARAGRAPH, BOXES[1] * depth)

        try:
            assert texts(with_tables) == ["The forum met on Tuesday."]
        except UnreadableDocumentError as error:
            assert "nested too deeply" in str(error)  # noqa: PT017 - either is right, a crash is not


def test_a_password_is_named_as_the_reason() -> None:
    zipped_with_one = bytearray(a_docx(PARAGRAPH))
    place = zipped_with_one.index(b"PK\x01\x02")
    zipped_with_one[place + 8] |= 1
    of_office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le")

    for content in (bytes(zipped_with_one), of_office):
        with pytest.raises(UnreadableDocumentError, match="password"):
            word(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04" + bytes(range(250)) * 2, "not a Word document"),
        (b"%PDF-1.4\n", "looks like a PDF file"),
        (an_odt("<text:p>x</text:p>"), "not a Word document"),
        (zipped({"xl/workbook.xml": "<a/>"}), "not a Word document"),
        (zipped({"word/document.xml": "<a"}), "damaged"),
        (a_docx(PARAGRAPH)[:-30], "not a Word document"),
        (zipped({"word/document.xml": "<a>:vanish"}), "damaged"),
    ],
    ids=["not a zip", "PDF", "ODT", "workbook", "cut markup", "cut file", "cut with hidden text"],
)
def test_what_is_no_word_document_is_turned_away_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=reason):
        word(content)


def test_a_document_with_any_byte_changed_is_read_or_turned_away() -> None:
    whole = a_docx(PARAGRAPH, a_paragraph("We agreed.", run="<w:vanish/>"))

    for place in range(0, len(whole), 23):
        broken = bytearray(whole)
        broken[place] ^= 0x55
        try:
            document = word(bytes(broken))
        except DocumentError:
            continue
        assert document.blocks
