"""How much of an issue stands on a single sheet."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from flows.newsroom.model import Confidence, DateBasis, Dated, Form, Rewording
from flows.newsroom.press.sheet import QUESTIONS, Step, cuts, dates_of, foremost, on_sheet, questions, shrink
from flows.newsroom.press.typesetter import set_issue
from tests.factories import ISSUE_DAY, a_section, a_story, an_issue
from tests.newsroom.renderers.sample_issues import whole_issue

FULL = Step(points=20, words=(45, 45, 45), dates=5)
LADDER = tuple(shrink(FULL, smallest=14, budgets=(30, 15)))


def test_each_step_holds_a_little_less_than_the_one_before() -> None:
    for more, less in pairwise(LADDER):
        assert less != more
        assert less.points <= more.points
        assert less.dates <= more.dates
        assert len(less.words) <= len(more.words)
        assert all(after <= before for after, before in zip(less.words, more.words, strict=False))


def test_type_shrinks_first_then_sentences_from_the_last_story_up() -> None:
    below = [step.words for step in LADDER if step.points == 14]

    assert below[:3] == [(45, 45, 45), (45, 45, 30), (45, 30, 30)]


def test_the_last_step_is_a_headline_alone() -> None:
    assert LADDER[-1] == Step(points=14, words=(0,), dates=0)


def test_a_sheet_takes_the_lead_and_then_the_first_of_each_section() -> None:
    lead, *rest = (a_story(headline=name) for name in ("Lead", "A", "B", "C"))
    issue = an_issue(a_section(rest[0], rest[1]), a_section(rest[2]), lead=lead)

    assert [story.article.headline.text for story in foremost(issue, 3)] == ["Lead", "A", "C"]


def test_a_shorter_sentence_stands_in_for_one_that_is_too_long() -> None:
    story = a_story("A long sentence " + "of many words " * 9 + "ends.", "Short and clear.")

    assert on_sheet(story, 5, ISSUE_DAY).sentences == ("Short and clear.",)
    assert on_sheet(story, 2, ISSUE_DAY).sentences == ()
    assert on_sheet(story, 0, ISSUE_DAY).sentences == ()


def test_no_sentence_stands_in_without_the_one_that_limits_it() -> None:
    story = a_story("A long sentence " + "of many words " * 9 + "ends.", "All may come.", "But not yet.")
    assert story.summary is not None
    first, may, limit = story.summary.extracts
    story = replace(story, summary=replace(story.summary, extracts=(first, may, replace(limit, limits=True))))

    assert on_sheet(story, 5, ISSUE_DAY).sentences == ()


def test_a_word_without_end_counts_as_many() -> None:
    assert on_sheet(a_story("W" * 10_000, "Short and clear."), 45, ISSUE_DAY).sentences == ("Short and clear.",)


def test_an_old_story_is_marked_as_one() -> None:
    story = a_story("Words here.")
    published = Dated(date=dt.date(2019, 6, 27), basis=DateBasis.STATED, confidence=Confidence.HIGH)
    story = replace(story, article=replace(story.article, published=published))

    told = on_sheet(story, 10, ISSUE_DAY)

    assert told.archive == "From the archive: 2019"
    assert told.origin == "From a document sent to the forum, 27 June 2019"


def test_what_a_language_model_wrote_is_marked() -> None:
    story = a_story("One.", "Two.")
    assert story.summary is not None
    rewordings = (Rewording(text="Both in one.", sentences=(0, 1)),)
    story = replace(story, summary=replace(story.summary, rewordings=rewordings, reworded_by="model"))

    assert on_sheet(story, 10, ISSUE_DAY).is_reworded
    assert on_sheet(story, 10, ISSUE_DAY).sentences == ("Both in one.",)


def test_a_language_models_sentence_does_not_stand_without_the_one_that_limits_it() -> None:
    story = a_story("One.", "Two.")
    assert story.summary is not None
    texts = ("The hub opens in May.", "All may come.", "But this is not settled.")
    rewordings = tuple(Rewording(text=text, sentences=(0,)) for text in texts)
    story = replace(story, summary=replace(story.summary, rewordings=rewordings, reworded_by="model"))

    assert on_sheet(story, 9, ISSUE_DAY).sentences == texts[:1]


def test_what_stayed_off_the_sheet_is_told() -> None:
    issue = an_issue(a_section(*[a_story("Words here.", headline=f"Story {n}") for n in range(9)]))
    step = replace(FULL, words=(45, 0))

    assert cuts(step, FULL, issue, 7) == (
        "It holds 2 of the 9 stories.",
        "To fit, 1 story has only a headline.",
        "2 dates found no room.",
    )


def test_a_sheet_that_holds_everything_has_nothing_to_tell() -> None:
    issue = an_issue(a_section(a_story("Words here.")))

    assert cuts(Step(points=14, words=(45,), dates=0), replace(FULL, words=(45,)), issue, 0) == ()


@pytest.mark.parametrize("form", Form)
def test_every_form_has_a_question(form: Form) -> None:
    assert QUESTIONS[form].endswith("?")


def test_no_two_messages_ask_the_same() -> None:
    stories = [a_story(headline=f"Story {n}") for n in range(4)]

    assert len(set(questions(stories))) == 4
    assert questions(stories)[0] == QUESTIONS[stories[0].classification.form]


def test_a_signpost_says_what_it_points_to() -> None:
    told = on_sheet(a_story(signpost=True), 45, ISSUE_DAY)

    assert told.sentences == ()
    assert told.origin == "A news story, date not stated"


def test_the_last_day_to_answer_stands_among_the_dates_in_its_place() -> None:
    issue = whole_issue()

    days = dates_of(set_issue(issue))

    assert len(days) == len(issue.diary) + len(issue.consultations)
    assert [day.name for day in days if day.day.startswith("Friday 4 December 2026")] == [
        "last day to answer, “Consultation on day opportunities”"
    ]
