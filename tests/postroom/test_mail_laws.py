"""Whatever a name or a headline holds, a mail stays one mail to one address."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.newsroom.model.postroom import Member
from flows.newsroom.postroom.message import Letter, Papers, envelope, make_letter
from flows.newsroom.postroom.message.headers import display_name
from tests.postroom.conformance import faults, lines_of, parsed
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, PDF, STATIONERY, sample_papers


def letter_of(papers: Papers) -> Letter:
    return make_letter(papers, STATIONERY, date_header=DATE)


def copy_of(letter: Letter, member: Member = MEMBER) -> bytes:
    copy = envelope(letter, member, KEYS)
    return copy.head + copy.tail


LETTER = letter_of(sample_papers())
HOSTILE = "a\r\nBcc: thief@example.com\r\n\r\n\x00\x0b\x85\u2028\u202e=?utf-8?q?x?="


@settings(max_examples=300)
@given(st.text(max_size=200) | st.text('\r\n :,;<>@"\\=?éأ新\u202e\x00', max_size=200))
@example(HOSTILE)
@example("=" * 300)
@example("0" * 15 + "¡" * 11 + "𐀀" * 8)
def test_no_headline_ends_the_header_that_it_stands_in(headline: str) -> None:
    papers = sample_papers()
    stories = [
        story.model_copy(update={"headline": story.headline.model_copy(update={"text": headline})})
        for story in papers.record.stories
    ]

    letter = letter_of(replace(papers, record=papers.record.model_copy(update={"stories": stories})))
    raw = copy_of(letter)

    assert faults(raw, PDF) == []
    assert parsed(raw)["Subject"] == letter.subject
    assert lines_of(raw).keys() == lines_of(copy_of(LETTER)).keys()


@settings(max_examples=300)
@given(st.text(max_size=200) | st.text(", \"'<>@()\\;:.=?éβأ新\u202e\ufeff a", max_size=200))
@example("Smith, John <stranger@example.com>, " + "w " * 40)
@example(HOSTILE)
@example("名" * 60)
@example("Zoë, " + "y" * 80)
def test_whatever_a_name_holds_one_address_gets_the_mail_and_the_name_is_kept_or_cut(name: str) -> None:
    raw = copy_of(LETTER, replace(MEMBER, name=name))

    assert faults(raw, PDF) == []
    (to,) = parsed(raw)["To"].addresses
    assert (to.addr_spec, to.display_name) == (MEMBER.email, display_name(name))
