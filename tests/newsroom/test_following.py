"""A promise leads to the story that tells on from it, and to none that only sounds a little like it."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.following import followed
from flows.newsroom.model import Confidence, DateBasis, Dated, Earlier, PastPromise, Story
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.report import make_report, report_editions
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_section, a_story, an_issue

BEFORE = dt.date(2026, 10, 31)
PROMISE = PastPromise(
    id="ab12cd34",
    issue=BEFORE,
    headline="Day centres",
    text="The council will publish its report on day centres in spring.",
)


def told_in(*stories: Story) -> str | None:
    (promise,) = followed([PROMISE], stories)
    return promise.told_in


def published(story: Story, day: dt.date) -> Story:
    stated = Dated(date=day, basis=DateBasis.STATED, confidence=Confidence.HIGH)
    return replace(story, article=replace(story.article, published=stated))


def test_a_story_that_goes_on_from_the_one_with_the_promise_tells_on_from_it() -> None:
    other = a_story("Nothing alike.")
    story = replace(a_story("What came of it."), earlier=Earlier(issue=BEFORE, headline="Day centres"))

    assert told_in(other, story) == story.article.id


def test_a_sentence_that_speaks_of_the_same_tells_on_from_it() -> None:
    story = a_story("The report on day centres was published by the council on Monday.")

    assert told_in(a_story("Nothing alike."), story) == story.article.id


@pytest.mark.parametrize(
    "story",
    [
        a_story("The council met.", "Its day centres are open.", "A report is due in spring."),
        a_story("The report on day centres was published by the council.", signpost=True),
        published(a_story("The council published its report on day centres."), dt.date(2026, 10, 30)),
        replace(a_story("Other."), earlier=Earlier(issue=dt.date(2026, 9, 30), headline="Day centres")),
    ],
    ids=["words here and there", "not printed", "published before", "another issue"],
)
def test_what_is_not_plain_is_no_answer(story: Story) -> None:
    assert told_in(story) is None


def test_a_story_that_goes_on_is_named_once() -> None:
    answer = replace(a_story("One.", headline="One"), earlier=Earlier(issue=BEFORE, headline="Day centres"))
    update = replace(
        a_story("Two.", headline="Two?"), earlier=Earlier(issue=BEFORE, headline="As it was", is_update=True)
    )
    other = replace(a_story("Three.", headline="Three"), earlier=Earlier(issue=BEFORE, headline="As it was"))
    issue = an_issue(a_section(answer, update, other))

    kept = replace(PROMISE, headline=None, text="Done.", is_kept=True)
    lines = set_issue(replace(issue, promises=followed([PROMISE, kept], issue.stories))).sequels

    assert [(line.label, line.story and line.story.name) for line in lines] == [
        ("Kept", None),
        ("Promised", "One"),
        ("Updated", "Two?"),
        ("More on this", "Three"),
    ]
    assert lines[2].told == "It replaces what stood in our issue of 31 October 2026."
    assert lines[3].told == "It goes on from our issue of 31 October 2026, “As it was”."


def test_the_coordinator_is_asked_about_the_answer_and_no_more_about_what_was_kept() -> None:
    issue = an_issue(a_section(replace(a_story("One."), earlier=Earlier(issue=BEFORE, headline="Day centres"))))
    kept = replace(PROMISE, text="Done.", is_kept=True)

    issue = replace(issue, promises=followed([PROMISE, kept], issue.stories))
    report, _ = report_editions(make_report(issue, default_taxonomy()))

    words = report.content.decode()
    assert "in spring. (A story of this issue is named beside it. Does it tell what became of it?)" in words
    assert "Done." not in words
