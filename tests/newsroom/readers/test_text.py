"""Plain text files."""

from pathlib import Path

import pytest

from flows.newsroom.errors import EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.model import Block, BlockKind
from flows.newsroom.readers import read
from tests.factories import a_source

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
TEXT = "The trust’s forum\n\nCarers met the minister – at last."


def texts(content: bytes) -> list[str]:
    return [block.text for block in read(a_source(), content).blocks]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_same_words_are_read_from_every_charset_and_line_end(charset: str, line_end: str) -> None:
    content = TEXT.replace("\n", line_end).encode(charset)

    assert texts(content) == ["The trust’s forum", "Carers met the minister – at last."]


@pytest.mark.parametrize(
    ("number", "blocks", "first", "last"),
    [
        (0, 18, "27 June 2019", '"A report with some clear actions on next steps will be out very soon."'),
        (1, 9, "22 March 2019", "World Social Work Day is an opportunity"),
        (2, 22, "Tuesday 29 July saw the first ever", "Leave a comment"),
        (3, 8, "Meeting on 17 August between Wandsworth Social Workers and Voluntary Groups", "27 July 2018"),
        (4, 26, "How a grassroots movement reinvigorated", "Comments are closed."),
    ],
)
def test_the_seeds_are_read_a_line_a_block(number: int, blocks: int, first: str, last: str) -> None:
    document = read(a_source(), SEEDS[number].read_bytes())

    assert len(document.blocks) == blocks
    assert document.blocks[0].text.startswith(first)
    assert document.blocks[-1].text.startswith(last)
    assert (document.title, document.author, document.published.date, document.notes) == (None, None, None, ())


def test_spaces_that_cannot_be_seen_are_plain_in_the_seeds() -> None:
    document = read(a_source(), SEEDS[0].read_bytes())

    assert document.blocks[2] == Block(
        kind=BlockKind.PARAGRAPH,
        text="Trust CEO Dr Navina Evans opened the conference. She emphasised the Trust’s commitment to developing "
        "social work.",
    )


@pytest.mark.parametrize("content", [b"", b"\n \n", "\u200b\u00a0\ufeff".encode(), b"-----\n***\n"])
def test_a_file_without_words_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyDocumentError, match="no text"):
        read(a_source(), content)


def test_a_web_page_named_as_text_is_named_for_what_it_is() -> None:
    with pytest.raises(UnreadableDocumentError, match=r"ends in \.html"):
        read(a_source(), b"\n<!DOCTYPE html>\n<html><body><p>words</p></body></html>")


def test_a_picture_named_as_text_is_named_for_what_it_is() -> None:
    with pytest.raises(UnreadableDocumentError, match="it looks like a picture"):
        read(a_source(), b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def test_a_file_of_endless_lines_is_refused() -> None:
    with pytest.raises(RefusedDocumentError):
        read(a_source(), b"\n" * 1_000_000)


def test_a_guess_at_the_charset_is_noted() -> None:
    assert "accented letters" in read(a_source(), "Zoë met the minister.".encode("cp1252")).notes[0]
