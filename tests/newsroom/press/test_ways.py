"""The web page of an issue leads to its other forms, to the issue before it and to the archive."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.model import Companion, Issue
from flows.newsroom.press.ways import Form, size_in_words, ways_of
from tests.factories import an_issue

PREVIOUS = dt.date(2026, 11, 14)


def placed(*names: str, address: str | None = None) -> Issue:
    companions = tuple(Companion(filename=name, media_type="application/pdf", size=61_234) for name in names)
    issue = an_issue()
    masthead = replace(issue.masthead, address=address)
    return replace(issue, masthead=masthead, previous=PREVIOUS, companions=companions)


def test_without_a_place_on_the_web_it_leads_from_folder_to_folder() -> None:
    ways = ways_of(placed())

    assert (ways.archive, ways.previous) == ("../index.html", "../2026-11-14/newsletter.html")
    assert ways.previous_day == "14 November 2026"
    assert ways.own is None


@pytest.mark.parametrize("address", ["https://forum.example.org/news", "https://forum.example.org/news/"])
def test_with_a_place_on_the_web_it_leads_there_from_wherever_it_is_read(address: str) -> None:
    ways = ways_of(placed(address=address))

    assert ways.archive == "https://forum.example.org/news/index.html"
    assert ways.previous == "https://forum.example.org/news/2026-11-14/newsletter.html"
    assert ways.own == "https://forum.example.org/news/2026-11-21/newsletter.html"


def test_the_first_issue_has_none_before_it() -> None:
    assert ways_of(an_issue()).previous is None


def test_forms_for_readers_are_named_with_their_sizes_in_a_fixed_order() -> None:
    forms = ways_of(placed("issue.json", "noticeboard.pdf", "newsletter.pdf")).forms

    assert forms == (
        Form(words="To print: PDF, 61 KB", address="newsletter.pdf", media_type="application/pdf"),
        Form(
            words="For the noticeboard: PDF of one page, 61 KB",
            address="noticeboard.pdf",
            media_type="application/pdf",
        ),
    )


@pytest.mark.parametrize(("count", "words"), [(12, "1 KB"), (61_234, "61 KB"), (1_249_999, "1.2 MB")])
def test_a_size_is_told_in_round_figures(count: int, words: str) -> None:
    assert size_in_words(count) == words
