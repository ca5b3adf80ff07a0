"""Rich Text documents."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.model import RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\froman\fcharset238 Times;}}"
INFO = r"{\info{\title UNSEEN}{\author UNSEEN}}{\header UNSEEN\par}{\*\generator UNSEEN;}"


def rtf(body: str, head: str = HEAD + INFO) -> RawDocument:
    return read(a_source("letter.rtf", media_type="application/rtf"), f"{head}{body}}}".encode("ascii"))


def told(body: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in rtf(body).blocks]


def test_paragraphs_and_items_are_told_and_what_is_not_text_is_not() -> None:
    assert told(
        r"\pard\f0\b Minutes\b0\par The forum met.\par We agreed:\par"
        r"{\listtext\'b7\tab}to write\par{\listtext\'b7\tab}to meet\par"
    ) == [
        ("paragraph", "Minutes"),
        ("paragraph", "The forum met."),
        ("paragraph", "We agreed:"),
        ("item", "to write"),
        ("item", "to meet"),
    ]


def test_letters_of_every_kind_are_read() -> None:
    assert told(r"Tea: \'a35 \endash\u8364?7, D\u373\'77r \f1\'9ari \u-10179?\u-8704? \{a\} \\b\par") == [
        ("paragraph", "Tea: £5 –€7, Dŵr šri 😀 {a} \\b")
    ]


def test_rows_of_a_table_are_told_from_lines_with_a_stroke() -> None:
    assert told(r"a | b\par\trowd\intbl Name\cell Role\cell\row\intbl Ann\cell Chair\cell\row\pard The end.\par") == [
        ("paragraph", "a | b"),
        ("row", "Name | Role"),
        ("row", "Ann | Chair"),
        ("paragraph", "The end."),
    ]


def test_hidden_and_deleted_words_are_not_read() -> None:
    body = r"Seen {\v UNSEEN }words{\deleted UNSEEN} stay. {\v UNSEEN\v0 So do} these, \\v as well.\par"

    assert told(body) == [("paragraph", r"Seen words stay. So do these, \v as well.")]


def test_the_address_of_a_link_is_not_lost() -> None:
    body = r'{\field{\*\fldinst{HYPERLINK "https://a.example/x"}}{\fldrslt{Read on}}}\par'

    assert "Read on" in rtf(body).blocks[0].text


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(EmptyDocumentError):
        rtf(r"{\pict\pngblip " + "89504e47" * 100 + "}")


def test_another_file_is_no_rich_text() -> None:
    with pytest.raises(UnreadableDocumentError, match="no Rich Text"):
        read(a_source("x.rtf", media_type="application/rtf"), b"The forum met.")


def test_pictures_cost_little_and_endless_groups_are_refused() -> None:
    start = process_time()

    assert told(r"{\pict\pngblip " + "89504e47" * 1_000_000 + r"}The forum met.\par")
    with pytest.raises(RefusedDocumentError, match="far more parts"):
        rtf("{" * 300_000)

    assert process_time() - start < 1


PIECES = st.sampled_from(
    (
        *(r"\par ", r"\u", r"\u99999 ?", r"\uc", r"\'", r"\'e", "{", "}", r"\v ", r"\v0", r"\*", r"\ansicpg9 ", r"\f7"),
        *(r"\cell", r"\row", r"{\pict\bin", r"\bin9", r'{\field{\*\fldinst{HYPERLINK "', "\\", "\n", r"\fonttbl"),
        *(r"\f1\fcharset77 x;", "word "),
    )
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_pieces_become_a_document_or_a_plain_reason(body: str) -> None:
    try:
        document = rtf(body)
    except DocumentError:
        return
    assert all(block.text.strip() for block in document.blocks)
    assert "\ud83d" not in document.blocks[0].text
