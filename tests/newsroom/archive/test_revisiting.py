"""From the archive comes what was sent over a year ago and still makes sense; or nothing."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.archive.back_issues import BackIssue, BackStory
from flows.newsroom.archive.revisiting import ask_about, revisit
from flows.newsroom.model import PLEASE_CHECK, Erratum, Form, Issue, Revisited
from tests.factories import a_story, an_issue

TODAY = an_issue(lead=a_story("Carers met.", headline="Today"))  # its subject: events
SAME_MONTH, OTHER_MONTH = dt.date(2025, 11, 15), dt.date(2025, 6, 14)


def told(headline: str | None = "Old", section: str = "policy", *sentences: str, form: Form = Form.NEWS) -> BackStory:
    return BackStory(
        anchor="story-1",
        headline=headline,
        section=section,
        organisation=None,
        language="en",
        published=dt.date(2025, 6, 1),
        sentences=sentences or ("A bus took eleven people there.",),
        form=form,
    )


def issued(day: dt.date, *stories: BackStory) -> BackIssue:
    return BackIssue(date=day, stories=stories)


def found(*issues: BackIssue, issue: Issue = TODAY) -> str | None:
    revisited = revisit(issues, {back.date for back in issues}, issue)
    return revisited.headline if revisited else None


def test_the_subject_of_the_lead_goes_before_the_month_and_both_before_either() -> None:
    subject, month = issued(OTHER_MONTH, told("Subject", "events")), issued(SAME_MONTH, told("Month"))
    both = issued(dt.date(2024, 11, 2), told("Both", "events"))

    assert found(month) == "Month"
    assert found(subject, month) == "Subject"
    assert found(subject, month, both) == "Both"


def test_of_stories_that_are_as_close_the_newest_is_taken_and_of_one_issue_the_first() -> None:
    older, newer = issued(dt.date(2024, 11, 2), told("Older")), issued(SAME_MONTH, told("First"), told("Second"))

    assert found(older, newer) == "First"


@pytest.mark.parametrize(
    "back",
    [
        issued(OTHER_MONTH, told()),
        issued(dt.date(2025, 11, 21), told()),
        issued(SAME_MONTH, told(None)),
        issued(SAME_MONTH, told("Today")),
        issued(SAME_MONTH, told("Soon", "policy", "The guide will be out very soon.")),
        issued(SAME_MONTH, told("Come", form=Form.EVENT_NOTICE)),
        issued(SAME_MONTH, replace(told(), language="cy")),
        issued(SAME_MONTH, replace(told(), sentences=())),
        issued(SAME_MONTH, replace(told(), published=None)),
        issued(SAME_MONTH, replace(told(), published=dt.date(2019, 6, 27))),
        replace(issued(SAME_MONTH, told()), errata=(Erratum(number=1, day=SAME_MONTH, paragraphs=("No.",), story=1),)),
        replace(issued(SAME_MONTH, told()), errata=(Erratum(number=1, day=SAME_MONTH, paragraphs=("No.",)),)),
    ],
    ids=[
        "neither subject nor month",
        "no more than twelve months",
        "no headline",
        "in this issue",
        "only true on its day",
        "an event that is over",
        "another language",
        "a signpost",
        "no date",
        "old even then",
        "corrected",
        "an issue that was corrected",
    ],
)
def test_what_does_not_fit_is_left_where_it_is(back: BackIssue) -> None:
    assert found(back) is None


def test_what_was_never_sent_is_not_taken() -> None:
    assert revisit([issued(SAME_MONTH, told())], set(), TODAY) is None


def test_a_lead_whose_subject_is_not_known_has_none() -> None:
    unsure = an_issue(lead=a_story(section=PLEASE_CHECK))

    assert found(issued(OTHER_MONTH, told("Old", PLEASE_CHECK)), issue=unsure) is None


def test_the_coordinator_is_asked_whether_it_is_still_right() -> None:
    (note,) = ask_about(Revisited(issue=SAME_MONTH, story=3, headline="Old", text="A bus."))

    assert note.startswith("From the archive: story 3 of the issue of 15 November 2025 is shown once more. Is it still")
    assert ask_about(None) == ()


def test_a_story_is_taken_from_the_archive_once() -> None:
    taken = Revisited(issue=SAME_MONTH, story=1, headline="First", text="A bus.")
    last = replace(issued(dt.date(2026, 11, 14), told("New")), revisited=taken)

    assert found(issued(SAME_MONTH, told("First"), told("Second")), last) == "Second"
