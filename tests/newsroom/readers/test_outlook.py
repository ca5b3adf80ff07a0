"""Messages saved by Outlook are read as any e-mail is."""

import datetime as dt
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.model import RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source
from tests.newsroom.readers.outlook_samples import (
    BODY,
    CODEPAGE,
    CONTENT,
    HEADERS,
    HTML,
    NAME,
    SENDER,
    SENT,
    SUBJECT,
    Value,
    a_msg,
)

LONG = "The play scheme ran twelve sessions in the church hall and 26 children came to at least one of them. " * 2
FORWARD = "From: Ben Fox\nSent: 05 February 2026 16:02\nTo: All Staff\nSubject: A new house\n\n"
NOTE: dict[int, Value] = {SUBJECT: "RE: Our forum", SENDER: "Ann Lee", BODY: "The forum met on Tuesday.\r\n"}


def outlook(content: bytes) -> RawDocument:
    return read(a_source("letter.msg", media_type="application/vnd.ms-outlook"), content)


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_message_gives_its_text_its_sender_and_its_day() -> None:
    document = outlook(a_msg({**NOTE, SENT: dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)}))

    assert (document.title, document.author, texts(document)) == (
        "Our forum",
        "Ann Lee",
        ["The forum met on Tuesday."],
    )
    assert document.published.date == dt.date(2026, 3, 2)


def test_the_headers_that_came_with_it_tell_the_day_on_the_clock_of_the_sender() -> None:
    headers = "From: Zoe Fox <z@a.example>\r\nDate: Mon, 2 Mar 2026 23:30:00 -0100\r\n"

    document = outlook(a_msg({**NOTE, HEADERS: headers, SENT: dt.datetime(2026, 3, 3, 0, 30, tzinfo=dt.UTC)}))

    assert (document.author, document.published.date) == ("Zoe Fox", dt.date(2026, 3, 2))


def test_markup_is_preferred_and_read_without_what_is_hidden() -> None:
    markup = "<p>The <b>rich</b> words: £5.</p><p style='display:none'>UNSEEN</p>".encode("cp1252")

    assert texts(outlook(a_msg({**NOTE, HTML: markup, CODEPAGE: 1252}))) == ["The rich words: £5."]


def test_a_chain_that_was_passed_on_is_unwrapped_as_in_any_mail() -> None:
    document = outlook(a_msg({**NOTE, SUBJECT: "FW: A new house", BODY: f"One for us?\n\n{FORWARD}{LONG}"}))

    assert texts(document) == [LONG.strip()]
    assert (document.title, document.author, document.published.date) == (
        "A new house",
        "Ben Fox",
        dt.date(2026, 2, 5),
    )


def test_what_is_attached_lies_within_and_what_cannot_be_read_is_named() -> None:
    minutes: dict[int, Value] = {NAME: "C:\\in\\minutes.txt", CONTENT: b"The forum met." * 500}
    table: dict[int, Value] = {NAME: "budget.xlsx", CONTENT: b"PK"}

    document = outlook(a_msg(NOTE, minutes, table, minutes))

    assert [(one.name, one.media_type, len(one.content)) for one in document.enclosed] == [
        ("minutes.txt", "text/plain", 7_000),
        ("minutes (2).txt", "text/plain", 7_000),
    ]
    assert "budget.xlsx" in document.notes[0]


def test_a_message_without_text_and_attachments_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="no text"):
        outlook(a_msg({SUBJECT: "x"}))


def test_a_contact_is_no_message() -> None:
    with pytest.raises(UnreadableDocumentError, match="contact"):
        outlook(a_msg(NOTE, kind="IPM.Contact"))


def test_another_file_of_microsofts_is_no_message() -> None:
    with pytest.raises(UnreadableDocumentError, match="damaged"):
        outlook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000))
    with pytest.raises(UnreadableDocumentError, match="It looks like a PDF file"):
        outlook(b"%PDF-1.7 ...")


def test_too_many_attachments_are_refused_from_their_count() -> None:
    with pytest.raises(RefusedDocumentError, match="more than 200 attachments"):
        outlook(a_msg(NOTE, counted=10_000))


def test_an_endless_sender_costs_little() -> None:
    start = process_time()

    outlook(a_msg({**NOTE, HEADERS: "From: " + "(" * 500_000 + "\r\n", SENDER: "a," * 100_000}))

    assert process_time() - start < 1


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 6_000), byte=st.integers(0, 255))
def test_a_message_with_any_byte_changed_is_read_or_turned_away(place: int, byte: int) -> None:
    content = bytearray(a_msg(NOTE, {NAME: "minutes.txt", CONTENT: b"The forum met."}))
    content[place % len(content)] = byte

    try:
        document = outlook(bytes(content))
    except DocumentError:
        return
    assert document.blocks or document.enclosed
