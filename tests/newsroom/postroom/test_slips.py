"""Slips of the keys in the domains of addresses."""

import pytest

from flows.newsroom.postroom.slips import ENOUGH, Domains

OWN = [f"member{number}@anytown.example" for number in range(ENOUGH)]


@pytest.mark.parametrize(
    "domain", ["anytwn.example", "anytownn.example", "antyown.example", "anytowm.example", "anytown.exampl"]
)
def test_a_domain_that_is_nearly_the_forums_own_is_known(domain: str) -> None:
    assert Domains([*OWN, f"zed@{domain}"]).likely(f"zed@{domain}") == "anytown.example"


@pytest.mark.parametrize("domain", ["gmial.com", "gmail.co", "hotmail.con", "nhs.ne", "outlok.com"])
def test_slips_of_common_mailboxes_are_known_without_any_list(domain: str) -> None:
    assert Domains([]).likely(f"zed@{domain}") is not None


@pytest.mark.parametrize(
    "domain", ["anytown.example", "gmail.com", "ymail.com", "otherton.example", "nhs.uk", "a.example"]
)
def test_other_domains_are_left_alone(domain: str) -> None:
    assert Domains(OWN).likely(f"zed@{domain}") is None


def test_two_domains_that_both_have_many_members_are_no_slips() -> None:
    east = [f"m{number}@team1.example" for number in range(ENOUGH)]
    west = [f"m{number}@team2.example" for number in range(ENOUGH)]

    assert Domains([*east, *west]).likely(east[0]) is None
