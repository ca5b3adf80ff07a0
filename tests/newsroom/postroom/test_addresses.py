"""What people write for an address, and what becomes of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import MemberError
from flows.newsroom.postroom.addresses import address_key, paper_key, read_address
from flows.newsroom.postroom.keys import Keys

KEYS = Keys(addresses=b"a" * 32, links=b"l" * 32)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param("Liz <liz@example.org>;", "liz@example.org", id="name and semicolon"),
        pytest.param('"Archer, Liz" <liz@example.org>,', "liz@example.org", id="quoted name"),
        pytest.param("mailto:liz@example.org?subject=Hello", "liz@example.org", id="link"),
        pytest.param("\ufeffliz@example.org\u00a0", "liz@example.org", id="mark and hard blank"),
        pytest.param("liz@exa\u00admple.org\u200b", "liz@example.org", id="unseen signs within"),
        pytest.param("liz@example.org.", "liz@example.org", id="full stop"),
        pytest.param("<liz@example.org>", "liz@example.org", id="brackets"),
        pytest.param("‘liz@example.org’", "liz@example.org", id="quotation marks"),
        pytest.param("Liz@Anytown.EXAMPLE", "Liz@anytown.example", id="capitals before the at are kept"),
        pytest.param("o'brien+list@example.org", "o'brien+list@example.org", id="apostrophe and plus"),
        pytest.param("ken@münchen.example.org", "ken@xn--mnchen-3ya.example.org", id="domain with an accent"),
    ],
)
def test_what_surrounds_an_address_is_taken_away(cell: str, text: str) -> None:
    assert read_address(cell).text == text


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        pytest.param("liz at example.org", "no @", id="no at"),
        pytest.param("liz@example.org; bob@example.org", "more than one", id="two with a semicolon"),
        pytest.param("liz@example.org bob@example.org", "more than one", id="two with a blank"),
        pytest.param("liz@example.org\nbob@example.org", "more than one", id="two in lines"),
        pytest.param("liz@example", "an ending", id="no ending"),
        pytest.param("liz@example..org", "slip of the keys", id="two stops"),
        pytest.param("l" * 65 + "@example.org", "longer", id="65 before the at"),
        pytest.param("liz@" + "a." * 130 + "org", "longer", id="over 254"),
        pytest.param("jäne@example.org", "most mail servers refuse", id="accent before the at"),
        pytest.param("No-Reply@example.org", "a machine", id="no reply"),
        pytest.param("postmaster@example.org", "a machine", id="postmaster"),
        pytest.param("#N/A", "no @", id="a spreadsheet's error"),
        pytest.param("", "no @", id="nothing"),
    ],
)
def test_what_mail_cannot_reach_is_refused_in_words_that_do_not_quote_it(cell: str, words: str) -> None:
    with pytest.raises(MemberError, match=words) as caught:
        read_address(cell)

    assert cell == "" or cell not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_the_name_before_an_address_is_kept() -> None:
    assert read_address('"Liz Archer" <liz@example.org>').name == "Liz Archer"
    assert read_address("liz@example.org").name is None


@pytest.mark.parametrize(
    "cell", ["info@example.org", "Office@example.org", "duty.team@example.org", "team@example.org"]
)
def test_mailboxes_of_teams_are_known(cell: str) -> None:
    assert read_address(cell).is_shared == (cell != "duty.team@example.org")


def test_the_case_of_an_address_makes_no_other_key() -> None:
    assert address_key("Liz@Example.org", KEYS) == address_key("liz@example.ORG", KEYS)


def test_a_key_depends_on_the_secret() -> None:
    other = Keys(addresses=b"b" * 32, links=b"l" * 32)

    assert address_key("liz@example.org", KEYS) != address_key("liz@example.org", other)


def test_names_on_paper_are_compared_without_capitals_and_blanks() -> None:
    assert paper_key("Liz  Archer", None, KEYS) == paper_key("liz archer", "", KEYS)
    assert paper_key("Liz Archer", "Anytown", KEYS) != paper_key("Liz Archer", "Otherton", KEYS)


@settings(max_examples=40)
@given(st.text() | st.emails() | st.text(alphabet="a@.<>;, \u00a0\n'é"))
def test_any_text_is_read_or_refused_and_what_was_read_stays_the_same(cell: str) -> None:
    try:
        address = read_address(cell)
    except MemberError:
        return

    assert address.text.isascii()
    assert read_address(address.text).text == address.text
