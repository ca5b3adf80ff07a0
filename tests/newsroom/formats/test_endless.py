"""Runs of letters without a space and paragraphs without an end are no prose."""

from dataclasses import replace

import pytest

from flows.newsroom.errors import EmptyDocumentError, RefusedDocumentError
from flows.newsroom.formats.endless import LONGEST_BLOCK, MOST_CHARACTERS, without_the_endless
from tests.factories import a_raw_document


def test_an_ordinary_document_stays_as_it_is() -> None:
    document = a_raw_document("The forum met on Tuesday.", "See https://a.example/" + "x" * 500)

    assert without_the_endless(document) is document


def test_a_run_of_letters_is_left_out_and_noted() -> None:
    document = without_the_endless(a_raw_document("The forum met.", "AAAA" * 1_000))

    assert [block.text for block in document.blocks] == ["The forum met."]
    assert "Blocks left out: 1" in document.notes[0]


def test_a_paragraph_without_end_is_cut_between_sentences_and_loses_no_word() -> None:
    text = "The forum met on Tuesday in the hall. " * 1_000

    document = without_the_endless(a_raw_document(text.strip()))

    assert all(len(block.text) <= LONGEST_BLOCK and block.text.endswith(".") for block in document.blocks)
    assert " ".join(block.text for block in document.blocks) == text.strip()


def test_a_sentence_without_end_is_cut_between_words() -> None:
    document = without_the_endless(a_raw_document("3 May 2024, " * 2_000))

    assert " ".join(block.text for block in document.blocks).split() == ("3 May 2024, " * 2_000).split()


def test_a_file_of_letters_alone_holds_no_words() -> None:
    with pytest.raises(EmptyDocumentError, match="no words"):
        without_the_endless(a_raw_document("1" * 2_000))


def test_more_than_a_book_is_refused() -> None:
    with pytest.raises(RefusedDocumentError, match="thick book"):
        without_the_endless(a_raw_document(*["word " * 1_000] * (MOST_CHARACTERS // 5_000 + 1)))


def test_a_document_that_only_carries_others_stays_as_it_is() -> None:
    carrier = replace(a_raw_document(), blocks=())

    assert without_the_endless(carrier) is carrier
