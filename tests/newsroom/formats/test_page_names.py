"""Titles without their site, and people among names."""

import pytest

from flows.newsroom.formats.page_names import in_one_line, people_among, title_of_page

SITE = "Northgate Council"


@pytest.mark.parametrize(
    "title",
    [
        "Care Act: what next | Northgate Council",
        "Care Act: what next | News | Northgate Council",
        "Care Act: what next – Northgate Council",
        "Northgate Council | Care Act: what next",
        "Care Act: what next » Blog",
        "  Care Act:\n what next ",
    ],
)
def test_the_name_of_the_site_is_cut(title: str) -> None:
    assert title_of_page([title], [SITE]) == "Care Act: what next"


@pytest.mark.parametrize(
    "title", ["The Care Act – what next", "Children - first", "Peer-to-peer learning", "Either|or or"]
)
def test_a_dash_within_a_title_stays(title: str) -> None:
    assert title_of_page([title], [SITE]) == title


def test_a_colon_parts_a_title_only_from_the_name_of_the_site() -> None:
    assert title_of_page(["Northgate Council: Care Act: what next"], [SITE]) == "Care Act: what next"


def test_the_name_of_the_site_alone_is_the_title_only_where_there_is_no_other() -> None:
    assert title_of_page([SITE, "Care Act: what next"], [SITE]) == "Care Act: what next"
    assert title_of_page([SITE], [SITE]) == SITE


def test_a_dash_before_an_unknown_site_is_cut_where_the_heading_agrees() -> None:
    assert title_of_page(["My first year – The Blog", "My first year"], []) == "My first year"


@pytest.mark.parametrize(
    "fragment", ["News", "How we work and what…", "How we work and what...", "Dear all,", "", "x " * 300]
)
def test_a_fragment_is_no_title(fragment: str) -> None:
    assert title_of_page([fragment, "How we work and what we need"], []) == "How we work and what we need"
    assert title_of_page([fragment], []) is None


@pytest.mark.parametrize(
    "name",
    ["admin", "Communications team", "the comms team", "Web Editor 2", "Newsroom", "editor", "user123", "a@b.example",
     "https://x.example/jane", "Northgate  COUNCIL", "", "x" * 80, "one two three four five six seven"],
)  # fmt: skip
def test_a_team_an_account_or_the_site_signs_nothing(name: str) -> None:
    assert people_among([name], [SITE]) == ()


def test_people_are_named_once_and_without_by() -> None:
    assert people_among(["By Ann Lee", "Ann Lee", "Zoë O’Neill-Fox"], []) == ("Ann Lee", "Zoë O’Neill-Fox")


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ((), None),
        (("Ann Lee",), "Ann Lee"),
        (("Ann Lee", "Ben Fox"), "Ann Lee and Ben Fox"),
        (("Ann Lee", "Ben Fox", "Cy Day"), "Ann Lee, Ben Fox and Cy Day"),
    ],
)
def test_names_are_joined_as_a_byline_prints_them(names: tuple[str, ...], line: str | None) -> None:
    assert in_one_line(names) == line
