"""A letter is made once of an issue; each member's copy of it is a mail that every program understands."""

import re
from dataclasses import replace

import pytest

from flows.newsroom.errors import InterlockError, MemberError
from flows.newsroom.model.postroom import Envelope, Member, Sender
from flows.newsroom.postroom import leaving, message
from flows.newsroom.postroom.message import Letter, Papers, Stationery, envelope, make_letter
from flows.newsroom.press.mailing import LEAVE_BY_HAND
from tests.postroom.conformance import faults, lines_of, parsed
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, PDF, SENDER, STATIONERY, sample_papers

TOKEN = leaving.token(MEMBER.id, SENDER.list_id, KEYS)
WITH_PAGE = replace(SENDER, leave_page="https://news.example.org/leave/")
LETTER = make_letter(sample_papers(), STATIONERY, date_header=DATE)


def a_letter(papers: Papers | None = None, *, sender: Sender = SENDER, stationery: Stationery = STATIONERY) -> Letter:
    return make_letter(papers or sample_papers(), replace(stationery, sender=sender), date_header=DATE)


def whole(copy: Envelope) -> bytes:
    return copy.head + copy.tail


def mail_to(member: Member = MEMBER, letter: Letter = LETTER) -> bytes:
    return whole(envelope(letter, member, KEYS))


def part(raw: bytes, kind: str) -> str:
    found = parsed(raw).get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize("sender", [SENDER, WITH_PAGE, replace(SENDER, name="Bröd & Rosen, “Süd”")])
def test_a_mail_is_what_the_standards_ask(sender: Sender) -> None:
    assert faults(mail_to(letter=a_letter(sender=sender)), PDF) == []


def test_the_headers_say_whose_it_is_what_it_is_and_how_to_leave() -> None:
    lines = lines_of(mail_to(letter=a_letter(sender=WITH_PAGE)))

    assert lines == {
        "from": "Practice Matters <news@forum.example.org>",
        "to": "Jane Archer <jane.archer@example.org>",
        "reply-to": "editor@forum.example.org",
        "subject": (
            "[Practice Matters] 21 November 2026: Hospital and council social workers hold their first joint day"
        ),
        "date": DATE,
        "message-id": message.message_id("2026-11-21", MEMBER.id, "forum.example.org", KEYS),
        "list-id": '"Practice Matters" <news.forum.example.org>',
        "list-unsubscribe": (
            f"<https://news.example.org/leave/{TOKEN}>, <mailto:leave@forum.example.org?subject=unsubscribe%20{TOKEN}>"
        ),
        "list-unsubscribe-post": "List-Unsubscribe=One-Click",
        "list-help": "<mailto:editor@forum.example.org>",
        "precedence": "bulk",
        "auto-submitted": "auto-generated",
        "feedback-id": "2026-11-21:news.forum.example.org:newsletter:forum.example.org",
        "x-mailing": "2026-11-21",
        "mime-version": "1.0",
        "content-type": lines["content-type"],
    }


def test_a_counted_issue_says_its_number_in_the_subject() -> None:
    papers = sample_papers()
    counted = replace(papers, record=papers.record.model_copy(update={"number": 7}))

    assert a_letter(counted).subject.startswith("[Practice Matters] Issue 7, 21 November 2026: Hospital and")


def test_both_texts_hold_all_of_their_edition_and_below_it_the_foot() -> None:
    raw, papers = mail_to(), sample_papers()

    text, html = part(raw, "plain"), part(raw, "html")
    above, _, foot = text.partition("The whole issue is attached as a PDF.")
    assert above.split() == papers.text.replace(LEAVE_BY_HAND, "").split()
    assert (
        foot.split()
        == (
            "You get this e-mail because your address is on the list of Practice Matters. "
            f"To leave the list, write to leave@forum.example.org with the subject: unsubscribe {TOKEN} "
            "Eastmarsh Social Work Forum, 1 High Street, Eastmarsh EM1 1AA"
        ).split()
    )
    assert f'href="mailto:leave@forum.example.org?subject=unsubscribe%20{TOKEN}"' in html
    assert "1 High Street, Eastmarsh EM1 1AA" in html
    assert html.index("Open Government Licence") < html.index("Leave the list") < html.index("</body>")


def test_where_the_postroom_tells_how_to_leave_the_edition_does_not() -> None:
    raw, papers = mail_to(), sample_papers()

    assert LEAVE_BY_HAND in papers.text
    assert "Ask to leave the list" in papers.html
    assert LEAVE_BY_HAND not in part(raw, "plain")
    assert "Ask to leave the list" not in part(raw, "html")


def test_an_edition_by_a_template_without_the_marks_has_the_foot_at_its_end() -> None:
    papers = replace(sample_papers(), html="<html><body><p>Hello</p></body></html>", text="Hello")

    raw = mail_to(letter=a_letter(papers))

    assert re.search(r"Hello</p>.*Leave the list.*</body></html>", part(raw, "html"), re.DOTALL)
    assert part(raw, "plain").startswith("Hello\n\n\nThe whole issue")


def test_with_a_page_both_texts_lead_to_it() -> None:
    raw = mail_to(letter=a_letter(sender=WITH_PAGE))

    page = f"https://news.example.org/leave/{TOKEN}"
    assert f"To leave the list, open this page:\n{page}\n" in part(raw, "plain")
    assert f'<a href="{page}"' in part(raw, "html")


def test_no_word_of_a_document_passes_for_the_place_of_a_token() -> None:
    papers = sample_papers()
    gapped = replace(papers, text="\ufffc" + papers.text, html=papers.html.replace("<h1", "\ufffc<h1"))

    assert mail_to(letter=a_letter(gapped)).count(TOKEN.encode()) == mail_to().count(TOKEN.encode())


def test_all_copies_share_the_octets_of_the_pdf() -> None:
    other = Member(id="aaaaaaaaaaaa", email="bob@example.com")

    assert envelope(LETTER, MEMBER, KEYS).tail is envelope(LETTER, other, KEYS).tail
    assert "Archer" not in mail_to(other).decode("ascii")


def test_a_letter_made_again_is_the_same_to_the_octet() -> None:
    assert whole(envelope(a_letter(), MEMBER, KEYS)) == mail_to()


def test_the_size_of_a_letter_is_nearly_that_of_a_copy() -> None:
    assert LETTER.size <= len(mail_to()) <= LETTER.size + 500


def test_returned_mail_comes_to_the_plain_address_or_to_one_that_names_the_copy() -> None:
    with_plus = a_letter(sender=replace(SENDER, bounces_take_plus=True))

    assert envelope(LETTER, MEMBER, KEYS).sender == "bounces@forum.example.org"
    assert envelope(with_plus, MEMBER, KEYS).sender == "bounces+20261121.4f2a9c01d7be@forum.example.org"


def test_a_test_differs_in_subject_message_id_and_token_alone() -> None:
    tester = Member(id="test1", email=MEMBER.email, name=MEMBER.name)
    token = leaving.token(tester.id, SENDER.list_id, KEYS)

    real, test = mail_to(), mail_to(tester, message.test_letter(LETTER))

    assert lines_of(test)["subject"] == f"[TEST] {lines_of(real)['subject']}"
    changed = {name for name, value in lines_of(test).items() if value != lines_of(real)[name]}
    assert changed == {"subject", "message-id", "list-unsubscribe"}
    assert test.partition(b"\r\n\r\n")[2].replace(token.encode(), TOKEN.encode()) == real.partition(b"\r\n\r\n")[2]
    assert faults(test, PDF) == []


def large(papers: Papers) -> Papers:
    return replace(papers, pdf=PDF + b"x" * 800_000)


def test_instead_of_a_pdf_that_is_too_large_a_link_is_sent() -> None:
    on_the_web = replace(STATIONERY.masthead, address="https://forum.example.org/news/")
    stationery = replace(STATIONERY, masthead=on_the_web, largest_megabytes=1)

    raw = mail_to(letter=a_letter(large(sample_papers()), stationery=stationery))

    assert faults(raw, None) == []
    assert "\nhttps://forum.example.org/news/2026-11-21/newsletter.pdf\n" in part(raw, "plain")
    assert 'href="https://forum.example.org/news/2026-11-21/newsletter.pdf"' in part(raw, "html")


def test_a_pdf_that_is_too_large_and_stands_nowhere_stops_the_letter() -> None:
    with pytest.raises(InterlockError, match=r"1\.1 MB, more than 1 .*archive\.address"):
        a_letter(large(sample_papers()), stationery=replace(STATIONERY, largest_megabytes=1))


def test_an_issue_without_a_pdf_speaks_of_none() -> None:
    raw = mail_to(letter=a_letter(replace(sample_papers(), pdf=None)))

    assert faults(raw, None) == []
    assert "PDF" not in part(raw, "plain")


def test_the_pdf_is_called_by_letters_that_every_program_keeps() -> None:
    record = sample_papers().record

    names = [
        message.letters.pdf_name(record.model_copy(update={"name": name}))
        for name in ("Practice Matters", "Café & Co: “News”/..\\x", "新聞", "n" * 90)
    ]

    assert names[0] == "practice-matters-2026-11-21.pdf"
    assert names[1] == "cafe-co-news-x-2026-11-21.pdf"
    assert names[2] == "newsletter-2026-11-21.pdf"
    assert len(names[3]) == 55


def test_a_name_of_usual_length_is_kept_as_it_is() -> None:
    names = ["Jane O’Brien", "Doe, John", 'Bob "the" Builder', "Siân Llŷr-Ó’Máille", "李雷", "عليّ", "Team (North)"]

    kept = [parsed(mail_to(replace(MEMBER, name=name)))["To"].addresses[0].display_name for name in names]

    assert kept == names


@pytest.mark.parametrize(
    "address",
    [
        *("jane@example.org\r\nRCPT TO:<x@example.com>", "jane@example.org>, <x@example.com", "a b@example.org"),
        *("a@b@example.org", "jane@exämple.org", "jäne@example.org", "jane", "@example.org", "", "jane@"),
    ],
)
def test_an_address_that_is_none_is_refused_without_being_told(address: str) -> None:
    with pytest.raises(MemberError) as refused:
        envelope(LETTER, replace(MEMBER, email=address), KEYS)

    assert "jane" not in str(refused.value)
    assert "4f2a9c01d7be" in str(refused.value)
