"""Every page of an archive, as a browser shows it: for everyone, whole in itself, in any light and on any screen.

The archive holds the five seeds, an issue of 1, of 12 and of 48 stories, a rich one and one that is built to harm.
"""

from pathlib import Path

from tests.web.tools import Complaints, Tools

ISSUES, INDEXES = 6, 5


def test_the_archive_has_all_its_pages(pages: list[str]) -> None:
    assert len(pages) == ISSUES + INDEXES


def test_no_rule_of_accessibility_is_broken_in_light_or_dark_wide_or_narrow(seen: dict[str, Complaints]) -> None:
    assert seen["accessible"] == {}


def test_a_page_asks_for_nothing_and_the_browser_has_nothing_to_say(seen: dict[str, Complaints]) -> None:
    assert seen["quiet"] == {}


def test_no_page_scrolls_sideways(seen: dict[str, Complaints]) -> None:
    assert seen["sideways"] == {}


def test_no_page_scrolls_sideways_when_its_letters_are_set_wide(seen: dict[str, Complaints]) -> None:
    assert seen["spaced"] == {}


def test_what_stands_alone_to_be_touched_is_as_high_as_a_finger(seen: dict[str, Complaints]) -> None:
    assert seen["targets"] == {}


def test_the_checker_of_html_finds_no_error(tools: Tools, archive: Path, pages: list[str]) -> None:
    assert tools.check_html(archive, pages) == {}
