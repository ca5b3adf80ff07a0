"""The table of stories opens in any spreadsheet and runs nothing there."""

import csv
import io
from dataclasses import replace

import pytest

from flows.newsroom.model import Edition, Issue
from flows.newsroom.renderers.stories import StoryTable
from tests.factories import a_section, a_story, an_issue
from tests.newsroom.renderers.sample_issues import hostile_issue, rich_issue


def content(issue: Issue) -> bytes:
    edition = StoryTable()(issue)
    assert isinstance(edition, Edition)
    return edition.content


def rows(issue: Issue) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(issue).decode("utf-8-sig"), newline="")))


def test_every_story_has_a_row_in_the_order_of_print() -> None:
    table = rows(rich_issue())

    assert [row["Number"] for row in table] == ["1", "2", "3", "4", "5", "6"]
    assert table[0]["Section"] == "Lead story"
    assert table[0]["From"] == "Eastmarsh Council"
    assert table[0]["Published"] == "2026-11-12"
    assert table[0]["Text"].startswith("Ninety social workers from four employers")
    assert table[1]["Published"] == "Date not stated"
    assert table[3]["Text"].endswith("We point to it rather than copy it.")


def test_a_row_leads_to_its_story_on_the_web() -> None:
    issue = rich_issue()
    masthead = replace(issue.masthead, address="https://forum.example.org/news/")

    table = rows(replace(issue, masthead=masthead))

    assert table[1]["In the newsletter"] == "https://forum.example.org/news/2026-11-21/newsletter.html#story-2"


@pytest.mark.parametrize("headline", ["=1+1", "+44", "-2", "@SUM(A1)", "  =1", "\t=1", "＝1"])
def test_no_cell_is_a_formula(headline: str) -> None:
    (row,) = rows(an_issue(a_section(a_story(headline=headline))))

    assert row["Headline"].startswith("'")


def test_a_row_is_one_line_whatever_a_document_holds() -> None:
    lines = content(hostile_issue()).decode("utf-8-sig").split("\r\n")

    assert len(lines) == 1 + len(hostile_issue().stories) + 1
    assert not any("\n" in line or "\r" in line for line in lines)


def test_spreadsheets_see_that_it_is_utf_8() -> None:
    assert content(rich_issue()).startswith(b"\xef\xbb\xbf")


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    (row,) = rows(an_issue(a_section(a_story("W" * 40_000))))

    assert len(row["Text"]) < 32_767
    assert row["Text"].endswith("[…]")


def test_an_issue_without_stories_has_no_table() -> None:
    assert StoryTable()(an_issue()) is None
