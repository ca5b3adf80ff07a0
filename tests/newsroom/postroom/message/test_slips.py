"""A correction is a short mail of a coordinator's own words about one issue."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.archive import stamp_issue
from flows.newsroom.errors import IssueError
from flows.newsroom.model import Erratum
from flows.newsroom.postroom.message import Papers, envelope, make_letter, make_slip, message_id, slip_paragraphs
from tests.postroom.conformance import faults, lines_of, parsed
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, STATIONERY, sample_papers

WORDS = "The joint day is on Thursday 3 December,\nnot on the 4th.\n\n  <b>Sorry</b> & thank you, Ann.\n"
MAILING, PAGE = "2026-11-21-c1", "newsletter.html"


def slip(words: str = WORDS, number: int | None = 7, address: str | None = "https://forum.example.org/news/") -> Papers:
    record = sample_papers().record.model_copy(update={"number": number})
    masthead = replace(STATIONERY.masthead, address=address)
    return make_slip(words, record, masthead, STATIONERY.templates)


def mailed(papers: Papers) -> bytes:
    copy = envelope(make_letter(papers, STATIONERY, date_header=DATE, mailing=MAILING), MEMBER, KEYS)
    return copy.head + copy.tail


def test_a_correction_is_a_mail_as_any_other_without_a_pdf() -> None:
    raw = mailed(slip())

    assert faults(raw, None) == []
    assert lines_of(raw)["subject"] == "[Practice Matters] Correction to Issue 7, 21 November 2026"
    assert lines_of(raw)["message-id"] == message_id(MAILING, MEMBER.id, "forum.example.org", KEYS)
    assert lines_of(raw)["x-mailing"] == MAILING


def test_both_texts_say_what_the_coordinator_wrote_and_how_to_leave() -> None:
    mail = parsed(mailed(slip()))
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))  # type: ignore[union-attr]

    assert "The joint day is on Thursday 3 December, not on the 4th.\r\n\r\n<b>Sorry</b> & thank you, Ann.\r\n" in text
    assert "unsubscribe 4f2a9c01d7be." in text
    assert "&lt;b&gt;Sorry&lt;/b&gt; &amp; thank you, Ann." in html
    assert "Leave the list" in html


def test_both_texts_lead_to_the_corrections_on_the_page_of_that_issue() -> None:
    papers = slip()
    place = "https://forum.example.org/news/2026-11-21/newsletter.html#corrections"
    erratum = Erratum(number=1, day=dt.date(2026, 12, 1), paragraphs=slip_paragraphs(WORDS))

    page, *_ = stamp_issue({PAGE: b"<head></head><header></header>"}, [erratum], STATIONERY.templates)

    assert f'href="{place}"' in papers.html
    assert place in papers.text.splitlines()
    assert page.content.decode().count('id="corrections"') == 1


def test_without_a_place_on_the_web_a_correction_leads_nowhere() -> None:
    papers = slip(address=None)

    assert "on the web" not in papers.html + papers.text
    assert "http" not in papers.text


def test_where_issues_have_no_number_it_names_the_day() -> None:
    assert lines_of(mailed(slip(number=None)))["subject"].endswith("Correction to the issue of 21 November 2026")


@pytest.mark.parametrize("words", ["", " \n\n ", "word " * 1_001])
def test_no_words_or_far_too_many_are_no_correction(words: str) -> None:
    with pytest.raises(IssueError, match="at least a word and at most 5000 characters"):
        slip(words)


def test_its_text_has_lines_of_72_and_no_gaps() -> None:
    text = slip("carers " * 100).text

    assert [line for line in text.splitlines() if len(line) > 72] == []
    assert "\n\n\n" not in text
