"""Mailboxes are taken apart; each message is a document of its own."""

import pytest

from flows.newsroom.errors import DocumentError
from flows.newsroom.model import RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source

BOX = (
    b"From ann@a.example Mon Mar  2 09:00:00 2026\nSubject: Our forum\nFrom: a@a.example\n\n"
    b"The forum met.\n\n>From the chair: thanks.\n\n"
    b"From ben@a.example Tue Mar  3 09:00:00 2026\r\nSubject: =?utf-8?q?Re=3A_Our_forum?=\r\n\r\nI was there.\r\n"
)


def mailbox(content: bytes) -> RawDocument:
    return read(a_source("in.mbox", media_type="application/mbox"), content)


def test_every_message_is_named_after_its_subject_and_whole() -> None:
    document = mailbox(BOX)

    assert [(one.name, one.media_type) for one in document.enclosed] == [
        ("Our forum.eml", "message/rfc822"),
        ("Our forum (2).eml", "message/rfc822"),
    ]
    assert document.enclosed[0].content.endswith(b"\nFrom the chair: thanks.")
    assert read(a_source("x.eml", media_type="message/rfc822"), document.enclosed[1].content).blocks


def test_a_file_without_messages_is_no_mailbox() -> None:
    with pytest.raises(DocumentError, match="no mailbox"):
        mailbox(b"The forum met.\n")


def test_a_mailbox_of_years_is_refused() -> None:
    with pytest.raises(DocumentError, match="more than 500 messages"):
        mailbox(b"From a@a.example Mon Mar 2 09:00:00 2026\n\nx\n\n" * 501)
