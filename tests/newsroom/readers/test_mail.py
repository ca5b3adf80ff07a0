"""Saved e-mail."""

import datetime as dt
from email.message import EmailMessage
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.language.terms import SET_BY_SENDER
from flows.newsroom.model import BlockKind, Confidence, DateBasis, RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source

BODY = "The forum met on Tuesday.\n\nWe agreed:\n- to write to the council\n- to meet again\n"
HEADERS = b"From: Ann Lee <ann@a.example>\r\nSubject: Our forum\r\nDate: Fri, 3 May 2024 23:30:00 -0100\r\n"
LONG = "The play scheme ran twelve sessions in the church hall and 26 children came to at least one of them. " * 2

OUTLOOK = (
    "-----Original Message-----\nFrom: Ben Fox\nSent: 05 February 2026 16:02\nTo: All Staff\nSubject: A new house\n\n"
)
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Ben Fox <ben@a.example>\nDate: Tue, 3 Feb 2026 at 22:48\n"
    "Subject: A new house\nTo: Ann Lee <ann@a.example>\n\n"
)
APPLE = (
    "Begin forwarded message:\n\nFrom: Ben Fox\nDate: 9 January 2026 at 23:02\nTo: Ann Lee\nSubject: A new house\n\n"
)


def mail(content: bytes | EmailMessage) -> RawDocument:
    raw = content if isinstance(content, bytes) else content.as_bytes()
    return read(a_source("letter.eml", media_type="message/rfc822"), raw)


def letter(text: str = BODY, *, subject: str = "Our forum", sender: str = "Ann Lee <ann@a.example>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = sender, subject, "Fri, 3 May 2024 09:00:00 +0100"
    message.set_content(text)
    return message


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_message_gives_its_text_and_what_its_headers_state() -> None:
    document = mail(letter(subject="Re: FW: Our forum"))

    assert (document.title, document.author, document.notes) == ("Our forum", "Ann Lee", ())
    assert (document.published.date, document.published.basis) == (dt.date(2024, 5, 3), DateBasis.STATED)
    assert [(block.kind.value, block.text, block.stem) for block in document.blocks] == [
        ("paragraph", "The forum met on Tuesday.", None),
        ("paragraph", "We agreed:", None),
        ("item", "to write to the council", "We agreed:"),
        ("item", "to meet again", "We agreed:"),
    ]


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ('"Lee, Ann (Anytown NHS Trust)" <a@a.example>', "Ann Lee"),
        ("=?utf-8?q?Zo=C3=AB_O=E2=80=99Brien?= <z@a.example>", "Zoë O’Brien"),
        ("Communications Team <comms@a.example>", "Communications Team"),
        ("Anytown Council <news@a.example>", "Anytown Council"),
        ("ann@a.example", None),
        ("Ann Lee <a@a.example>, Ben Fox <b@a.example>", None),
    ],
)
def test_the_sender_is_the_author_by_name_and_never_by_address(sender: str, author: str | None) -> None:
    document = mail(b"From: %s\r\nSubject: x\r\n\r\nThe forum met.\r\n" % sender.encode())

    assert document.author == author


def test_the_day_is_that_on_the_clock_of_the_sender() -> None:
    assert mail(HEADERS + b"\r\nThe forum met.\r\n").published.date == dt.date(2024, 5, 3)
    assert mail(b"Subject: x\r\nDate: soon\r\n\r\nThe forum met.\r\n").published.date is None


def test_the_richer_of_two_forms_is_read_without_what_is_hidden_or_a_signature() -> None:
    message = letter("The plain words.")
    message.add_alternative(
        "<p>The <b>rich</b> words. <a href='https://a.example/x'>Read on</a></p><div style='display:none'>UNSEEN</div>"
        "<div class='gmail_signature'>Ann Lee, UNSEEN</div><ul><li>One</li></ul>",
        subtype="html",
    )

    document = mail(message)

    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("paragraph", "The rich words. Read on"),
        ("item", "One"),
    ]
    assert document.blocks[0].links[0].address == "https://a.example/x"


def test_markup_without_words_gives_way_to_the_plain_form() -> None:
    message = letter("The plain words.")
    message.add_alternative("<img src='cid:1'>", subtype="html")

    assert texts(mail(message)) == ["The plain words."]


@pytest.mark.parametrize("seam", [OUTLOOK, GMAIL, APPLE], ids=["Outlook", "Gmail", "Apple"])
def test_a_forwarded_message_is_the_document_when_who_passes_it_on_says_little(seam: str) -> None:
    document = mail(letter(f"One for the newsletter?\n\nAnn\n\n{seam}{LONG}\n", subject="Fwd: A new house"))

    assert texts(document) == [LONG.strip()]
    assert (document.title, document.author) == ("A new house", "Ben Fox")
    assert (document.published.date or dt.date.min).year == 2026
    assert "passed on" in document.notes[0]


@pytest.mark.parametrize(
    "words",
    [
        "Lovely. Can we use it? (I have NOT asked her yet)",
        "Please keep this to yourselves.",
        "We need his consent first.",
    ],
)
def test_whoever_passes_a_message_on_may_set_terms(words: str) -> None:
    document = mail(letter(f"{words}\n\n{OUTLOOK}{LONG}\n", subject="Fwd: A new house"))

    assert SET_BY_SENDER in document.notes


def test_a_message_that_was_passed_on_twice_is_found() -> None:
    document = mail(letter(f"See below.\n\n{GMAIL}And again.\n\n{APPLE}{LONG}\n", subject="Fwd: A new house"))

    assert texts(document) == [LONG.strip()]
    assert document.published.date == dt.date(2026, 1, 9)
    assert len(document.notes) == 1


@pytest.mark.parametrize("subject", ["Automatic reply: Your news", "Out of office", "Undeliverable: Your news"])
def test_what_a_machine_answers_is_no_document(subject: str) -> None:
    with pytest.raises(EmptyDocumentError, match="automatic reply"):
        mail(letter(LONG, subject=subject))


def test_a_line_between_two_heads_belongs_to_the_message_above() -> None:
    seams = OUTLOOK.replace("Ben Fox", "Cyd Ray") + "Can somebody PLEASE give me a date.\n\n" + OUTLOOK

    document = mail(letter(f"See below.\n\n{seams}{LONG}\n", subject="FW: A new house"))

    assert texts(document) == [LONG.strip()]
    assert document.author == "Ben Fox"


def test_a_forwarder_may_greet_and_sign_over_a_message_that_is_much_longer() -> None:
    own = " ".join(["word"] * 80)

    document = mail(letter(f"{own}\n\n{GMAIL}{' '.join([LONG.strip()] * 6)}\n", subject="Fwd: A new house"))

    assert document.author == "Ben Fox"


def test_a_forwarded_day_in_numbers_alone_is_to_be_ticked() -> None:
    seam = OUTLOOK.replace("05 February 2026", "05/02/2026")

    published = mail(letter(f"{seam}{LONG}", subject="FW: A new house")).published

    assert (published.date, published.confidence) == (dt.date(2026, 2, 5), Confidence.MEDIUM)


def test_a_forwarded_message_within_markup_is_found() -> None:
    message = letter("x", subject="Fw: A new house")
    message.set_content(
        "<p>Thought of you.</p><hr><p><b>From:</b> Ben Fox &lt;b@a.example&gt;<br><b>Sent:</b> Friday, May 3, 2024 "
        f"3:30 PM<br><b>To:</b> All<br><b>Subject:</b> A new house</p><h1>Open at last</h1><p>{LONG}</p>",
        subtype="html",
    )

    document = mail(message)

    assert texts(document) == ["Open at last", LONG.strip()]
    assert (document.author, document.published.date) == ("Ben Fox", dt.date(2024, 5, 3))


def test_a_forwarder_who_says_much_is_kept_with_the_message() -> None:
    document = mail(letter(f"{LONG}\n\n{LONG}\n\n{GMAIL}The house is open.\n", subject="Fwd: A new house"))

    assert {LONG.strip(), "The house is open."} <= set(texts(document))
    assert document.author == "Ann Lee"
    assert "both were kept" in document.notes[0]


@pytest.mark.parametrize(
    "quoted",
    [
        "On Thu, 2 May 2024 at 10:12, Ben Fox <ben@a.example> wrote:\n> Is there cake?\n> And tea?\n",
        f"{OUTLOOK}Is there cake?\n",
        "> From: Ben Fox\n> Sent: 27 February 2026 10:12\n> Subject: Our forum\n>\n> Is there cake?\n",
        "On Thu, 2 May 2024 at 10:12, Ben Fox <ben@a.example>\nwrote:\n> Is there cake?\n",
        "Ben Fox <ben@a.example> wrote:\n> Is there cake?\n",
        "> Is there cake?\n> And tea?\n",
    ],
    ids=["Gmail", "Outlook", "marked", "broken", "without a day", "without a name"],
)
def test_the_message_that_an_answer_quotes_is_left_out_and_noted(quoted: str) -> None:
    document = mail(letter(f"{LONG}\n\n{quoted}", subject="RE: Our forum"))

    assert texts(document) == [LONG.strip()]
    assert document.notes == ("The earlier message that this one answers was left out.",)


def test_of_an_answer_between_the_lines_the_answers_are_kept() -> None:
    asked = "Hello,\n\nOn Thu, 2 May 2024 at 10:12, Ben Fox <ben@a.example> wrote:\n> Is there cake?\n\n"

    document = mail(letter(f"{asked}{LONG}\n\n> And tea?\n\nBoth, as always.\n", subject="Re: Our forum"))

    assert texts(document) == ["Hello,", LONG.strip(), "Both, as always."]
    assert document.author == "Ann Lee"


def test_lines_marked_as_quoted_stay_in_a_message_that_answers_none() -> None:
    document = mail(letter(f"{LONG}\n\n> We never knew whom to ring.\n", subject="What carers said"))

    assert texts(document) == [LONG.strip(), "We never knew whom to ring."]


def test_a_short_answer_gives_way_to_the_message_it_quotes_with_its_sender_and_day() -> None:
    quoted = "On Thu, 2 May 2024 at 10:12, Ben Fox <ben@a.example> wrote:\n> "

    document = mail(letter(f"Thanks, see you there.\n\n{quoted}{LONG}\n", subject="Re: Our forum"))

    assert (texts(document), document.author) == ([LONG.strip()], "Ben Fox")
    assert document.published.date == dt.date(2024, 5, 2)


def test_an_attached_message_is_the_document_when_its_envelope_says_little() -> None:
    outer = letter("See the attached.", subject="For you")
    outer.add_attachment(letter(LONG, subject="A new house", sender="Ben Fox <b@a.example>"))

    document = mail(outer)

    assert (document.title, document.author, texts(document)) == ("A new house", "Ben Fox", [LONG.strip()])
    assert "came within another one" in document.notes[0]


def test_an_attachment_lies_within_the_message_under_its_last_name() -> None:
    message = letter()
    message.add_attachment(b"AAAA", maintype="application", subtype="octet-stream", filename="C:\\notes\\plan.pdf")
    message.add_attachment(b"BBBB", maintype="application", subtype="pdf", filename="../../etc/cron.d/plan.pdf")

    document = mail(message)

    assert [(one.name, one.media_type, one.content) for one in document.enclosed] == [
        ("plan.pdf", "application/pdf", b"AAAA"),
        ("plan (2).pdf", "application/pdf", b"BBBB"),
    ]
    assert document.notes == ()
    assert "AAAA" not in " ".join(texts(document))


def test_an_attachment_that_cannot_be_read_is_named() -> None:
    message = letter()
    message.add_attachment(b"PK", maintype="application", subtype="vnd.ms-excel", filename="budget.xlsx")

    document = mail(message)

    assert document.enclosed == ()
    assert "cannot be read was left: budget.xlsx" in document.notes[0]


def test_a_message_that_carries_nothing_but_a_file_has_no_blocks() -> None:
    message = letter("")
    message.add_attachment(b"The forum met.", maintype="text", subtype="plain", filename="minutes.txt")

    document = mail(message)

    assert (document.blocks, len(document.enclosed)) == ((), 1)


def test_a_message_that_carries_nothing_that_can_be_read_is_turned_away() -> None:
    message = letter("")
    message.add_attachment(b"PK", maintype="application", subtype="vnd.ms-excel", filename="budget.xlsx")

    with pytest.raises(EmptyDocumentError, match="no words of its own"):
        mail(message)


def test_a_message_attached_to_one_with_much_to_say_lies_within_it() -> None:
    message = letter(f"{LONG}\n\n{LONG}\n\n{LONG}")
    message.add_attachment(letter("The house is open.", subject="A new house"))

    (inner,) = mail(message).enclosed

    assert (inner.name, inner.media_type) == ("A new house.eml", "message/rfc822")
    assert texts(mail(inner.content)) == ["The house is open."]


def test_the_first_message_attached_to_one_with_little_to_say_is_the_document() -> None:
    message = letter("See below.")
    message.add_attachment(letter(LONG, subject="A new house"))
    message.add_attachment(letter("The second.", subject="Another"))

    document = mail(message)

    assert (document.title, texts(document)) == ("A new house", [LONG.strip()])
    assert [one.name for one in document.enclosed] == ["Another.eml"]


def test_lines_that_flow_are_joined_and_a_signature_is_left_out() -> None:
    message = HEADERS + (
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nThe forum \r\nmet on \r\nTuesday.\r\n"
        b"Short line\r\n> It was \r\n> good.\r\n-- \r\nAnn Lee\r\nSocial worker\r\n"
    )

    assert texts(mail(message)) == ["The forum met on Tuesday.", "Short line", "It was good."]


def test_an_unknown_charset_is_decoded_all_the_same() -> None:
    message = HEADERS + b"Content-Type: text/plain; charset=bogus-8\r\n\r\nThe forum\x92s tea was \xa35 each.\r\n"

    assert texts(mail(message)) == ["The forum’s tea was £5 each."]


def test_a_message_with_nothing_to_read_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="encrypted"):
        mail(HEADERS + b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nAAAA\r\n")


def test_a_file_without_headers_is_no_message() -> None:
    with pytest.raises(UnreadableDocumentError, match="no e-mail"):
        mail(b"The forum met on Tuesday.\n")


NESTED = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3_000))
REFUSED = {
    "3,000 nested parts": HEADERS + NESTED + b"Content-Type: text/plain\r\n\r\nhello\r\n",
    "many parts": HEADERS + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 50_000,
    "an endless sender": b"From: " + b"(" * 1_000_000 + b"\r\nSubject: x\r\n\r\nx\r\n",
    "a folded subject": b"Subject: " + b"=?utf-8?q?a?=\r\n " * 200_000 + b"x\r\n\r\nx\r\n",
    "deep markup": HEADERS + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 50_000 + b"x\r\n",
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_message_built_to_harm_is_refused_at_once(content: bytes) -> None:
    start = process_time()

    with pytest.raises(RefusedDocumentError):
        mail(content)

    assert process_time() - start < 1


@pytest.mark.parametrize(
    "header",
    [
        b"From: " + b"(" * 3_900,
        b"From: " + b"a," * 1_900,
        b"Subject: " + b"=?utf-8?q?a?= " * 280,
        b"Date: " + b"9" * 3_900,
    ],
    ids=["comments", "addresses", "encoded words", "digits"],
)
def test_a_header_that_only_just_passes_costs_little(header: bytes) -> None:
    start = process_time()

    document = mail(header + b"\r\nTo: x\r\n\r\nThe forum met on Tuesday.\r\n")

    assert texts(document) == ["The forum met on Tuesday."]
    assert process_time() - start < 1


def test_a_thousand_messages_passed_on_do_not_exhaust_the_reader() -> None:
    document = mail(letter(GMAIL * 1_000 + LONG, subject="Fwd: A new house"))

    assert document.blocks


PIECES = st.sampled_from(
    (
        *(
            b"From: ",
            b"Subject: ",
            b"Date: ",
            b"Ann Lee <a@a.example>",
            b"Fri, 3 May 2024",
            b"=?utf-8?q?x",
            b"?=",
            b"\r\n",
        ),
        *(
            b"Content-Type: text/plain; charset=",
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n",
            b"--b\r\n",
            b"--b--",
        ),
        *(
            b"Content-Type: message/rfc822\r\n\r\n",
            b"Content-Transfer-Encoding: base64\r\n",
            b"\r\n\r\n",
            b"utf-7",
            b"\x00",
        ),
        *(
            b"Content-Disposition: attachment; filename*=x''%",
            b"\xff",
            b"(",
            b'"',
            b"words ",
            b"> On x wrote:\n",
            b";",
            b" ",
        ),
        *(
            b"Content-Type: text/html\r\n\r\n<p>",
            b"begin 644 x\n",
            b"Content-Transfer-Encoding: uuencode\r\n",
            b"[",
            b"@",
        ),
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(b"".join))
def test_any_pieces_of_messages_become_a_document_or_a_plain_reason(content: bytes) -> None:
    try:
        document = mail(b"To: x\r\n" + content)
    except DocumentError:
        return
    assert all(block.text.strip() for block in document.blocks)
    assert all(block.kind in BlockKind for block in document.blocks)
