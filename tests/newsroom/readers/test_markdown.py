"""Markdown files."""

import datetime as dt
import textwrap
from contextlib import suppress
from time import process_time

import pytest

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError
from flows.newsroom.model import BlockKind, Defaults, RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source

NOTES = """\
---
title: Spring meeting
author: Ann Lee
date: 2024-05-03
---

# Notes of the spring meeting

The forum met on *Tuesday* and heard
from **Ben Fox**. See [the report](/report) and [this](javascript:x).<!-- UNSEEN -->

We agreed:

1. to write
   - to the director
2. to meet

> A quotation
> over two lines.

| Date | Place |
|------|-------|
| 14 May | Town hall |

<script>UNSEEN</script><p hidden>UNSEEN</p>
"""


def markdown(text: str) -> RawDocument:
    defaults = Defaults(address="https://www.northgate.example/news/")
    return read(a_source("notes.md", media_type="text/markdown", defaults=defaults), text.encode())


def test_marks_become_blocks_and_nothing_of_them_is_printed() -> None:
    document = markdown(NOTES)

    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("heading", "Notes of the spring meeting"),
        ("paragraph", "The forum met on Tuesday and heard from Ben Fox. See the report and this."),
        ("paragraph", "We agreed:"),
        ("item", "to write"),
        ("item", "to the director"),
        ("item", "to meet"),
        ("quotation", "A quotation over two lines."),
        ("row", "Date | Place"),
        ("row", "14 May | Town hall"),
    ]
    assert [block.stem for block in document.blocks[3:6]] == ["We agreed:", "to write", "We agreed:"]
    assert [link.address for link in document.blocks[1].links] == ["https://www.northgate.example/report"]


def test_the_top_of_the_file_gives_title_author_and_date() -> None:
    document = markdown(NOTES)

    assert (document.title, document.author) == ("Spring meeting", "Ann Lee")
    assert document.published.date == dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Notes of the meeting\n\nText.", "Notes of the meeting"),
        ("Notes of the meeting\n====\n\nText.", "Notes of the meeting"),
        ("Text first.\n\n# Notes of the meeting", None),
        ("## Notes of the meeting\n\nText.", None),
    ],
)
def test_a_heading_of_the_first_level_that_opens_the_file_is_its_title(text: str, title: str | None) -> None:
    document = markdown(text)

    assert document.title == title
    assert any(block.text == "Notes of the meeting" and block.kind is BlockKind.HEADING for block in document.blocks)


@pytest.mark.parametrize("text", ["", "---\ntitle: x y\n---\n", "<!-- only a remark -->", "***\n\n---"])
def test_a_file_without_words_is_empty(text: str) -> None:
    with pytest.raises(EmptyDocumentError):
        markdown(text)


@pytest.mark.parametrize(
    "text",
    ["![" * 1_000 + "a" + "](b)" * 1_000, "> " * 5_000 + "a", "*" * 3_000 + "a" + "*" * 3_000, "- " * 3_000 + "a"],
    ids=["pictures", "quotations", "stars", "lists"],
)
def test_endless_nesting_ends_in_a_document_or_a_reason(text: str) -> None:
    start = process_time()

    with suppress(DocumentError):
        markdown(text)

    assert process_time() - start < 3


def test_a_file_longer_than_a_book_is_refused() -> None:
    with pytest.raises(RefusedDocumentError, match="characters"):
        markdown("[" * 600_000)


def test_lines_that_somebody_typed_as_lines_stay_lines() -> None:
    document = markdown("We met, and\nit rained.\n\nKind regards,\n**Ann Lee**\nNorthgate Forum\n")

    texts = [block.text for block in document.blocks]
    assert texts == ["We met, and it rained.", "Kind regards,", "Ann Lee", "Northgate Forum"]


def test_lines_that_a_program_broke_are_joined() -> None:
    prose = "The forum met on Tuesday and heard from the council that the number of visits has risen since the spring. "
    document = markdown("\n".join(textwrap.wrap(prose * 4, 60)))

    assert [block.text for block in document.blocks] == [(prose * 4).strip()]
