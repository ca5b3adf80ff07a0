"""What whoever sends an issue must know of it is read from its record and its report."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Colour, Light, LightKind, Story
from flows.newsroom.model.postroom import MailingKind
from flows.newsroom.postroom.drafts import (
    Contents,
    Questions,
    Waiting,
    contents_of,
    issue_of,
    kind_of,
    read_questions,
)
from flows.newsroom.record import issue_record
from flows.newsroom.report import make_report, report_editions
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_section, a_story, an_issue


def a_lit_story(colour: Colour, *, signpost: bool = False) -> Story:
    light = Light(colour=colour, kind=LightKind.PRIVACY, reason="It names a child.", sentence=0)
    return replace(a_story(colour, signpost=signpost), lights=(light,))


def test_an_issue_and_its_report_can_be_read() -> None:
    issue = an_issue(a_section(a_story(), a_story(signpost=True)))

    assert contents_of(issue_record(issue)) == Contents(stories=2, undecided=0)
    assert read_questions(report_editions(make_report(issue, default_taxonomy()))[1].content).waiting == ()


def test_a_red_matter_counts_where_words_are_printed_and_not_where_a_story_is_pointed_to() -> None:
    stories = (a_lit_story(Colour.RED), a_lit_story(Colour.RED, signpost=True), a_lit_story(Colour.AMBER))

    assert contents_of(issue_record(an_issue(a_section(*stories)))) == Contents(stories=3, undecided=1)


def test_documents_that_wait_are_told_and_other_questions_counted() -> None:
    report = {
        "stories": [{"questions": ["Look", "Look"]}, {"questions": []}],
        "left_out": [
            {"path": "a.txt", "reason": "It waits.", "is_waiting": True},
            {"path": "b.txt", "reason": "It is old.", "is_waiting": False},
        ],
    }

    assert read_questions(json.dumps(report).encode()) == Questions(
        waiting=(Waiting(path="a.txt", reason="It waits."),), others=2
    )


def test_a_report_that_cannot_be_read_is_named() -> None:
    with pytest.raises(IssueError, match=r"report\.json cannot be read"):
        read_questions(b"half")


def test_a_mailing_is_called_by_the_date_of_its_issue() -> None:
    assert (issue_of("2026-11-21"), kind_of("2026-11-21")) == (dt.date(2026, 11, 21), MailingKind.ISSUE)
    assert (issue_of("2026-11-21-c1"), kind_of("2026-11-21-c1")) == (dt.date(2026, 11, 21), MailingKind.CORRECTION)


@pytest.mark.parametrize("name", ["2026-11-31", "21.11.2026", "2026-11-21-c0", "2026-11-21-test", "../x"])
def test_any_other_name_is_refused(name: str) -> None:
    with pytest.raises(IssueError, match="is no issue"):
        issue_of(name)
