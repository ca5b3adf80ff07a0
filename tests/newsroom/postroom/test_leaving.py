"""Only whoever holds a member's token can take that member off the list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.leaving import member_named_in, member_of, token

KEYS = Keys(addresses=b"a" * 32, links=b"l" * 32)
LIST = "newsletter.example.org"
MEMBER = "4f2a9c01d7be"
GOOD = token(MEMBER, LIST, KEYS)


def test_a_token_leads_back_to_its_member() -> None:
    assert member_of(GOOD, LIST, KEYS) == MEMBER


@pytest.mark.parametrize(
    "forged",
    [
        "",
        MEMBER,
        GOOD[:-1] + ("A" if GOOD[-1] != "A" else "B"),
        GOOD[:-1],
        GOOD + "A",
        f"5{GOOD[1:]}",
        GOOD.upper(),
        f" {GOOD}",
        f"{GOOD}\n",
        token(MEMBER, "other.example.org", KEYS),
        token(MEMBER, LIST, Keys(addresses=KEYS.addresses, links=b"x" * 32)),
    ],
)
def test_a_forged_token_leads_to_nobody(forged: str) -> None:
    assert member_of(forged, LIST, KEYS) is None


def test_a_token_is_short_and_needs_no_quoting_in_an_address() -> None:
    assert len(GOOD) == 29
    assert GOOD.replace(".", "").replace("_", "").replace("-", "").isalnum()


@pytest.mark.parametrize(
    "subject",
    [f"unsubscribe {GOOD}", f"RE: unsubscribe {GOOD}", f"Unsubscribe <{GOOD}>.", f"0.AAAABBBBCCCCDDDD {GOOD}"],
)
def test_a_token_is_found_among_the_words_of_a_subject(subject: str) -> None:
    assert member_named_in(subject, LIST, KEYS) == MEMBER


def test_a_longer_word_that_holds_a_token_is_none() -> None:
    assert member_named_in(f"unsubscribe x{GOOD} {GOOD}y z.{GOOD}", LIST, KEYS) is None


@given(st.text())
def test_no_text_by_chance_is_a_token(text: str) -> None:
    assert member_of(text, LIST, KEYS) is None
    assert member_named_in(text, LIST, KEYS) is None
