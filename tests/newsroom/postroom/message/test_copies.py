"""A copy that comes back names itself by the address it comes back to."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.message.copies import Copy, copy_of, message_id, return_address

KEYS = Keys(addresses=b"a", links=b"l")
BOUNCES = "bounces@example.org"
mailings = st.builds(
    lambda day, kind: f"{day}{kind}", st.dates().map(lambda day: day.isoformat()), st.sampled_from(["", "-c1", "-test"])
)
members = st.text("0123456789abcdef", min_size=12, max_size=12)


def test_mailing_and_member_stand_after_a_plus() -> None:
    address = return_address(BOUNCES, "2026-11-21", "4f2a9c01d7be")

    assert address == "bounces+20261121.4f2a9c01d7be@example.org"


@given(mailings, members)
def test_what_was_written_is_read_again_whatever_case_a_relay_made_of_it(mailing: str, member: str) -> None:
    address = return_address(BOUNCES, mailing, member)

    assert copy_of(address) == Copy(mailing=mailing, member=member)
    assert copy_of(address.upper()) == Copy(mailing=mailing, member=member)


@pytest.mark.parametrize("address", ["", "bounces@example.org", "bounces+holiday@example.org", "a+20261121.@b.example"])
def test_an_address_that_names_no_copy_gives_none(address: str) -> None:
    assert copy_of(address) is None


def test_an_address_that_would_be_too_long_stays_as_it_is() -> None:
    bounces = f"{'b' * 40}@example.org"

    assert return_address(bounces, "2026-11-21", "4f2a9c01d7be") == f"{'b' * 40}+20261121.4f2a9c01d7be@example.org"
    assert return_address(f"b{bounces}", "2026-11-21-c1", "4f2a9c01d7be") == f"b{bounces}"


def test_a_copy_has_one_message_id_at_every_try_and_shares_it_with_no_other() -> None:
    copies = [("2026-11-21", "4f2a9c01d7be"), ("2026-11-21", "aaaaaaaaaaaa"), ("2026-11-21-test", "4f2a9c01d7be")]

    ids = [message_id(*copy, "example.org", KEYS) for copy in copies * 2]

    assert ids[:3] == ids[3:]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"<2026-11-21(-test)?\.[0-9a-f]{32}@example\.org>", one) for one in ids)
    assert "4f2a9c01d7be" not in ids[0]
